import type { ReportData, ReportId } from "#contract/report-data.ts";
import { makeArticlesReport } from "./articles/make-articles-report.ts";
import { makeFreshnessReport } from "./freshness/make-freshness-report.ts";
import { makeHandoffsReport } from "./handoffs/make-handoffs-report.ts";
import { makeContactReport } from "./contact/make-contact-report.ts";
import { makeSearchReport } from "./search/make-search-report.ts";
import type { ReportInput } from "./report-input.ts";

type ReportMaker = (input: ReportInput) => Promise<ReportData>;

/** Who makes which page of the report. */
export const reportMakers: Partial<Record<ReportId, ReportMaker>> = {
	articles: makeArticlesReport,
	contact: makeContactReport,
	freshness: makeFreshnessReport,
	handoffs: makeHandoffsReport,
	search: makeSearchReport,
};
