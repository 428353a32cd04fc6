import type { Env } from "../env.ts";
import { addDays, dayOf } from "../lib/days.ts";
import { readSite } from "../lib/site.ts";
import { ensureSalt } from "../lib/visitor.ts";
import { contentCounts } from "../reports/content-counts.ts";
import { consumeInbox, waitingInbox } from "../queries/inbox.ts";
import { storeSnapshot } from "../queries/rollups.ts";
import { confirmDeflections, forget } from "../queries/upkeep.ts";
import { rememberRevisions } from "../queries/revisions.ts";
import { drain } from "./drain.ts";
import { refreshRollups } from "./refresh-rollups.ts";

const inboxAtOnce = 200;

/**
 * Runs every minute: makes up for lost queue messages, confirms deflections, refreshes rollups, remembers revisions, hands tickets over, and
 * removes what is older than it may be. Each step can be repeated, and stands alone: one that fails does not stop the others.
 */
export async function handleCron(env: Env, now: number): Promise<void> {
	const site = await readSite(env);
	const today = dayOf(now);
	const steps: [string, () => Promise<unknown>][] = [
		["deliveries", () => drain(env, now)],
		["inbox", async () => consumeInbox(env.DB, await waitingInbox(env.DB, inboxAtOnce))],
		["deflections", () => confirmDeflections(env.DB, now)],
		["rollups", () => refreshRollups(env.DB)],
		["snapshot", () => storeSnapshot(env.DB, today, contentCounts(site, now))],
		["revisions", () => rememberRevisions(env.DB, Object.entries(site.articles).map(([id, { revision }]) => [id, revision]), now)],
		["retention", () => forget(env.DB, site.support.retention, now)],
		["salts", () => Promise.all([today, addDays(today, 1)].map((day) => ensureSalt(env.SALTS, day, Date.now())))],
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
}
