import { plainLine } from "#contract/plain-line.ts";
import { summaryLine, type Report } from "./summary.ts";

/** For editors: one line a finding, so that a problem matcher (.vscode/tasks.json) can read it. Example: `content/…/x.mdx:4:7: error: what. Do: … [rule]` */
export function lines(report: Report): string {
	const findings = report.findings.map(
		({ file, line, column, level, rule, what, remedy }) =>
			`${plainLine(file)}:${line}:${column}: ${level}: ${plainLine(what)}. Do: ${plainLine(remedy)} [${rule}]`,
	);
	return [...findings, summaryLine(report)].join("\n");
}
