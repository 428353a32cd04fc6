import Papa from "papaparse";
import type { ReportTable } from "#contract/report-table.ts";

/**
 * A table as CSV (RFC 4180, UTF-8 with a byte order mark, so that spreadsheets read it right). What a spreadsheet would take for a formula
 * gets an apostrophe in front: the words are readers' own.
 */
export function tableAsCsv({ columns, rows }: ReportTable): string {
	const data = rows.map(({ cells, action }) => [...columns.map(({ key }) => cells[key] ?? ""), action ?? ""]);
	return `\uFEFF${Papa.unparse({ fields: [...columns.map(({ key }) => key), "next_step"], data }, { escapeFormulae: true, newline: "\r\n" })}\r\n`;
}
