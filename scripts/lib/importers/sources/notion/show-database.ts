import { namesPeople } from "./properties.ts";
import { readCsv } from "./read-csv.ts";

/** A database with more rows is no table that anybody reads to its end. */
const mostRows = 500;

/** A database as a table. */
export interface ShownDatabase {
	html: string;
	/** Columns that name people and were left out. */
	people: string[];
	/** Rows that did not fit. */
	leftOut: number;
	/** Titles of several rows, which therefore lead nowhere. */
	ambiguous: string[];
}

/**
 * Writes the rows of a database as a table whose first column leads to their pages.
 * @param linksOf addresses of the pages of rows with a title
 */
export function showDatabase(csv: string, linksOf: (title: string) => string[]): ShownDatabase {
	const [header = [], ...rows] = readCsv(csv);
	const people = header.filter(namesPeople);
	const shown = header.flatMap((name, index) => (namesPeople(name) ? [] : [index]));
	const ambiguous = new Set<string>();
	function cell(row: string[], column: number, place: number): string {
		const value = row[column] ?? "";
		const [link, ...others] = place === 0 ? linksOf(value) : [];
		if (others.length > 0) ambiguous.add(value);
		return `<td>${link === undefined || others.length > 0 ? linked(value) : `<a href="${escape(link)}">${escape(value)}</a>`}</td>`;
	}
	const head = `<tr>${shown.map((column) => `<th>${escape(header[column] ?? "")}</th>`).join("")}</tr>`;
	const body = rows.slice(0, mostRows).map((row) => `<tr>${shown.map((column, place) => cell(row, column, place)).join("")}</tr>`);
	return {
		html: shown.length === 0 ? "" : `<table><thead>${head}</thead><tbody>\n${body.join("\n")}\n</tbody></table>\n`,
		people,
		leftOut: Math.max(rows.length - mostRows, 0),
		ambiguous: [...ambiguous],
	};
}

/** A value; relations are written `Title (path%20of%20page.md)` and become links. */
function linked(value: string): string {
	const relations = [...value.matchAll(/(?:^|, )([^()\n]{1,300}?) \(([^()\s]{1,1000}\.md)\)/g)];
	if (relations.length === 0) return escape(value).replaceAll("\n", "<br>");
	return relations.map(([, title = "", path = ""]) => `<a href="${escape(path)}">${escape(title)}</a>`).join(", ");
}

function escape(text: string): string {
	return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
