import type { Env } from "../env.ts";
import { giveUpAfterMs } from "../handoff/retry-policy.ts";
import { createAlertDestinations, createDigestDestinations } from "../handoff/routing.ts";
import { addDays, dayOf, hourOf } from "../lib/days.ts";
import { sha256 } from "../lib/encoding.ts";
import { readSite } from "../lib/site.ts";
import { ensureSalt } from "../lib/visitor.ts";
import { contentCounts } from "../reports/content-counts.ts";
import { abandonOverdue } from "../queries/dead-deliveries.ts";
import { consumeWaiting } from "../queries/inbox.ts";
import { rollUpDay, storeSnapshot } from "../queries/rollups.ts";
import { recordHeartbeat } from "../queries/readiness.ts";
import { closeVisits, confirmDeflections, forget, onceFor, uncountedBefore } from "../queries/upkeep.ts";
import { rememberGapChanges } from "../queries/gap-changes.ts";
import { rememberRevisions } from "../queries/revisions.ts";
import { alertOfDead } from "./alert-of-dead.ts";
import { sendDailyAlert } from "./daily-alert.ts";
import { drain } from "./drain.ts";
import { removeEndedFiles } from "./ended-files.ts";
import { refreshRollups } from "./refresh-rollups.ts";
import { sendWeeklyDigest } from "./weekly-digest.ts";
import { logError, logInfo } from "../lib/log.ts";

/** How often it is looked whether there is something to alert of. In milliseconds. */
const alertsEveryMs = 5 * 60_000;

/** How often it is noted that the jobs run. In milliseconds. */
const heartbeatEveryMs = 5 * 60_000;

/** How often the counts are made without anybody asking for them: each time costs some thousand written rows. In milliseconds. */
const rollupsEveryMs = 6 * 60 * 60_000;

/**
 * Runs every minute: makes up for lost queue messages, confirms deflections, refreshes rollups and hands tickets over; revisions are
 * remembered when they changed, and what is older than it may be is removed once an hour; the weekly digest and the daily alert are sent
 * when they are due at the desk. Each step can be repeated, and stands alone: one that fails does not stop the others.
 */
export async function handleCron(env: Env, now: number): Promise<void> {
	const started = Date.now();
	const site = await readSite(env);
	const zone = site.support.timeZone;
	const today = dayOf(now, zone);
	const revisions = Object.entries(site.articles).map(([id, { revision }]): [string, string] => [id, revision]);
	const gaps = site.gaps.map(({ id, added }) => ({ id, added }));
	const steps: [string, () => Promise<unknown>][] = [
		["deliveries", () => drain(env, now)],
		["overdue", () => abandonOverdue(env.DB, now, now - giveUpAfterMs)],
		["alerts", () => onceFor(env.DB, "alerts", String(Math.floor(now / alertsEveryMs)), sendAlerts)],
		["inbox", () => consumeWaiting(env.DB)],
		["deflections", () => confirmDeflections(env.DB, now)],
		["visits", () => closeVisits(env.DB, now)],
		["rollups", () => onceFor(env.DB, "rollups", String(Math.floor(now / rollupsEveryMs)), () => refreshRollups(env.DB))],
		["snapshot", () => storeSnapshot(env.DB, today, contentCounts(site, today))],
		["revisions", async () => onceFor(env.DB, "revisions", await sha256(JSON.stringify(revisions)), () => rememberRevisions(env.DB, revisions, now))],
		["gaps", async () => onceFor(env.DB, "gaps", await sha256(JSON.stringify(gaps)), () => rememberGapChanges(env.DB, gaps, today))],
		["retention", () => onceFor(env.DB, "retention", hourOf(now), removeOld)],
		["files", () => removeEndedFiles(env, now)],
		["digest", () => sendWeeklyDigest({ env, site, ...createDigestDestinations(env), now: nowAt() })],
		["daily alert", () => sendDailyAlert({ env, site, destinations: createAlertDestinations(env), now: nowAt() })],
		["salts", () => Promise.all([today, addDays(today, 1)].map((day) => ensureSalt(env.SALTS, day, { now: Date.now(), zone })))],
	];
	const failed: string[] = [];
	for (const [name, step] of steps) {
		try {
			await step();
		} catch (error) {
			failed.push(name);
			logError("cron_step_failed", { step: name }, error);
		}
	}
	logInfo(env, "cron", { ms: Date.now() - started, failed: failed.length });
	if (failed.length > 0) throw new Error(`cron steps failed: ${failed.join(", ")}`);
	// By the real clock, which `/api/ready` reads.
	await recordHeartbeat(env.DB, Date.now(), heartbeatEveryMs);

	/** A day whose counts fail keeps its rows; everything else goes. */
	async function removeOld(): Promise<void> {
		const { retention } = site.support;
		try {
			for (const day of await uncountedBefore(env.DB, retention, now)) await rollUpDay(env.DB, day, now);
		} finally {
			await forget(env.DB, retention, now);
		}
	}

	function sendAlerts(): Promise<void> {
		return alertOfDead({ db: env.DB, destinations: createAlertDestinations(env), reportUrl: `${site.url}/manage`, now: nowAt() });
	}

	/** What the clock says by now: steps before may have taken their time. */
	function nowAt(): number {
		return now + Date.now() - started;
	}
}
