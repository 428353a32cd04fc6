import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { Root } from "mdast";
import type { Finding } from "#site/lib/finding.ts";
import { readFrontMatter } from "#site/lib/front-matter.ts";
import { parseBody } from "../checks/parse-body.ts";
import type { Centre, Entry } from "./centre.ts";
import type { Source } from "./exporter.ts";
import { makePlaces } from "./places.ts";

interface Watch {
	/** Ends the export between two articles. */
	stop: AbortSignal;
	/** Called after each article. */
	progress(done: number): void;
	/** Called for an article that does not parse. */
	broken(problem: Finding): void;
}

/** Hands out a centre's articles one by one: only one text is held at a time. */
export function readArticles(centre: Centre, { stop, progress, broken }: Watch): Source {
	function parse({ path, file }: Entry): ReturnType<typeof parseBody> {
		const text = readFileSync(join(centre.folder, path), "utf8");
		return parseBody(text, file, readFrontMatter(text, file));
	}
	async function* articles(): AsyncGenerator<{ entry: Entry; tree: Root }> {
		for (const [index, entry] of centre.entries.entries()) {
			await setImmediate();
			stop.throwIfAborted();
			const { body, problem } = parse(entry);
			if (problem) broken(problem);
			if (body) yield { entry, tree: body.tree };
			progress(index + 1);
		}
	}
	return {
		centre,
		places: makePlaces(centre),
		read: (entry) => parse(entry).body?.tree,
		size: (path) => statSync(join(centre.folder, path)).size,
		articles,
	};
}
