import type { ReportFilter } from "#contract/report-filter.ts";

/**
 * The filter as a query that leads to other periods and pages. Of the inputs of the value it keeps the cost, which is nobody's to measure;
 * others were put in for one period. Example: `days=30&segment=phone`
 *
 * @param byDays whether the period is told by its days, not by its length
 */
export function filterQuery({ visits: _visits, rate: _rate, ...filter }: ReportFilter, byDays: boolean): URLSearchParams {
	return wholeQuery(filter, byDays);
}

/** The filter with all that was put in: for the same page in other forms. Parameters as above. */
export function wholeQuery({ from, to, days, locale, category, segment, visits, rate, cost }: ReportFilter, byDays: boolean): URLSearchParams {
	const chosen = Object.entries({ ...(byDays ? { from, to } : { days }), locale, category, segment, visits, rate, cost });
	return new URLSearchParams(chosen.flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])));
}
