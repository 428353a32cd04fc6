import type { ReportFilter } from "#contract/report-filter.ts";
import { addDays } from "../lib/days.ts";

/** A longer period is told by weeks. */
const longestByDay = 31;

/** The parts of a period for a line over time: days, or weeks that end on its last day; the first one may be shorter. */
export function bucketsOf({ from, to, days }: Pick<ReportFilter, "from" | "to" | "days">): { first: string; last: string }[] {
	const length = days > longestByDay ? 7 : 1;
	const buckets: { first: string; last: string }[] = [];
	for (let last = to; last >= from; last = addDays(last, -length)) {
		const first = addDays(last, 1 - length);
		buckets.unshift({ first: first < from ? from : first, last });
	}
	return buckets;
}

/** The part of a period that is not over yet, by its first day; undefined where all are. @param today the day at the desk */
export function unfinishedOf(filter: Pick<ReportFilter, "from" | "to" | "days">, today: string): string | undefined {
	return bucketsOf(filter).find(({ first, last }) => first <= today && today <= last)?.first;
}
