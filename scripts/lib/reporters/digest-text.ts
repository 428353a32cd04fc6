import type { Digest } from "#contract/digest.ts";
import { plainLine } from "#contract/plain-line.ts";
import { digestTitle } from "#worker/reports/digest/digest-news.ts";
import { partsOf, type Item, type Part } from "#worker/reports/digest/parts.ts";
import { tableText } from "./overview-text.ts";

function partText({ heading, items = [], table, empty }: Part): string {
	if (table && table.rows.length > 0) return tableText({ title: heading, heads: table.heads, rows: table.rows.map(({ cells }) => cells), empty });
	return [heading, ...(items.length > 0 ? items.flatMap(itemLines) : [`  ${empty}`])].join("\n");
}

function itemLines({ text, more }: Item): string[] {
	return [`  - ${plainLine(text)}`, ...more.map((line) => `      ${plainLine(line)}`)];
}

/** The digest for a terminal. */
export function digestText(digest: Digest): string {
	return [digestTitle(digest), ...partsOf(digest).map(partText)].join("\n\n");
}
