import type { ReportData, ReportId } from "#contract/report-data.ts";
import { makeArticlesReport } from "./articles/make-articles-report.ts";
import { unfinishedOf } from "./buckets.ts";
import { makeFreshnessReport } from "./freshness/make-freshness-report.ts";
import { makeHandoffsReport } from "./handoffs/make-handoffs-report.ts";
import { makeContactReport } from "./contact/make-contact-report.ts";
import { makeSearchReport } from "./search/make-search-report.ts";
import type { ReportInput } from "./report-input.ts";

type ReportMaker = (input: ReportInput) => Promise<ReportData>;

/** Who makes which page of the report. */
export const reportMakers: Partial<Record<ReportId, ReportMaker>> = {
	articles: withUnfinished(makeArticlesReport),
	contact: withUnfinished(makeContactReport),
	freshness: makeFreshnessReport,
	handoffs: withUnfinished(makeHandoffsReport),
	search: withUnfinished(makeSearchReport),
};

/** Says in each chart which of its days is not over yet: half a day beside whole ones would look like an outage. */
function withUnfinished(make: ReportMaker): ReportMaker {
	return async (input) => {
		const report = await make(input);
		const unfinished = unfinishedOf(input.filter, input.today);
		return unfinished === undefined ? report : { ...report, charts: report.charts.map((chart) => ({ ...chart, unfinished })) };
	};
}
