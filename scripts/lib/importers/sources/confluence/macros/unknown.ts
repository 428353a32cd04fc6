import type { Root } from "hast";
import { visit } from "unist-util-visit";
import { classesOf, element } from "../../json/markup.ts";
import type { Conversion } from "../../../source.ts";
import { attribute, wordsOf } from "../../html.ts";

/** Macros that have a counterpart here, or that only arrange what is in them. */
const known = new Set(
	"info note tip warning panel expand code noformat toc status jira excerpt excerpt-include include section column anchor attachments view-file viewpdf viewxls viewdoc viewppt children details detailssummary drawio inc-drawio gliffy lucidchart html html-include multimedia widget iframe cheese emoji mention date tasks task-list contentbylabel quote div span style numberedheadings chart index pagetree recently-updated contributors profile gallery roadmap".split(
		" ",
	),
);

/** What Confluence itself could not show, and macros of add-ons: what they say is kept, and somebody looks. */
export function noteUnknown(tree: Root, { note }: Conversion): void {
	visit(tree, "element", (node) => {
		const classes = classesOf(node);
		const line = node.position?.start.line;
		const words = wordsOf(node);
		const macro = attribute(node, "dataMacroName");
		if (/^(div|span|p)$/.test(node.tagName) && classes.some((name) => /^(error|unknown-macro|macro-error|plugin-error)$/.test(name))) {
			note("person", `a macro that Confluence could not show: ${words.slice(0, 120) || "(no words)"}`, line);
			node.children = words === "" ? [] : [element("code", [{ type: "text", value: words }])];
		} else if (macro !== "" && !known.has(macro.toLowerCase()))
			note("person", `the macro “${macro.slice(0, 60)}” has no counterpart; what it showed was kept`, line);
		if (node.tagName === "a" && classes.includes("jira-issue-key"))
			note("person", `the Jira issue ${words.slice(0, 40)} became a link; take it out if readers cannot open it`, line);
		if (classes.includes("columnLayout") && node.children.filter((child) => child.type === "element").length > 1)
			note("changed", "columns stand one below the other", line);
	});
}
