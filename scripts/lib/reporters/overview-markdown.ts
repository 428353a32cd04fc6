import type { OverviewReport } from "#contract/reports.ts";
import { escapeMarkdown } from "./escape-markdown.ts";
import { overviewTables, overviewTitle, sampleNotice, type Table } from "./overview-tables.ts";

function tableMarkdown({ title, heads, rows, empty }: Table): string {
	if (rows.length === 0) return `## ${title}\n\n${empty}`;
	const line = (cells: string[]) => `| ${cells.map(escapeMarkdown).join(" | ")} |`;
	return [`## ${title}`, "", line(heads), `|${heads.map(() => " --- ").join("|")}|`, ...rows.map(line)].join("\n");
}

/** The report as Markdown. */
export function overviewMarkdown(report: OverviewReport): string {
	return [`# ${overviewTitle(report)}`, ...(report.sample ? [`> ${sampleNotice}`] : []), ...overviewTables(report).map(tableMarkdown)].join("\n\n");
}
