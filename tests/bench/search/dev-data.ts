import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { root } from "#scripts/lib/paths.ts";
import type { BenchArticle } from "./engines/types.ts";

/** The development data for search; its texts stay out of the project. */
export interface DevData {
	articles: BenchArticle[];
	/** Answerable questions, the same with a slip in each, and questions that nothing answers. */
	queries: DevQuery[];
	typos: DevQuery[];
	none: DevQuery[];
	/** A log of searches that ended in a helpful article. */
	clicks: { query: string; article: string; visitors: number }[];
	/** Where it lies. */
	folder: string;
}

export interface DevQuery {
	query: string;
	expected: string[] | null;
}

/** Where the data is looked for (`SEARCH_DEV`). */
export const devFolder = resolve(root, process.env["SEARCH_DEV"] ?? "../shared/search-dev");

export const withoutDevData = `There is no development data at ${devFolder}. Set SEARCH_DEV to a folder with articles.jsonl, queries.jsonl, queries-typo.jsonl, queries-none.jsonl and clicks.jsonl.`;

/** Reads the data; null where there is none. */
export function readDevData(): DevData | null {
	if (!existsSync(join(devFolder, "articles.jsonl"))) return null;
	function lines<Line>(name: string): Line[] {
		return readFileSync(join(devFolder, name), "utf8")
			.split("\n")
			.filter((line) => line.trim() !== "")
			.map((line) => JSON.parse(line) as Line);
	}
	return {
		articles: lines("articles.jsonl"),
		queries: lines("queries.jsonl"),
		typos: lines("queries-typo.jsonl"),
		none: lines("queries-none.jsonl"),
		clicks: lines("clicks.jsonl"),
		folder: devFolder,
	};
}
