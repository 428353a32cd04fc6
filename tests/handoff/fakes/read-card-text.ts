import type { Nodes } from "mdast";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { alarmOfLink } from "./channel.ts";
import type { ReadText } from "./read-text.ts";

const markdown = unified().use(remarkParse);
const clock = /\{\{(?:DATE|TIME)\([^)]*\)\}\}/g;

/**
 * Reads the text of a card as Teams shows it: the part of CommonMark that formats and links, HTML as letters. Markup that
 * Teams does not show (headings, pictures, quotes, code) is an alarm, because its marks do not come back as letters.
 *
 * @see https://learn.microsoft.com/en-us/adaptive-cards/authoring-cards/text-features read on 2026-11-21
 * @see https://learn.microsoft.com/en-us/microsoftteams/platform/task-modules-and-cards/cards/cards-format
 */
export function readCardText(source: string): ReadText {
	const alarms = [...source.matchAll(clock)].map(([call]) => `function: ${call}`);
	if (/<at>/i.test(source)) alarms.push("mention");
	const text = read(markdown.parse(source));
	return { text, alarms };

	function read(node: Nodes): string {
		switch (node.type) {
			case "text":
			case "html":
				return node.value;
			case "break":
				return "\n";
			case "link":
				alarms.push(...alarmOfLink(node.url));
				return `${node.children.map(read).join("")} ${node.url}`;
			case "heading":
			case "image":
			case "imageReference":
			case "linkReference":
			case "blockquote":
			case "code":
			case "inlineCode":
			case "definition":
				alarms.push(node.type);
				return "";
			case "root":
			case "list":
				return node.children.map(read).join("\n");
			default:
				return "children" in node ? node.children.map(read).join("") : "";
		}
	}
}
