import { countFindings, type Finding } from "#site/lib/finding.ts";
import { plural } from "#site/lib/plural.ts";
import type { OverdueReview } from "../checks/overdue.ts";
import type { AddressChange } from "./address-changes.ts";

/** What a reporter prints. */
export interface Report {
	/** Number of articles that were looked at. */
	articles: number;
	findings: Finding[];
	/** Overdue reviews of the owner that was asked for, the longest first; absent when nobody asked. */
	overdue?: OverdueReview[];
	/** Which articles differ from where the change began; absent when nobody asked. */
	changes?: AddressChange[];
}

/** The last line. Example: `63 articles checked: 0 errors, 2 warnings.` */
export function summaryLine({ articles, findings }: Report): string {
	const { errors, warnings } = countFindings(findings);
	return `${plural(articles, "article")} checked: ${plural(errors, "error")}, ${plural(warnings, "warning")}.`;
}
