import type { Destination } from "../handoff/destination.ts";
import { lastAlert, moveAlert } from "../queries/alerts.ts";
import { deadBetween } from "../queries/dead-deliveries.ts";
import { logError } from "../lib/log.ts";

const hourMs = 60 * 60_000;

/** A hand-over is given up a little before that is written down: so late nothing is missed. In milliseconds. */
const lagMs = 60_000;

interface AlertOptions {
	db: D1Database;
	/** Who is told. */
	destinations: Destination[];
	/** Address of the manager's report. */
	reportUrl: string;
	now: number;
}

/** Says that hand-overs were given up since the last alert, once an hour at most. One that reached nobody is tried again. */
export async function alertOfDead({ db, destinations, reportUrl, now }: AlertOptions): Promise<void> {
	if (destinations.length === 0) return;
	const last = await lastAlert(db);
	const until = now - lagMs;
	if (until - last < hourMs) return;
	const dead = await deadBetween(db, last, until);
	if (dead.length === 0 || !(await moveAlert(db, last, until))) return;
	const total = dead.reduce((sum, { n }) => sum + n, 0);
	const text = [
		total === 1 ? "A hand-over needs a person." : `${total} hand-overs need a person.`,
		...dead.map(({ destination, reason, n }) => `- ${destination}: ${reason} (${n})`),
		`Put right what is wrong, then send them again: ${reportUrl}`,
	].join("\n");
	const outcomes = await Promise.all(destinations.map((destination) => send(destination, text, now)));
	if (!outcomes.includes(true)) await moveAlert(db, until, last);
}

async function send(destination: Destination, text: string, now: number): Promise<boolean> {
	try {
		const outcome = await destination.alert?.(text, { now, again: false });
		if (outcome?.kind === "delivered") return true;
		logError("alert_failed", { destination: destination.id, reason: outcome?.reason ?? "it takes no alerts" });
	} catch (error) {
		logError("alert_failed", { destination: destination.id }, error);
	}
	return false;
}
