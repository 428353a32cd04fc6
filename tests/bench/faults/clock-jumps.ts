import { setTimeout as wait } from "node:timers/promises";
import type { PromiseAnswer } from "#contract/tickets.ts";
import type { Figure } from "#scripts/lib/figure.ts";
import { newDeskSecret, startPortal } from "../handoff/portal.ts";
import { account, drainAll } from "./account.ts";
import { numberOf, withDatabaseFile } from "./database-file.ts";
import { startRecordingDesk } from "./recording-desk.ts";
import { awaitWrites, startWriters } from "./writers.ts";
import { makeWrongClock } from "./wrong-clock.ts";

const hour = 3600;

/** Critical messages are answered within so many milliseconds, day and night. */
const criticalMs = 15 * 60_000;

/** What the server's clock says, by what it promises for a critical message. @throws Error where it did not follow */
async function serverClock(url: string, expected: number): Promise<string> {
	const response = await fetch(`${url}/api/promise?priority=P1&timeZone=Europe/London`);
	const { promisedAt, promisedInWords } = (await response.json()) as PromiseAnswer;
	if (Math.abs(Date.parse(promisedAt) - criticalMs - expected) > 2 * 60_000) throw new Error(`the server's clock did not follow: it promises ${promisedAt}`);
	return `a critical message is answered by ${promisedInWords} (${promisedAt})`;
}

/** A change between winter and summer time in London, where the sample's desk is. */
interface Season {
	name: string;
	/** A few seconds before. */
	change: string;
}

export const spring: Season = { name: "summer time begins", change: "2027-03-28T00:59:55Z" };
export const autumn: Season = { name: "summer time ends", change: "2027-10-31T00:59:55Z" };

/**
 * The clock of the server jumps while 32 write and tickets are handed over: a day ahead, over a change between winter and summer time, an
 * hour back over it, a day back. By less than retention: what it removes is not lost. Takes about a minute.
 */
export async function clockJumps({ name, change }: Season, say: (line: string) => void): Promise<Figure[] | string> {
	const clock = makeWrongClock();
	if (typeof clock === "string") return clock;
	clock.jumpTo(change);
	clock.jump(-24 * hour);
	const secret = newDeskSecret();
	const desk = await startRecordingDesk(secret);
	const portal = await startPortal("faults-clock", desk, { secret, env: clock.env });
	const jumps: [string, () => void][] = [
		[`a day ahead to where ${name}`, () => clock.jumpTo(change)],
		["an hour back", () => clock.jump(-hour)],
		["a day ahead", () => clock.jump(24 * hour)],
		["a day back", () => clock.jump(-24 * hour)],
	];
	try {
		await using writing = startWriters(() => portal.worker().url);
		await awaitWrites(writing, 100);
		for (const [where, jump] of jumps) {
			const tick = portal
				.worker()
				.tick()
				.catch(() => undefined);
			jump();
			await tick;
			say(`${where}: ${await serverClock(portal.worker().url, clock.now())}`);
			// Past the change.
			await wait(6_000);
			await awaitWrites(writing, 60);
		}
		await writing.stop();
		const of = `32 writers, the server's clock ${jumps.map(([where]) => where).join(", ")}`;
		const late = await withDatabaseFile(portal.state, (db) => numberOf(db, "SELECT count(*) FROM deliveries WHERE state <> 'delivered'"));
		const broken = await withDatabaseFile(portal.state, (db) => numberOf(db, "SELECT count(*) FROM tickets WHERE promised_at <= created_at"));
		// What was stored while the clock was ahead is due when that moment has come.
		await drainAll(portal, { from: Date.parse(change) + 25 * hour * 1000 });
		return [
			...(await account(portal, writing, desk, of)),
			{ name: "promises that were over before the message", value: broken, unit: "tickets", goal: { op: "==", value: 0 }, of },
			{ name: "handed over only when the clock had come there again", value: late, unit: "tickets", goal: null, of },
		];
	} finally {
		await portal.remove();
	}
}
