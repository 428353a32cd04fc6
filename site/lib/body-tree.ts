import type { Root } from "hast";
import rehypeParse from "rehype-parse";
import { unified } from "unified";

const html = unified().use(rehypeParse, { fragment: true });

/** The HTML of an article's body as a tree. */
export function bodyTree(body: string): Root {
	return html.parse(body);
}
