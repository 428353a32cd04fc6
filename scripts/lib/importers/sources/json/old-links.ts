import type { Root } from "hast";
import { visit } from "unist-util-visit";
import type { Conversion, SourceArticle } from "../../source.ts";

/** What is known of the links of an exported centre. */
export interface KnownLinks {
	/** Whether a link leads to an article or a category of the export. */
	leadsToPage(url: string, from: SourceArticle): boolean;
	/** Whether a link leads to a file of the export. */
	leadsToFile(url: string, from: SourceArticle): boolean;
	/** The path of an address of the old centre. */
	pathOf(url: string): string | undefined;
}

/** Downloads are found by their path; what else leads to the old centre will end with it. */
export function settleOldLinks(tree: Root, links: KnownLinks, { article, note }: Conversion): void {
	visit(tree, "element", (node) => {
		const url = node.properties["href"];
		if (node.tagName !== "a" || typeof url !== "string" || !/^(https?:)?\/\//i.test(url.trim())) return;
		const path = links.pathOf(url.trim());
		if (path === undefined || links.leadsToPage(url.trim(), article)) return;
		if (links.leadsToFile(url.trim(), article)) node.properties["href"] = path;
		else note("person", `the link ${url.trim().slice(0, 200)} leads to the old centre, to something that is not in the import`, node.position?.start.line);
	});
}
