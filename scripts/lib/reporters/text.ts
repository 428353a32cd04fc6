import { plainLine } from "#site/lib/plain-line.ts";
import { summaryLine, type Report } from "./summary.ts";

/** For people: an owner's overdue reviews first; then grouped by file what, why, and what to do. */
export function text(report: Report): string {
	const byFile = Map.groupBy(report.findings, ({ file }) => file);
	const blocks = [...byFile].map(([file, findings]) =>
		[
			plainLine(file),
			...findings.map(
				({ line, column, level, rule, what, why, remedy }) =>
					`  ${line}:${column}  ${level}  ${rule}  ${plainLine(what)}\n      Why: ${plainLine(why)}\n      Do:  ${plainLine(remedy)}`,
			),
		].join("\n"),
	);
	return [...overdueBlock(report), ...blocks, summaryLine(report)].join("\n\n");
}

function overdueBlock({ overdue = [] }: Report): string[] {
	if (overdue.length === 0) return [];
	return [
		["Overdue reviews, the longest first", ...overdue.map(({ due, title, file }) => `  ${due}  ${plainLine(title)}\n              ${plainLine(file)}`)].join(
			"\n",
		),
	];
}
