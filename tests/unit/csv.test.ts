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
			'\uFEFFsearch,searches,next_step\r\n"dark ""mode"", please",3,Write it\r\n',
		);
	});

	it("leaves numbers as numbers, below zero, too", () => {
		expect(tableAsCsv({ columns, rows: [row(null, -0.25)] })).toContain("\r\n,-0.25,\r\n");
	});

	it.each(["=HYPERLINK(1)", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "=1\nsecond line", "＝1"])("takes the power from %j", (text) => {
		expect(read([row(text, 1, text)])[0]).toEqual([`'${text}`, "1", `'${text}`]);
	});

	it("takes the power from every cell that begins like a formula, whatever follows", () => {
		fc.assert(
			fc.property(starts, fc.string({ unit: "binary" }), (start, rest) => {
				for (const cell of read([row(start + rest, 1, start + rest)])[0] ?? []) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
			}),
		);
	});

	it("gives every other text back as it was", () => {
		const harmless = fc.string({ unit: "grapheme" }).filter((text) => !/^[=+\-@\t\r\n＝＋－＠]/.test(text) && text.trim() !== "");
		fc.assert(
			fc.property(fc.array(fc.tuple(harmless, fc.integer()), { minLength: 1 }), (rows) => {
				expect(read(rows.map(([text, n]) => row(text, n, text)))).toEqual(rows.map(([text, n]) => [text, String(n), text]));
			}),
		);
	});
});
