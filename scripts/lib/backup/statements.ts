import type { Table, Value } from "./format.ts";

/** D1 takes no longer statement (100 kB), in letters of which some take more than a byte. */
const longest = 25_000;

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** A value as SQL. A null byte would end the statement. */
function literal(value: Value): string {
	if (value === null) return "NULL";
	if (typeof value === "number") return String(value);
	return value.includes("\0") ? `CAST(X'${Buffer.from(value).toString("hex")}' AS TEXT)` : `'${value.replaceAll("'", "''")}'`;
}

/** Statements that put the rows of tables in the place of what is there. @param tables those that others refer to first */
export function* statementsFor(tables: readonly Table[]): Iterable<string> {
	yield "PRAGMA defer_foreign_keys = TRUE;";
	for (const { name } of tables.toReversed()) yield `DELETE FROM ${quoted(name)};`;
	for (const { name, columns, rows } of tables) {
		const head = `INSERT INTO ${quoted(name)} (${columns.map(quoted).join(", ")}) VALUES `;
		let values: string[] = [];
		let length = 0;
		for (const row of rows) {
			const text = `(${row.map(literal).join(", ")})`;
			if (values.length > 0 && length + text.length > longest) {
				yield `${head}${values.join(", ")};`;
				[values, length] = [[], 0];
			}
			values.push(text);
			length += text.length;
		}
		if (values.length > 0) yield `${head}${values.join(", ")};`;
	}
}
