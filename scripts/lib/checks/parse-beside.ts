import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { ParsedBody } from "./parse-body.ts";
import type { Unparsed } from "./parse-thread.ts";
import type { RawContent } from "./read-content.ts";

/** From so many articles on, starting threads costs less than it saves. */
const many = 400;
/** More threads would wait for the one that collects. */
const mostThreads = 6;

/** Parses the articles of a large content folder in threads, one for each core: parsing is most of the work of a check. */
export async function parseBeside(raw: RawContent, atLeast = many): Promise<RawContent> {
	const articles = raw.files.filter((path) => path.endsWith(".mdx")).map((path) => ({ path, file: raw.display(path), text: raw.texts.get(path) ?? "" }));
	if (articles.length < atLeast) return raw;
	const threads = Math.min(availableParallelism(), mostThreads);
	const bodies = new Map<string, ParsedBody>();
	await Promise.all(
		Array.from({ length: threads }, (_, thread) =>
			parseIn(
				articles.filter((__, index) => index % threads === thread),
				bodies,
			),
		),
	);
	return { ...raw, bodies };
}

function parseIn(articles: Unparsed[], bodies: Map<string, ParsedBody>): Promise<void> {
	return new Promise((resolve, reject) => {
		const worker = new Worker(new URL("parse-thread.ts", import.meta.url), { workerData: articles });
		worker.on("message", (parsed: [string, ParsedBody][]) => {
			for (const [path, body] of parsed) bodies.set(path, body);
		});
		worker.once("error", reject).once("exit", () => resolve());
	});
}
