import { toString } from "mdast-util-to-string";
import type { Blockquote, Heading, Nodes, RootContent } from "mdast";
import { attributesOf, isJsx, type JsxNode } from "../checks/mdx-tree.ts";
import { inline, paragraph, toBlocks } from "./plain-nodes.ts";
import { plainQuestions } from "./plain-questions.ts";
import type { PlainState } from "./plain-tree.ts";

type Attributes = Record<string, string>;

/** Whether a name is a component's and not an HTML element's. */
export function isComponent(name: string): boolean {
	return /^[A-Z]/.test(name) || name.includes(".");
}

/** Words above a callout, and the GitHub alert that looks like it. */
const callouts: Record<string, { word: string; alert?: string }> = {
	Note: { word: "Note", alert: "NOTE" },
	Tip: { word: "Tip", alert: "TIP" },
	Warning: { word: "Warning", alert: "WARNING" },
	IfThisFails: { word: "If this doesn't work" },
};

/** What a component says, as blocks without components. Of an unknown one the title and the words stay. */
export function componentBlocks(node: JsxNode, name: string, attributes: Attributes, state: PlainState): RootContent[] {
	const { title } = attributes;
	function content(): RootContent[] {
		return toBlocks(node.children.flatMap((child) => state.expand(child)));
	}
	switch (name) {
		case "QuickAnswer":
			return [state.printed(2, "Quick answer", { id: "quick-answer" }), ...content()];
		case "BeforeYouStart":
			return [state.printed(2, "Before you start", { id: "before-you-start" }), ...content()];
		case "Troubleshooter":
			return [
				title ? state.printed(2, title, { title }) : state.printed(2, "Find out what is wrong", { id: "troubleshooter" }),
				...plainQuestions(node, state),
			];
		case "Troubleshooting":
			return [state.printed(2, "Troubleshooting", { id: "troubleshooting" }), ...content()];
		case "Steps":
			return [title ? state.printed(2, title, { title }) : state.printed(2, "Step by step", { id: "steps" }), ...steps(node, state)];
		case "Step":
			return [state.printed(3, title ?? "Step", {}), ...content()];
		case "Problem":
		case "Question":
			return [state.printed(3, title ?? name, {}), ...content()];
		case "Cause":
		case "Solution":
			return [{ type: "heading", depth: 4, children: [{ type: "text", value: name }] }, ...content()];
		case "Note":
		case "Tip":
		case "Warning":
		case "IfThisFails":
			return [callout(name, content(), state)];
		case "Screenshot":
			return figure(content(), attributes["caption"] ?? "", state);
		case "Video":
			return [video(attributes), ...content()];
		case "Faq":
			return content();
		default:
			return [...(title ? [paragraph({ type: "strong", children: [{ type: "text", value: title }] })] : []), ...content()];
	}
}

/** Numbers the steps: in plain text nothing else does. */
function steps(node: JsxNode, state: PlainState): RootContent[] {
	let number = 0;
	const counting: PlainState = {
		...state,
		expand(child) {
			if (child.type === "paragraph") return toBlocks(child.children.flatMap((inner) => counting.expand(inner)));
			if (!isJsx(child) || child.name !== "Step") return state.expand(child);
			number += 1;
			const title = attributesOf(child)["title"] ?? "";
			const heading = state.printed(3, title === "" ? `Step ${number}` : `Step ${number}: ${title}`, { title });
			return [heading, ...toBlocks(child.children.flatMap((inner) => state.expand(inner)))];
		},
	};
	return toBlocks(node.children.flatMap((child) => counting.expand(child)));
}

function callout(name: string, content: RootContent[], { target }: PlainState): Blockquote {
	const { word, alert } = callouts[name] ?? { word: name };
	const data = { hName: "aside", hProperties: { className: [name.replace(/(?!^)[A-Z]/g, "-$&").toLowerCase()] } };
	if (target === "html" || alert === undefined) {
		return { type: "blockquote", data, children: inQuote([paragraph({ type: "strong", children: [{ type: "text", value: word }] }), ...content]) };
	}
	// Written as HTML, so that the square brackets are not escaped.
	const marker = { type: "html", value: `[!${alert}]` } as const;
	const [first, ...rest] = content;
	if (first?.type !== "paragraph") return { type: "blockquote", children: inQuote([paragraph(marker), ...content]) };
	return { type: "blockquote", children: inQuote([paragraph(marker, { type: "text", value: "\n" }, ...first.children), ...rest]) };
}

function figure(content: RootContent[], caption: string, { target }: PlainState): RootContent[] {
	if (caption === "") return content;
	const words = { type: "text", value: caption } as const;
	if (target === "markdown") return [...content, paragraph({ type: "emphasis", children: [words] })];
	const figcaption = { ...paragraph(words), data: { hName: "figcaption" } };
	return [{ type: "blockquote", data: { hName: "figure" }, children: inQuote([...content, figcaption]) }];
}

function video({ title = "", src = "", length }: Attributes): RootContent {
	return paragraph({ type: "link", url: src, children: [{ type: "text", value: `Play “${title}”${length ? ` (${length})` : ""}` }] });
}

/** The blocks that components make may all stand in a quote; the type of a root's children is wider. */
function inQuote(blocks: RootContent[]): Blockquote["children"] {
	return blocks as Blockquote["children"];
}

const headings = new Set(["h1", "h2", "h3", "h4", "h5", "h6"]);

/** The Markdown that says the same as an HTML element; undefined for an element of which only the content matters. */
export function htmlElement(name: string, attributes: Attributes, inner: Nodes[], state: PlainState): Nodes[] | undefined {
	if (headings.has(name)) {
		const text = inner.map((child) => toString(child)).join("");
		return [state.printed(Number(name.slice(1)) as Heading["depth"], text, attributes["id"] ? { id: attributes["id"] } : {})];
	}
	switch (name) {
		case "a":
			return attributes["href"] ? [inline({ type: "link", url: attributes["href"], children: [] }, inner)] : undefined;
		case "img":
			return [{ type: "image", url: attributes["src"] ?? "", alt: attributes["alt"] ?? "" }];
		case "br":
			return [{ type: "break" }];
		case "hr":
			return [{ type: "thematicBreak" }];
		case "b":
		case "strong":
			return [inline({ type: "strong", children: [] }, inner)];
		case "i":
		case "em":
			return [inline({ type: "emphasis", children: [] }, inner)];
		default:
			return undefined;
	}
}
