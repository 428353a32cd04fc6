import type { SiteManifest } from "#contract/site-manifest.ts";
import type { Env } from "../env.ts";
import type { Destination } from "../handoff/destination.ts";
import { addDays } from "../lib/days.ts";
import { dueDay } from "../lib/desk-times.ts";
import { endDue, markOf, takeDue } from "../queries/due-tasks.ts";
import { deadBefore } from "../queries/digest-dead.ts";
import { alertNews } from "../reports/anomalies/alert-news.ts";
import { anomaliesOf } from "../reports/anomalies/anomalies-of.ts";
import { tellOnce, type Told } from "../reports/anomalies/tell-once.ts";
import { announce } from "./announce.ts";
import { refreshRollups } from "./refresh-rollups.ts";

const task = "daily-alert";

/** Where it is remembered what was told of, as JSON. */
const toldOf = "told-anomalies";

const time = "09:00";

/** What was given up so lately has just been told of by the hourly alert. In milliseconds. */
const justToldMs = 60 * 60_000;

interface AlertJob {
	env: Env;
	site: SiteManifest;
	/** Who is told. */
	destinations: Destination[];
	/** Epoch milliseconds. */
	now: number;
}

/**
 * Says once a day which hand-overs still wait for a person, and what was unusual the day before; nothing where all is well. Something
 * unusual that lasts is told of once. An alert that reached nobody is tried again a quarter of an hour later.
 */
export async function sendDailyAlert({ env, site, destinations, now }: AlertJob): Promise<void> {
	const today = destinations.length > 0 ? dueDay(now, site.support.timeZone, time) : null;
	if (today === null || !(await takeDue(env.DB, task, today, now))) return;
	await refreshRollups(env.DB);
	const day = addDays(today, -1);
	const [dead, anomalies, told] = await Promise.all([
		deadBefore(env.DB, now - justToldMs),
		anomaliesOf(env.DB, site, day),
		markOf(env.DB, toldOf).then((mark) => JSON.parse(mark ?? "{}") as Told),
	]);
	const { news, told: remember } = tellOnce(told, anomalies, day);
	const silent = dead.length === 0 && news.length === 0;
	if (!silent && !(await announce(destinations, await alertNews({ env, site, day, dead, anomalies: news }), now))) return;
	await endDue(env.DB, toldOf, JSON.stringify(remember));
	await endDue(env.DB, task, today);
}
