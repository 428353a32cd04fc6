import type { Root } from "hast";
import { SKIP, visit } from "unist-util-visit";
import type { Conversion } from "../../../source.ts";
import { classesOf, element } from "../../json/markup.ts";
import { attribute, findAll, hasClass, wordsOf } from "../../html.ts";

/** Tables of attachments become lists of links, and previews of files links to them. */
export function showFiles(tree: Root, { note }: Conversion): void {
	visit(tree, "element", (node, index, parent) => {
		if (!parent || index === undefined) return undefined;
		const classes = classesOf(node);
		if (classes.some((name) => /^plugin_attachments_(container|table_container)$/.test(name))) {
			const links = findAll(node, (found) => found.tagName === "a" && (hasClass(found, "filename") || /attachments\//.test(attribute(found, "href"))));
			const unique = links.filter((link, at) => links.findIndex((other) => attribute(other, "href") === attribute(link, "href")) === at);
			note("changed", "a table of attachments became a list of links", node.position?.start.line);
			parent.children[index] = element(
				"ul",
				unique.map((link) => element("li", [link])),
			);
			return SKIP;
		}
		if (node.tagName === "a" && (classes.includes("confluence-embedded-file") || attribute(node, "dataLinkedResourceType") === "attachment")) {
			const name = attribute(node, "dataLinkedResourceDefaultAlias");
			if (wordsOf(node) === "" || classes.includes("confluence-embedded-file")) node.children = [{ type: "text", value: wordsOf(node) || name || "File" }];
		}
		return undefined;
	});
}

/** Links to files on the running Confluence that came along lose its name, so that they lead to the copies. */
export function nameOwnFiles(tree: Root, cameAlong: (url: string) => boolean): void {
	visit(tree, "element", (node) => {
		const url = attribute(node, "href");
		if (node.tagName !== "a" || !/^https?:/i.test(url) || !URL.canParse(url) || !cameAlong(url)) return;
		const { pathname } = new URL(url);
		node.properties["href"] = pathname;
	});
}
