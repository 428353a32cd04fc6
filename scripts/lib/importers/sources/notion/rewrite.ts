import type { Conversion } from "../../source.ts";
import { codeRanges } from "../markdown/text/code-ranges.ts";
import { replaceEach } from "../markdown/text/replace-each.ts";

/** What of Notion's Markdown no parser reads as it was meant, written so that each does. */
export async function rewrite(text: string, { note }: Pick<Conversion, "note">): Promise<string> {
	const equations = await replaceEach(
		text,
		/^([ \t]*)\$\$[ \t]*\n?([\s\S]{1,5000}?)\n?[ \t]*\$\$[ \t]*$/gm,
		({ parts: [, indent = "", formula = ""], line }) => {
			note("person", "a formula is shown as code; say in words what it means", line);
			return `${indent}\`\`\`text\n${formula
				.split("\n")
				.map((each) => indent + each.trimStart())
				.join("\n")}\n${indent}\`\`\``;
		},
	);
	const formulas = await replaceEach(equations, /(?<![\\$\w])\$(?![\s$])([^$\n]{1,300}?)(?<![\s\\])\$(?![\d$])/g, ({ parts: [, formula = ""], line }) => {
		// Two prices in a line are no formula.
		if (!/[\\^_={}]/.test(formula) || formula.includes("`")) return undefined;
		note("person", "a formula is shown as code; say in words what it means", line);
		return `\`${formula}\``;
	});
	const bold = await replaceEach(formulas, /\*\*([ \t]*)([^*\n]+?)([ \t]*)\*\*/g, ({ parts: [, before = "", words = "", after = ""] }) =>
		before + after === "" ? undefined : words.trim() === "" ? before + after || " " : `${before}**${words}**${after}`,
	);
	return spacedTags(bold);
}

const opening = /^([ \t]*)(<\/?(?:aside|details)\b[^<>]*>|<summary>.*?<\/summary>)[ \t]*(.*)$/;
const closing = /^([ \t]*)(.*\S)[ \t]*(<\/(?:aside|details)>)[ \t]*$/;

/** Between tags with empty lines around them, Markdown is read as Markdown. */
function spacedTags(text: string): string {
	const ranges = codeRanges(text);
	let offset = 0;
	let range = 0;
	const lines = text.split("\n").flatMap((line) => {
		const start = offset;
		offset += line.length + 1;
		while ((ranges[range]?.[1] ?? Infinity) < start) range += 1;
		const inCode = (ranges[range]?.[0] ?? Infinity) <= start;
		return inCode || !line.includes("<") ? [line] : split(line);
	});
	return lines.join("\n");
}

function split(line: string): string[] {
	const [, indent = "", tag, rest = ""] = opening.exec(line) ?? [];
	if (tag !== undefined) return ["", indent + tag, "", ...(rest === "" ? [] : split(indent + rest))];
	const [, margin = "", words = "", end] = closing.exec(line) ?? [];
	return end === undefined ? [line] : [margin + words, "", margin + end, ""];
}
