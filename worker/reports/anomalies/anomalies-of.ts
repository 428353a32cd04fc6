import type { SiteManifest } from "#contract/site-manifest.ts";
import { addDays } from "../../lib/days.ts";
import { countsOfDays, firstCountedDay } from "../../queries/digest-counts.ts";
import { findAnomalies, lookBack, type Anomaly, type JudgedDay } from "./find-anomalies.ts";

const metrics = ["searches", "searches_zero", "tickets"];

/** What was unusual on a day. Rollups must be fresh; the sample is left out. */
export async function anomaliesOf(db: D1Database, site: SiteManifest, day: string): Promise<Anomaly[]> {
	const looked = Array.from({ length: lookBack + 1 }, (_, ago) => addDays(day, -ago));
	const [counts, since] = await Promise.all([countsOfDays(db, looked, metrics), firstCountedDay(db)]);
	const days = new Map<string, JudgedDay>();
	for (const { day: at, metric, label, n } of counts) {
		const { searches, zero, tickets } = days.get(at) ?? { searches: 0, zero: 0, tickets: {} };
		days.set(at, {
			searches: searches + (metric === "searches" ? n : 0),
			zero: zero + (metric === "searches_zero" ? n : 0),
			tickets: metric === "tickets" ? { ...tickets, [label]: n } : tickets,
		});
	}
	return findAnomalies({ day, days, since: since ?? day, holidays: site.support.holidays.map(({ date }) => date) });
}
