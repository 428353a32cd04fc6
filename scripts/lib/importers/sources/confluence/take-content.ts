import type { Element, Root } from "hast";
import type { Conversion } from "../../source.ts";
import { element } from "../json/markup.ts";
import { attribute, findAll, findFirst, hasClass, wordsOf } from "../html.ts";
import { attachmentPath } from "./read-page.ts";

/** Leaves of an exported page the text, and the attachments that the text does not name. */
export function takeContent(tree: Root, { note }: Conversion): void {
	const main = findFirst(tree, (found) => attribute(found, "id") === "main-content") ?? findFirst(tree, (found) => hasClass(found, "wiki-content"));
	if (!main) {
		note("person", "it has no part that is marked as its text; the whole page was kept");
		return;
	}
	const sections = findAll(tree, (found) => hasClass(found, "pageSection"));
	const comments = sections.find((section) => findFirst(section, (found) => attribute(found, "id") === "comments"));
	if (comments) note("person", "its comments were left out: they hold names and opinions of people", comments.position?.start.line);
	const files = unnamedFiles(main, sections);
	if (files.length > 0)
		note(
			"changed",
			`${files.length === 1 ? "1 attachment that its text does not name stands" : `${files.length} attachments that its text does not name stand`} at its end`,
			files[0]?.position?.start.line,
		);
	tree.children = [...main.children, ...(files.length > 0 ? listed(files) : [])];
}

function unnamedFiles(main: Element, sections: Element[]): Element[] {
	const named = new Set(findAll(main, () => true).flatMap((found) => ["href", "src", "dataImageSrc"].map((name) => attachmentPath(attribute(found, name)))));
	const container = findFirst(main, (found) => hasClass(found, "plugin_attachments_container"));
	if (container) return [];
	return sections
		.flatMap((section) => findAll(section, ({ tagName }) => tagName === "a"))
		.filter((link) => {
			const path = attachmentPath(attribute(link, "href"));
			return path !== undefined && !named.has(path);
		});
}

function listed(files: Element[]): Element[] {
	const items = files.map((link) =>
		element("li", [
			{
				...element("a", [{ type: "text", value: wordsOf(link) || attribute(link, "href") }], { href: attribute(link, "href") }),
				...(link.position && { position: link.position }),
			},
		]),
	);
	return [element("h2", [{ type: "text", value: "Attachments" }]), element("ul", items)];
}
