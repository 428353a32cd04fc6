import type { Finding } from "#site/lib/finding.ts";
import { github } from "./github.ts";
import { json } from "./json.ts";
import { text } from "./text.ts";

/** What a reporter prints. */
export interface Report {
	/** Number of articles that were looked at. */
	articles: number;
	findings: Finding[];
}

/** Turns a report into the text that is printed. */
export type Reporter = (report: Report) => string;

/** Reporters by the name given to `--format`. */
export const reporters: Record<string, Reporter> = { text, json, github };

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
