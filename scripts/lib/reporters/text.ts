import { summaryLine, type Report } from "./summary.ts";

/** For people: grouped by file; what, why, and what to do. */
export function text(report: Report): string {
	const byFile = Map.groupBy(report.findings, ({ file }) => file);
	const blocks = [...byFile].map(([file, findings]) =>
		[
			file,
			...findings.map(
				({ line, column, level, rule, what, why, remedy }) => `  ${line}:${column}  ${level}  ${rule}  ${what}\n      Why: ${why}\n      Do:  ${remedy}`,
			),
		].join("\n"),
	);
	return [...blocks, summaryLine(report)].join("\n\n");
}
