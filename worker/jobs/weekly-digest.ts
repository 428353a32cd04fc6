import type { WeeklyTime } from "#contract/digest.ts";
import { daysOfWeek } from "#contract/iso-week.ts";
import type { SiteManifest } from "#contract/site-manifest.ts";
import type { Env } from "../env.ts";
import type { Destination } from "../handoff/destination.ts";
import { dayOf } from "../lib/days.ts";
import { dueWeek } from "../lib/desk-times.ts";
import { firstCountedDay } from "../queries/digest-counts.ts";
import { endDue, takeDue } from "../queries/due-tasks.ts";
import { digestNews } from "../reports/digest/digest-news.ts";
import { makeDigest } from "../reports/digest/make-digest.ts";
import { announce } from "./announce.ts";
import { refreshRollups } from "./refresh-rollups.ts";

const task = "weekly-digest";

interface DigestJob {
	env: Env;
	site: SiteManifest;
	/** Who gets it. */
	destinations: Destination[];
	at: WeeklyTime;
	/** Epoch milliseconds. */
	now: number;
}

/**
 * Sends the digest of the last full week, once. One that reached nobody is tried again a quarter of an hour later, until the next week is
 * over. A centre that counted nothing yet has none.
 */
export async function sendWeeklyDigest({ env, site, destinations, at, now }: DigestJob): Promise<void> {
	const zone = site.support.timeZone;
	const week = destinations.length > 0 ? dueWeek(now, zone, at) : null;
	if (week === null || !(await takeDue(env.DB, task, week, now))) return;
	await refreshRollups(env.DB);
	const since = await firstCountedDay(env.DB);
	const { to = "" } = daysOfWeek(week) ?? {};
	const empty = since === null || since > to;
	if (empty || (await announce(destinations, digestNews(await makeDigest({ env, site, week, now, today: dayOf(now, zone) })), now))) {
		await endDue(env.DB, task, week);
	}
}
