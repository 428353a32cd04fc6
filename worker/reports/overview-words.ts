import type { MetricId, OverviewReport } from "#contract/reports.ts";
import { votesNeededInWords } from "./votes-needed.ts";

function countOf(report: OverviewReport, metric: MetricId): number {
	return report.metrics.find(({ id }) => id === metric)?.n ?? 0;
}

/** Why there are no searches without an answer in the list; true also where their words are gone. */
export function noZeroResults(report: OverviewReport): string {
	if (countOf(report, "zero-results") === 0) return "Nobody has searched in this period.";
	const unanswered = report.metrics.find(({ id }) => id === "zero-results")?.beside.some(({ value }) => value > 0);
	return unanswered ? "The words of these searches are no longer kept." : "Every search found an answer.";
}

/** Why no article is among the lowest-rated. */
export function noLowestRated(report: OverviewReport): string {
	if (countOf(report, "helpfulness") === 0) return "No votes in this period.";
	return report.ratedArticles === 0 ? `No article has ${votesNeededInWords} yet.` : `No article with ${votesNeededInWords} or more is surely below 80 %.`;
}

/** Why no article is among the rewritten ones. */
export const noRewrites = "No article has votes from before and after a rewrite.";

/** Why no owner has overdue reviews. */
export const noOverdueReviews = "No review is overdue.";

/** How far back single searches reach, where that is less than the period; else null. */
export function zeroResultsReach({ from, zeroResultsFrom }: OverviewReport): string | null {
	return zeroResultsFrom > from ? `The words of searches are kept for a limited time: this list reaches back to ${zeroResultsFrom}.` : null;
}
