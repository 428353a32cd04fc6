import type { Env } from "../env.ts";
import { giveUpAfterMs } from "../handoff/retry-policy.ts";
import { createAlertDestinations } from "../handoff/routing.ts";
import { addDays, dayOf, hourOf } from "../lib/days.ts";
import { sha256 } from "../lib/encoding.ts";
import { readSite } from "../lib/site.ts";
import { ensureSalt } from "../lib/visitor.ts";
import { contentCounts } from "../reports/content-counts.ts";
import { abandonOverdue } from "../queries/dead-deliveries.ts";
import { consumeInbox, waitingInbox } from "../queries/inbox.ts";
import { storeSnapshot } from "../queries/rollups.ts";
import { closeVisits, confirmDeflections, forget, onceFor } from "../queries/upkeep.ts";
import { rememberRevisions } from "../queries/revisions.ts";
import { alertOfDead } from "./alert-of-dead.ts";
import { drain } from "./drain.ts";
import { removeEndedFiles } from "./ended-files.ts";
import { refreshRollups } from "./refresh-rollups.ts";

const inboxAtOnce = 200;

/** How often it is looked whether there is something to alert of. In milliseconds. */
const alertsEveryMs = 5 * 60_000;

/**
 * Runs every minute: makes up for lost queue messages, confirms deflections, refreshes rollups and hands tickets over; revisions are
 * remembered when they changed, and what is older than it may be is removed once an hour. Each step can be repeated, and stands alone: one that fails does not stop the others.
 */
export async function handleCron(env: Env, now: number): Promise<void> {
	const started = Date.now();
	const site = await readSite(env);
	const zone = site.support.timeZone;
	const today = dayOf(now, zone);
	const revisions = Object.entries(site.articles).map(([id, { revision }]): [string, string] => [id, revision]);
	const steps: [string, () => Promise<unknown>][] = [
		["deliveries", () => drain(env, now)],
		["overdue", () => abandonOverdue(env.DB, now, now - giveUpAfterMs)],
		["alerts", () => onceFor(env.DB, "alerts", String(Math.floor(now / alertsEveryMs)), sendAlerts)],
		["inbox", async () => consumeInbox(env.DB, await waitingInbox(env.DB, inboxAtOnce))],
		["deflections", () => confirmDeflections(env.DB, now)],
		["visits", () => closeVisits(env.DB, now)],
		["rollups", () => refreshRollups(env.DB)],
		["snapshot", () => storeSnapshot(env.DB, today, contentCounts(site, today))],
		["revisions", async () => onceFor(env.DB, "revisions", await sha256(JSON.stringify(revisions)), () => rememberRevisions(env.DB, revisions, now))],
		["retention", () => onceFor(env.DB, "retention", hourOf(now), () => forget(env.DB, site.support.retention, now))],
		["files", () => removeEndedFiles(env, now)],
		["salts", () => Promise.all([today, addDays(today, 1)].map((day) => ensureSalt(env.SALTS, day, { now: Date.now(), zone })))],
	];
	const failed: string[] = [];
	for (const [name, step] of steps) {
		try {
			await step();
		} catch (error) {
			failed.push(name);
			console.error(JSON.stringify({ level: "error", event: "cron_step_failed", step: name, message: String(error) }));
		}
	}
	if (failed.length > 0) throw new Error(`cron steps failed: ${failed.join(", ")}`);

	function sendAlerts(): Promise<void> {
		return alertOfDead({ db: env.DB, destinations: createAlertDestinations(env), reportUrl: `${site.url}/manage`, now: now + Date.now() - started });
	}
}
