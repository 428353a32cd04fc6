import type { ReportFilter, ReportQuery } from "#contract/report-filter.ts";
import { addDays, dayMs } from "../lib/days.ts";

/** The period and readers that a query asks for. @param today the day at the desk */
export function readFilter({ days, from, to, ...readers }: ReportQuery, today: string): ReportFilter {
	const last = to ?? today;
	const first = from ?? addDays(last, 1 - days);
	const length = Math.round((Date.parse(last) - Date.parse(first)) / dayMs) + 1;
	return { ...readers, from: first, to: last, days: length, before: { from: addDays(first, -length), to: addDays(first, -1) } };
}
