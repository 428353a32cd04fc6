import { parentPort, workerData } from "node:worker_threads";
import { startOfText } from "#site/lib/front-matter.ts";
import { parseBody } from "./parse-body.ts";
import type { ParsedBody } from "./parse-body.ts";

/** An article to parse, as the thread gets it. */
export interface Unparsed {
	path: string;
	/** Shown in findings. */
	file: string;
	text: string;
}

/** Few enough that the thread forgets them soon, and many enough that handing over costs little. */
const batch = 50;

// What parseBeside starts. Without front matter, nobody knows where the text begins.
const articles = workerData as Unparsed[];
for (let from = 0; from < articles.length; from += batch) {
	const parsed = articles.slice(from, from + batch).map(({ path, file, text }): [string, ParsedBody] => {
		const start = startOfText(text);
		return [path, start ? parseBody(text, file, start) : {}];
	});
	parentPort?.postMessage(parsed);
}
