/**
 * Reads comma-separated values: quotes, doubled quotes and line ends in quotes as in RFC 4180. A quote that is never closed ends
 * with the text.
 * @returns rows with their cells; empty lines are no rows
 */
export function readCsv(text: string): string[][] {
	const rows: string[][] = [];
	let row: string[] = [];
	// One cell with the sign after it: quoted, or up to the next comma or line end.
	const cell = /(?:"([^"]*(?:""[^"]*)*)(?:"|$)([^,\n]*)|([^,\n]*))(,|\n|$)/y;
	const content = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
	while (cell.lastIndex < content.length) {
		const match = cell.exec(content);
		if (!match) break;
		const [, quoted, rest = "", plain = "", end] = match;
		row.push((quoted === undefined ? plain : quoted.replaceAll('""', '"') + rest).trim());
		if (end === ",") {
			if (cell.lastIndex >= content.length) row.push("");
			else continue;
		}
		if (row.some((value) => value !== "")) rows.push(row);
		row = [];
	}
	return rows;
}
