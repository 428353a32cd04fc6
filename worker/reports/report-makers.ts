import type { ReportData, ReportId } from "#contract/report-data.ts";
import { makeArticlesReport } from "./articles/make-articles-report.ts";
import type { ReportInput } from "./report-input.ts";

type ReportMaker = (input: ReportInput) => Promise<ReportData>;

/** Who makes which page of the report. */
export const reportMakers: Partial<Record<ReportId, ReportMaker>> = {
	articles: makeArticlesReport,
};
