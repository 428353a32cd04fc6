import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import type { Cell, Row } from "#contract/report-table.ts";
import { tableAsCsv } from "#worker/reports/csv.ts";

const columns = [
	{ key: "search", label: "Search" },
	{ key: "searches", label: "Searches" },
];

/** Cells as a spreadsheet gets them, without the head. */
function read(rows: Row[]): string[][] {
	const text = tableAsCsv({ columns, rows });
	expect(text.startsWith("\uFEFF")).toBe(true);
	return Papa.parse<string[]>(text.slice(1), { skipEmptyLines: true }).data.slice(1);
}

const row = (search: Cell, searches: Cell = 1, action?: string): Row => ({ cells: { search, searches }, ...(action !== undefined && { action }) });
const starts = fc.constantFrom("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠");

describe("a table as CSV", () => {
	it("has a head of keys and the next step, and ends its lines as the standard says", () => {
		expect(tableAsCsv({ columns, rows: [row('dark "mode", please', 3, "Write it")] })).toBe(
			'\uFEFF"search","searches","next_step"\r\n"dark ""mode"", please","3","Write it"\r\n',
		);
	});

	it("leaves numbers as numbers, below zero, too", () => {
		expect(tableAsCsv({ columns, rows: [row(null, -0.25)] })).toContain('\r\n"","-0.25",""\r\n');
	});

	it.each(["=HYPERLINK(1)", "+1", "-1+1", "@SUM(A1)", "＝1"])("takes the power from %j", (text) => {
		expect(read([row(text, 1, text)])[0]).toEqual([`'${text}`, "1", `'${text}`]);
	});

	it.each([
		["a cell of several lines", "=1\r\nsecond line", "'=1 second line"],
		["what stands on a later line", "first\n=1", "first =1"],
		["what stands after a tab", "\t=1", "\uFFFD=1"],
		["a line break before it", "\n=1", "'=1"],
		["what begins a cell where semicolons do", "x;=1+1;@SUM(1)", "x;'=1+1;'@SUM(1)"],
		["the same between quotation marks and spaces", 'x; ""=cmd', 'x; ""\'=cmd'],
		["text that is turned around", "a\u202Egnp.exe", "a\uFFFDgnp.exe"],
	])("takes the power from %s", (_, text, cell) => {
		expect(read([row(text, 1, text)])[0]).toEqual([cell, "1", cell]);
	});

	it("takes the power from every cell, whatever divides cells and whatever follows", () => {
		fc.assert(
			fc.property(starts, fc.string({ unit: "binary" }), (start, rest) => {
				for (const cell of read([row(start + rest, 1, `x;${start}${rest}`)])[0] ?? [])
					for (const part of cell.split(";")) expect(part).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
			}),
		);
	});

	it("gives every other text back as it was", () => {
		const harmless = fc
			.string({ unit: "grapheme" })
			.filter((text) => !/(?:^|;)[\s"]*[=+\-@＝＋－＠]|[\p{Cc}\u2028\u2029]/u.test(text) && text === text.trim() && text !== "");
		fc.assert(
			fc.property(fc.array(fc.tuple(harmless, fc.integer()), { minLength: 1 }), (rows) => {
				expect(read(rows.map(([text, n]) => row(text, n, text)))).toEqual(rows.map(([text, n]) => [text, String(n), text]));
			}),
		);
	});
});
