import * as z from "zod";
import type { ReadText } from "./read-text.ts";

/**
 * The nodes of the Atlassian Document Format that a request or a comment may hold; a node that is not here is refused.
 *
 * @see https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/ read on 2026-11-21
 */
const mark = z.discriminatedUnion("type", [
	z.strictObject({ type: z.enum(["strong", "em", "code", "underline", "strike"]) }),
	z.strictObject({ type: z.literal("link"), attrs: z.strictObject({ href: z.string(), title: z.string().optional() }) }),
]);
const inline = z.discriminatedUnion("type", [
	z.strictObject({ type: z.literal("text"), text: z.string().min(1), marks: z.array(mark).optional() }),
	z.strictObject({ type: z.literal("hardBreak") }),
	z.strictObject({ type: z.literal("mention"), attrs: z.looseObject({ id: z.string(), text: z.string().optional() }) }),
	z.strictObject({ type: z.literal("inlineCard"), attrs: z.strictObject({ url: z.string() }) }),
]);
const inlines = z.array(inline);
const paragraph = z.strictObject({ type: z.literal("paragraph"), content: inlines.optional() });
const listItem = z.strictObject({
	type: z.literal("listItem"),
	get content() {
		return z.array(z.union([paragraph, list])).min(1);
	},
});
const list = z.strictObject({ type: z.enum(["bulletList", "orderedList"]), content: z.array(listItem).min(1) });
const codeBlock = z.strictObject({
	type: z.literal("codeBlock"),
	attrs: z.strictObject({ language: z.string() }).partial().optional(),
	content: inlines.optional(),
});
const heading = z.strictObject({ type: z.literal("heading"), attrs: z.strictObject({ level: z.int().min(1).max(6) }), content: inlines.optional() });
const boxed = z.array(z.union([paragraph, list, codeBlock, heading])).min(1);
const blocks = z.union([
	paragraph,
	list,
	codeBlock,
	heading,
	z.strictObject({ type: z.literal("rule") }),
	z.strictObject({ type: z.literal("blockquote"), content: boxed }),
	z.strictObject({ type: z.literal("panel"), attrs: z.strictObject({ panelType: z.enum(["info", "note", "warning", "error", "success"]) }), content: boxed }),
]);

export const adfDocument = z.strictObject({ version: z.literal(1), type: z.literal("doc"), content: z.array(blocks) });

interface AdfNode {
	type: string;
	text?: string;
	attrs?: { href?: string; url?: string };
	marks?: { type: string; attrs?: { href?: string } }[];
	content?: AdfNode[];
}

/** Reads a document as the issue shows it. */
export function readAdf(document: z.infer<typeof adfDocument>): ReadText {
	const alarms: string[] = [];
	return { text: read(document as AdfNode), alarms };

	function read({ type, text = "", attrs = {}, marks = [], content = [] }: AdfNode): string {
		const links = [...marks.map((own) => own.attrs?.href), attrs.url].filter((href) => href !== undefined);
		alarms.push(...links.filter((href) => !/^(?:https?|mailto):/i.test(href)).map((href) => `link to ${href}`));
		if (type === "mention") alarms.push("mention");
		if (type === "hardBreak") return "\n";
		const inner = content.map(read).join("");
		const isBlock = !["text", "doc", "mention", "inlineCard"].includes(type);
		return [text, inner, ...links, isBlock ? "\n" : ""].join("");
	}
}

/** What a backslash turns into a plain letter. */
const escaped = /\\([-*_+^~?{}[\]!|#\\(:;@.])/g;

/**
 * Reads wiki markup as the issue shows it: what is formatted loses its marks, what is escaped keeps its letters.
 *
 * @see https://jira.atlassian.com/secure/WikiRendererHelpAction.jspa?section=all read on 2026-11-21
 */
export function readWiki(markup: string): ReadText {
	const alarms: string[] = [];
	const text = markup
		.split(/(\{noformat\}[^]*?\{noformat\})/)
		.map((part) => (part.startsWith("{noformat}") ? part.slice("{noformat}".length, -"{noformat}".length) : render(part)))
		.join("");
	return { text, alarms };

	function render(part: string): string {
		// What is escaped is put aside (private use letters), so that nothing takes it for markup.
		const kept: string[] = [];
		const open = part.replace(escaped, (_, letter: string) => String.fromCodePoint(0xf0000 + kept.push(letter) - 1));
		const shown = open
			.replace(/\[~[^\]\n]+\]/g, (mention) => alarm(`mention ${mention}`))
			.replace(/\[([^\]|\n]*)\|([^\]\n]+)\]/g, (_, label: string, target: string) => {
				if (!/^(?:https?|mailto):/i.test(target)) alarm(`link to ${target}`);
				return `${label} ${target}`;
			})
			.replace(/!([^\s!]+\.[^\s!]+)!/g, (_, source: string) => alarm(`image ${source}`))
			.replace(/\{(?:code|color|quote|panel|anchor)(?::[^}\n]*)?\}/g, (macro) => alarm(`macro ${macro}`))
			.replace(/\{\{(\S[^\n]*?)\}\}/g, "$1")
			.replace(/^(?:h[1-6]\.|bq\.) /gm, "")
			.replace(/(?<![\p{L}\p{N}])([*_+^~]|\?\?|-)(?=[^\s*_+^~-])([^\n]*?\S)\1(?![\p{L}\p{N}])/gu, "$2");
		return shown.replace(/[\u{F0000}-\u{FFFFD}]/gu, (letter) => kept[(letter.codePointAt(0) ?? 0) - 0xf0000] ?? letter);
	}

	function alarm(what: string): string {
		alarms.push(what);
		return "";
	}
}
