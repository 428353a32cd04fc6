import type { StorySection } from "../ticket-story.ts";

interface AdfNode {
	type: string;
	attrs?: Record<string, unknown>;
	text?: string;
	marks?: { type: string; attrs?: Record<string, unknown> }[];
	content?: AdfNode[];
}

/** A document of Atlassian's format. */
interface AdfDocument extends AdfNode {
	type: "doc";
	version: 1;
}

/**
 * The story in the Atlassian Document Format: text stands in text nodes, where no letter means anything but itself.
 *
 * @see https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/
 */
export function asAdf(sections: StorySection[]): AdfDocument {
	return { type: "doc", version: 1, content: sections.flatMap(asNodes) };
}

function asNodes({ heading, text = "", lines = [], links = [] }: StorySection): AdfNode[] {
	const items = [
		...lines.map((line) => asLines(line)),
		...links.map(({ label, url }): AdfNode[] => [{ type: "text", text: label || url, marks: [{ type: "link", attrs: { href: url } }] }]),
	].map((content): AdfNode => ({ type: "listItem", content: [{ type: "paragraph", content }] }));
	return [
		{ type: "heading", attrs: { level: 3 }, content: [{ type: "text", text: heading }] },
		...text
			.split(/\n{2,}/)
			.filter((paragraph) => paragraph !== "")
			.map((paragraph): AdfNode => ({ type: "paragraph", content: asLines(paragraph) })),
		...(items.length > 0 ? [{ type: "bulletList", content: items }] : []),
	];
}

/** Text with its line breaks; a text node must not be empty. */
function asLines(text: string): AdfNode[] {
	return text
		.split("\n")
		.flatMap((line, index): AdfNode[] => [...(index > 0 ? [{ type: "hardBreak" }] : []), ...(line === "" ? [] : [{ type: "text", text: line }])]);
}
