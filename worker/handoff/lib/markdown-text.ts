import type { StorySection } from "../ticket-story.ts";
import { onOneLine } from "./cut.ts";

/**
 * Text as text in Markdown (CommonMark with GitHub's extensions): no markup, no HTML, no mention, no reference to another
 * issue. A mark of no width parts what sites look for after they have read the Markdown, where a backslash is gone already.
 */
export function escapeMarkdown(text: string): string {
	return text
		.split("\n")
		.map((line) => escapeLine(line))
		.join("\n")
		.replace(/(?<=[^\n])\n(?=[^\n])/g, "\\\n");
}

/** The story as Markdown. */
export function asMarkdown(sections: StorySection[]): string {
	return sections
		.map(({ heading, text, lines = [], links = [] }) => {
			const items = [...lines.map(asOneLine), ...links.map(({ label, url }) => asMarkdownLink(label, url))];
			return [
				`### ${asOneLine(heading)}`,
				...(text ? [escapeMarkdown(text)] : []),
				...(items.length > 0 ? [items.map((item) => `- ${item}`).join("\n")] : []),
			].join("\n\n");
		})
		.join("\n\n");
}

/** A link of ours. */
function asMarkdownLink(label: string, url: string): string {
	return `[${asOneLine(label)}](<${url.replace(/[<>\\\n]/g, encodeURIComponent)}>)`;
}

function asOneLine(text: string): string {
	return escapeLine(onOneLine(text));
}

function escapeLine(line: string): string {
	return (
		line
			.replace(/[!-/:-@[-`{-~]/g, "\\$&")
			.replace(/(?<!\w)\\@(?=\w)/g, "$&&#8203;")
			.replace(/\\#(?=\d)/g, "$&&#8203;")
			.replace(/\bGH\\-(?=\d)/gi, "$&&#8203;")
			// A formula begins with a dollar even where a backslash precedes it.
			.replaceAll("\\$", "&#36;")
			.replace(/^[ \t]+/, (spaces) => "&nbsp;".repeat(spaces.replaceAll("\t", "    ").length))
	);
}
