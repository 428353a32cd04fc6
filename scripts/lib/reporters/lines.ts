import { summaryLine, type Report } from "./summary.ts";

/** For editors: one line a finding, so that a problem matcher (.vscode/tasks.json) can read it. Example: `content/…/x.mdx:4:7: error: what. Do: … [rule]` */
export function lines(report: Report): string {
	const findings = report.findings.map(
		({ file, line, column, level, rule, what, remedy }) => `${file}:${line}:${column}: ${level}: ${oneLine(what)}. Do: ${oneLine(remedy)} [${rule}]`,
	);
	return [...findings, summaryLine(report)].join("\n");
}

function oneLine(text: string): string {
	return text.replaceAll(/\s*[\r\n]+\s*/g, " ").trim();
}
