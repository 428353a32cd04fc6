import type { Link, PhrasingContent, Root } from "mdast";
import { toString } from "mdast-util-to-string";
import { SKIP, visit } from "unist-util-visit";
import { dayIn } from "../days.ts";
import type { Conversion } from "../../source.ts";

const languages: Record<string, string> = {
	"plain text": "text",
	"c++": "cpp",
	"c#": "csharp",
	"f#": "fsharp",
	"java/c/c++/c#": "text",
	"visual basic": "vb",
	"objective-c": "objc",
	"vb.net": "vb",
	shell: "bash",
};
const mention = /(?<![\p{L}\d._%+-])@(\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){0,2}(?: \d{1,2}, \d{4})?)/gu;

/** Languages, bookmarks, mentions and tables of contents as Notion writes them. */
export function markNodes(tree: Root, { note }: Conversion): void {
	let contents: number | undefined;
	visit(tree, (node, index, parent) => {
		const line = node.position?.start.line;
		if (node.type === "code" && node.lang) {
			const named = [node.lang, node.meta ?? ""].join(" ").trim().toLowerCase();
			node.lang = languages[named] ?? languages[node.lang.toLowerCase()] ?? node.lang.toLowerCase().replace(/[^a-z0-9+#-]/g, "");
			node.meta = null;
		}
		if (node.type === "paragraph" && parent && index !== undefined && isContents(node.children)) {
			contents ??= line ?? 1;
			parent.children.splice(index, 1);
			return [SKIP, index];
		}
		if (node.type === "link") nameLink(node, note);
		if (node.type === "text")
			node.value = node.value.replace(mention, (whole: string, name: string) => withoutSign(whole, name, (what) => note("person", what, line)));
		return undefined;
	});
	if (contents !== undefined) note("changed", "the table of contents was left out; articles have their own", contents);
}

/** Links to nowhere, one below the other: what a table of contents becomes. */
function isContents(children: PhrasingContent[]): boolean {
	const links = children.filter((child): child is Link => child.type === "link");
	return (
		links.length > 0 &&
		links.every(({ url }) => url.startsWith("about:blank#")) &&
		children.every((child) => child.type === "link" || child.type === "break" || toString(child).trim() === "")
	);
}

/** `[bookmark](https://…)` says nothing; its address does. */
function nameLink(link: Link, note: Conversion["note"]): void {
	const word = toString(link).trim().toLowerCase();
	if (!/^(bookmark|embed|video|link preview|pdf|audio|file|tweet|figma|google drive)?$/.test(word) || !/^https?:/i.test(link.url)) return;
	link.children = [{ type: "text", value: link.url }];
	if (word !== "bookmark" && word !== "")
		note("changed", `an embedded ${word === "embed" ? "page" : word} became a link: ${link.url.slice(0, 200)}`, link.position?.start.line);
}

function withoutSign(whole: string, name: string, say: (what: string) => void): string {
	if (dayIn(name) !== undefined || /^(Today|Tomorrow|Yesterday|Now)\b/.test(name)) return name;
	say(`${whole} may name a person; write a role or a team in its place`);
	return whole;
}
