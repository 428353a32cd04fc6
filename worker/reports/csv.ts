import Papa from "papaparse";
import { plainLine } from "#contract/plain-line.ts";
import type { Cell, ReportTable } from "#contract/report-table.ts";

/**
 * Where a spreadsheet would begin a formula, in full width, too: at the start of a cell, and after a semicolon, at which a spreadsheet of
 * many countries begins a new cell whatever is quoted.
 */
const formula = /(^|;[\s"]*)(?=[=+\-@＝＋－＠])/g;

/**
 * A table as CSV (RFC 4180, UTF-8 with a byte order mark, so that spreadsheets read it right). Every cell is quoted and is one line. What
 * a spreadsheet would take for a formula gets an apostrophe in front: the words are readers' own.
 */
export function tableAsCsv({ columns, rows }: Pick<ReportTable, "columns" | "rows">): string {
	const data = rows.map(({ cells, action }) => [...columns.map(({ key }) => cells[key] ?? ""), action ?? ""].map(harmless));
	return `\uFEFF${Papa.unparse({ fields: [...columns.map(({ key }) => key), "next_step"], data }, { quotes: true, newline: "\r\n" })}\r\n`;
}

function harmless(cell: Cell): Cell {
	return typeof cell === "string" ? plainLine(cell).replace(formula, "$1'") : cell;
}
