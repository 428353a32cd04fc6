import { slug as githubSlug } from "github-slugger";
import type { Blockquote, Code, Heading, Paragraph, Parent, Root } from "mdast";
import { toString } from "mdast-util-to-string";
import { SKIP, visit } from "unist-util-visit";

/** Gives alerts, named headings and titled listings of a Markdown tree the meaning their writers saw. */
export function markNodes(tree: Root, headingId: ((words: string) => string) | undefined): void {
	const seen = new Set<string>();
	visit(tree, (node, index, parent) => {
		if (node.type === "blockquote") markAlert(node);
		else if (node.type === "heading") nameHeading(node, headingId, seen);
		else if (node.type === "code" && parent && index !== undefined) {
			const title = takeTitle(node);
			if (title === undefined) return undefined;
			const words: Paragraph = { type: "paragraph", children: [{ type: "strong", children: [{ type: "text", value: title }] }] };
			(parent as Parent).children.splice(index, 0, words);
			return [SKIP, index + 2];
		}
		return undefined;
	});
}

/** `> [!NOTE]` of GitHub, and `> [!tip]- Title` of Obsidian. */
function markAlert(quote: Blockquote): void {
	const [first] = quote.children;
	const [words] = first?.type === "paragraph" ? first.children : [];
	if (first?.type !== "paragraph" || words?.type !== "text") return;
	const found = /^\[!([A-Za-z-]+)\][+-]?[ \t]*([^\n]*)(?:\n|$)/.exec(words.value);
	if (!found) return;
	const [whole, kind = "note", title = ""] = found;
	words.value = words.value.slice(whole.length);
	// A title ends with its line; when markup follows in the same line, that is a part of it.
	const rest = first.children.length > 1 && words.value === "" && !whole.endsWith("\n") ? undefined : title;
	if (rest === undefined && title !== "") words.value = `${title} `;
	if (words.value === "" && first.children.length > 1) first.children.shift();
	if (toString(first) === "" && first.children.every(({ type }) => type === "text" || type === "break")) quote.children.shift();
	quote.data = { hName: "md-callout", hProperties: { kind, ...(rest && { title: rest }) } };
}

/** `## Words {#id}`, and the ids that a generator makes of words in its own way. */
function nameHeading(heading: Heading, headingId: ((words: string) => string) | undefined, seen: Set<string>): void {
	const last = heading.children.at(-1);
	const named = last?.type === "text" ? /[ \t]*\{:?[ \t]*#([\w:.-]+)[^{}]*\}[ \t]*$/.exec(last.value) : null;
	if (last?.type === "text" && named) last.value = last.value.slice(0, named.index);
	const words = toString(heading);
	const id = named?.[1] ?? headingId?.(words);
	if (!id || seen.has(id) || id === githubSlug(words)) return;
	seen.add(id);
	heading.data = { ...heading.data, ...{ hProperties: { id } } };
}

/** The title in a listing's first line; its language is left as a plain word. */
function takeTitle(code: Code): string | undefined {
	const info = `${code.lang ?? ""} ${code.meta ?? ""}`.trim();
	const braced = /^\{[ \t]*\.([\w+#-]+)/.exec(info)?.[1];
	code.lang = braced ?? code.lang?.replace(/[{[:,].*$/s, "") ?? null;
	if (code.lang === "") code.lang = null;
	const title = /(?:^|[\s{])(?:title|filename|file|name|caption|linktitle)=(?:"([^"]*)"|'([^']*)'|\{?["']?([^\s"'{}]+)["']?\}?)/.exec(code.meta ?? info);
	return (title?.[1] ?? title?.[2] ?? title?.[3])?.trim() || undefined;
}
