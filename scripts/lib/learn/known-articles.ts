import { readFrontMatter } from "#site/lib/front-matter.ts";
import { splitArticlePath } from "../article-path.ts";
import type { RawContent } from "../checks/read-content.ts";

/** Articles of a content folder by id, in whatever language; drafts are none. What is published in one language is not archived. */
export function knownArticles({ texts, display }: Pick<RawContent, "texts" | "display">): Map<string, "published" | "archived"> {
	const known = new Map<string, "published" | "archived">();
	for (const [path, text] of texts) {
		const { id } = splitArticlePath(path) ?? {};
		if (id === undefined) continue;
		const { raw } = readFrontMatter(text, display(path));
		if (raw["draft"] === true || known.get(id) === "published") continue;
		known.set(id, raw["archived"] === true ? "archived" : "published");
	}
	return known;
}
