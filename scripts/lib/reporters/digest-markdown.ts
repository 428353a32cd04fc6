import type { Digest } from "#contract/digest.ts";
import { digestTitle } from "#worker/reports/digest/digest-news.ts";
import { partsOf, type Item, type Part } from "#worker/reports/digest/parts.ts";
import { escapeMarkdown } from "./escape-markdown.ts";

/** The digest as Markdown (GitHub's extensions), for an issue or a wiki. */
export function digestMarkdown(digest: Digest): string {
	const title = escapeMarkdown(digestTitle(digest));
	return `${[`# ${title}`, ...partsOf(digest).map((part) => partMarkdown(part, digest.url))].join("\n\n")}\n`;
}

function partMarkdown({ heading, items = [], table, empty }: Part, url: string): string {
	return [`## ${heading}`, "", ...(table ? tableLines(table) : items.flatMap((item) => itemLines(item, url))), ...nothing(items, table, empty)].join("\n");
}

function nothing(items: Item[], table: Part["table"], empty: string): string[] {
	return items.length === 0 && (table?.rows.length ?? 0) === 0 ? [escapeMarkdown(empty)] : [];
}

function tableLines({ heads, rows }: NonNullable<Part["table"]>): string[] {
	if (rows.length === 0) return [];
	const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
	return [line(heads), line(heads.map(() => "---")), ...rows.map(({ cells }) => line(cells.map(escapeMarkdown)))];
}

function itemLines({ text, more, href }: Item, url: string): string[] {
	const link = href === undefined ? "" : ` ([see](<${url}${href.replace(/[<>\\\s]/g, encodeURIComponent)}>))`;
	return [`- ${escapeMarkdown(text)}${link}`, ...more.map((line) => `  - ${escapeMarkdown(line)}`)];
}
