import type { Dialect } from "../../source.ts";
import { followLines } from "../markdown/text/follow-lines.ts";
import type { Targets } from "./find-targets.ts";
import { markNodes } from "./mark-nodes.ts";
import { rewrite } from "./rewrite.ts";
import { settleElements } from "./settle-elements.ts";

/**
 * The Markdown that Notion exports.
 * @param said what the tables of databases need to have said, by the article's key; known once they were read
 */
export function createDialect(targets: Targets, said: ReadonlyMap<string, string[]>): Dialect {
	return {
		async rewrite(text, { article, note }) {
			for (const what of said.get(article.key) ?? []) note("person", what);
			if (said.has(article.key)) return text;
			const written = await rewrite(text, { note });
			return { text: written, lineOf: followLines(text, written) };
		},
		markdown: markNodes,
		html: (tree, conversion) => settleElements(tree, targets, conversion),
	};
}
