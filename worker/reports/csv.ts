import Papa from "papaparse";
import type { ReportTable } from "#contract/report-table.ts";

/** What makes a spreadsheet take a cell for a formula, in full width, too. The library's own pattern misses cells of several lines. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * A table as CSV (RFC 4180, UTF-8 with a byte order mark, so that spreadsheets read it right). What a spreadsheet would take for a formula
 * gets an apostrophe in front: the words are readers' own.
 */
export function tableAsCsv({ columns, rows }: Pick<ReportTable, "columns" | "rows">): string {
	const data = rows.map(({ cells, action }) => [...columns.map(({ key }) => cells[key] ?? ""), action ?? ""]);
	return `\uFEFF${Papa.unparse({ fields: [...columns.map(({ key }) => key), "next_step"], data }, { escapeFormulae: formula, newline: "\r\n" })}\r\n`;
}
