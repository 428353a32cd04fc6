import type { ReportFilter } from "#contract/report-filter.ts";

/**
 * The filter as a query. Example: `days=30&segment=phone`
 *
 * @param byDays whether the period is told by its days, not by its length
 */
export function filterQuery({ from, to, days, locale, category, segment, visits, rate, cost }: ReportFilter, byDays: boolean): URLSearchParams {
	const chosen = Object.entries({ ...(byDays ? { from, to } : { days }), locale, category, segment, visits, rate, cost });
	return new URLSearchParams(chosen.flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])));
}
