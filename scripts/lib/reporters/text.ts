import type { Finding } from "#site/lib/finding.ts";
import { plainLine } from "#contract/plain-line.ts";
import { summaryLine, type Report } from "./summary.ts";

/** Nobody reads more in a terminal. */
const mostFindings = 200;

/** Rules that are named of what was cut. */
const mostRules = 5;

const number = new Intl.NumberFormat("en-GB");

/**
 * For people: an owner's overdue reviews first; then grouped by file what, why, and what to do. Of very many findings the first are
 * shown, errors before warnings, and what the others are about.
 */
export function text(report: Report): string {
	const { shown, cut } = firstOf(report.findings);
	const blocks = [...Map.groupBy(shown, ({ file }) => file)].map(([file, findings]) =>
		[
			plainLine(file),
			...findings.map(
				({ line, column, level, rule, what, why, remedy }) =>
					`  ${line}:${column}  ${level}  ${rule}  ${plainLine(what)}\n      Why: ${plainLine(why)}\n      Do:  ${plainLine(remedy)}`,
			),
		].join("\n"),
	);
	return [...overdueBlock(report), ...blocks, ...cutBlock(cut), summaryLine(report)].join("\n\n");
}

/** The findings that are shown, in their order. No warning takes the place of an error. */
function firstOf(findings: Finding[]): { shown: Finding[]; cut: Finding[] } {
	if (findings.length <= mostFindings) return { shown: findings, cut: [] };
	const ranked = [...findings.filter(({ level }) => level === "error"), ...findings.filter(({ level }) => level !== "error")];
	const first = new Set(ranked.slice(0, mostFindings));
	const { shown = [], cut = [] } = Object.groupBy(findings, (finding) => (first.has(finding) ? "shown" : "cut"));
	return { shown, cut };
}

function cutBlock(cut: Finding[]): string[] {
	if (cut.length === 0) return [];
	const rules = [...Map.groupBy(cut, ({ rule }) => rule)].sort(([, one], [, other]) => other.length - one.length);
	const counts = rules.slice(0, mostRules).map(([rule, findings]) => `${rule} ${number.format(findings.length)}`);
	const others = rules.length > mostRules ? `, ${rules.length - mostRules} other rules` : "";
	return [
		`… and ${number.format(cut.length)} more: ${counts.join(", ")}${others}\n  npm run check -- --format json lists all; name files or folders, or --owner, to see fewer.`,
	];
}

function overdueBlock({ overdue = [] }: Report): string[] {
	if (overdue.length === 0) return [];
	const lines = overdue.slice(0, mostFindings).map(({ due, title, file }) => `  ${due}  ${plainLine(title)}\n              ${plainLine(file)}`);
	const rest = overdue.length > mostFindings ? [`  … and ${number.format(overdue.length - mostFindings)} more`] : [];
	return [["Overdue reviews, the longest first", ...lines, ...rest].join("\n")];
}
