import { plainLine } from "#contract/plain-line.ts";
import { summaryLine, type Report } from "./summary.ts";

/** For GitHub Actions: each finding becomes a note at its line of the pull request. */
export function github(report: Report): string {
	const lines = report.findings.map(
		({ level, file, line, column, rule, what, why, remedy }) =>
			`::${level} file=${property(plainLine(file))},line=${line},col=${column},title=${property(rule)}::${message(`${plainLine(what)}\nWhy: ${plainLine(why)}\nDo: ${plainLine(remedy)}`)}`,
	);
	return [...lines, summaryLine(report)].join("\n");
}

function message(text: string): string {
	return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
	return message(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
