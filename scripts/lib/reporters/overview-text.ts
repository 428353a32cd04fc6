import { plainLine } from "#contract/plain-line.ts";
import type { OverviewReport } from "#contract/reports.ts";
import { overviewTables, overviewTitle, sampleNotice, type Table } from "./overview-tables.ts";

/** A table in columns, its words as a terminal can show them. */
export function tableText({ title, heads, rows: told, empty }: Table): string {
	if (told.length === 0) return `${title}\n  ${empty}`;
	const rows = told.map((row) => row.map(plainLine));
	const widths = heads.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)));
	const line = (cells: string[]) => `  ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}`.trimEnd();
	return [title, line(heads), line(widths.map((width) => "─".repeat(width))), ...rows.map(line)].join("\n");
}

/** The report for a terminal. */
export function overviewText(report: OverviewReport): string {
	return [overviewTitle(report), ...(report.sample ? [sampleNotice] : []), ...overviewTables(report).map(tableText)].join("\n\n");
}
