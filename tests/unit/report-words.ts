import type { ReportTable } from "#contract/report-table.ts";

/** All that a table says without its rows. */
export function wordsOf({ id, caption, definition, empty, columns }: ReportTable): string {
	const heads = columns.map(({ key, label, unit, definition: how }) => [key, label, unit, how].filter((part) => part !== undefined).join(" | "));
	return [`${id}: ${caption}`, definition, empty, ...heads].join("\n");
}
