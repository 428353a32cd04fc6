import type { LogRow } from "./learn-words.ts";

/** A log's rows, and what is wrong with its other lines. */
export interface Log {
	rows: LogRow[];
	/** Place and fault. Example: `clicks.jsonl:7  "visitors" is "many"; it must be a whole number from 1 up` */
	problems: string[];
}

/**
 * Reads lines of `{"query", "article", "visitors"}` (JSONL). Empty lines are passed over, further fields too.
 * @param file shown in problems
 */
export function readLog(text: string, file: string): Log {
	const log: Log = { rows: [], problems: [] };
	text
		.replace(/^\uFEFF/, "")
		.split(/\r?\n/)
		.forEach((line, index) => {
			if (line.trim() === "") return;
			const row = readLine(line);
			if (typeof row === "string") log.problems.push(`${file}:${index + 1}  ${row}`);
			else log.rows.push(row);
		});
	return log;
}

const show = (value: unknown) => (value === undefined ? "missing" : JSON.stringify(value).slice(0, 60));

/** The row of a line, or what is wrong with it. */
function readLine(line: string): LogRow | string {
	let value: unknown;
	try {
		value = JSON.parse(line);
	} catch {
		return "is not JSON";
	}
	if (typeof value !== "object" || value === null || Array.isArray(value)) return 'is no object; write {"query": "…", "article": "…", "visitors": 3}';
	const { query, article, visitors } = value as Record<string, unknown>;
	if (typeof query !== "string" || query.trim() === "") return `"query" is ${show(query)}; it must be text`;
	if (typeof article !== "string" || article === "") return `"article" is ${show(article)}; it must be the id of an article`;
	if (typeof visitors !== "number" || !Number.isSafeInteger(visitors) || visitors < 1)
		return `"visitors" is ${show(visitors)}; it must be a whole number from 1 up`;
	return { query, article: article.replace(/^\/+|\/+$/g, ""), visitors };
}
