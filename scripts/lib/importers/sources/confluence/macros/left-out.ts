import type { Root } from "hast";
import { SKIP, visit } from "unist-util-visit";
import { classesOf } from "../../json/markup.ts";
import type { Conversion } from "../../../source.ts";
import { attribute } from "../../html.ts";

/** Icons, buttons and settings of the page, which say nothing to a reader. */
const furniture =
	/^(aui-icon|expand-control-icon|expand-icon|collapse-source|collapse-spinner-wrapper|hidden|page-metadata|labels-section|likes-and-labels-container|userLogo|icon)$/;

/** Macros that show what pages here have of their own, or what only Confluence knows. */
const macros: [RegExp, string][] = [
	[/^(toc-macro|client-side-toc-macro)$/, "the table of contents was left out; articles have their own"],
	[/^(plugin_pagetree|pagetree|plugin_pagetree_children)$/, "the page tree was left out; the category shows its articles"],
	[
		/^(recently-updated|recently-updated-macro|blog-post-list|contributors|plugin-contributors|profile-macro|userprofile|vcard)$/,
		"a list of people or of their changes was left out",
	],
	[
		/^(navmap|space-search|livesearch|search-macro|gadget|favourite-pages|task-report|tasks-report-macro)$/,
		"a list or a search that only Confluence can fill was left out",
	],
];

/** Takes out what is no content, and names the macros among it. */
export function leaveOut(tree: Root, { note }: Conversion): void {
	visit(tree, "element", (node, index, parent) => {
		if (!parent || index === undefined) return undefined;
		const classes = classesOf(node);
		const macro = macros.find(([pattern]) => classes.some((name) => pattern.test(name)));
		if (macro) note("changed", macro[1], node.position?.start.line);
		const isIcon = node.tagName === "img" && /^(\.\/)?images\/icons\//.test(attribute(node, "src")) && !classes.includes("emoticon");
		if (!macro && !isIcon && !classes.some((name) => furniture.test(name))) return undefined;
		parent.children.splice(index, 1);
		return [SKIP, index];
	});
}
