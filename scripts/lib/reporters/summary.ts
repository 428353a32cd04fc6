import type { Finding } from "#site/lib/finding.ts";

/** What a reporter prints. */
export interface Report {
	/** Number of articles that were looked at. */
	articles: number;
	findings: Finding[];
}

/** Numbers of errors and warnings. */
export function count(findings: Finding[]): { errors: number; warnings: number } {
	const errors = findings.filter(({ level }) => level === "error").length;
	return { errors, warnings: findings.length - errors };
}

/** The last line. Example: `63 articles checked: 0 errors, 2 warnings.` */
export function summaryLine({ articles, findings }: Report): string {
	const { errors, warnings } = count(findings);
	return `${plural(articles, "article")} checked: ${plural(errors, "error")}, ${plural(warnings, "warning")}.`;
}

function plural(number: number, word: string): string {
	return `${number} ${word}${number === 1 ? "" : "s"}`;
}
