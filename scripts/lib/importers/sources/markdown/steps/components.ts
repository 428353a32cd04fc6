import { replaceEach } from "../text/replace-each.ts";
import { attributesOf } from "../text/tags.ts";
import type { StepContext } from "../site.ts";
import { htmlNames } from "./html-names.ts";

/** A tag with attributes in quotes, braces or neither. */
const tag =
	/<(\/?)([A-Za-z][\w.-]*)((?:\s+(?:[\w:@.-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}|[^\s"'<>={}]+))?|\{\s*\.\.\.[^{}]*\}))*)\s*(\/?)>/g;

/** Components that have a meaning here, by their name in small letters. What each becomes is told in `elements/`. */
const known = new Set(
	"aside tabs tabitem tab card cardgrid linkcard linkbutton badge icon code filetree steps image picture youtube vimeo admonition callout note tip warning caution danger info check browserwindow codeblock link doccardlist tocinline details steplist fragment frame head".split(
		" ",
	),
);

/**
 * Writes components with names that HTML has no other meaning for and with text as attributes, so that Markdown and MDX read
 * them alike; and shows what is between angle brackets but no tag, like `<your name>`.
 */
export function components(text: string, { note }: Pick<StepContext, "note">): Promise<string> | string {
	if (!text.includes("<")) return text;
	const closed = new Set([...text.matchAll(/<\/([A-Za-z][\w.-]*)\s*>/g)].map(([, name]) => name));
	return replaceEach(text, tag, ({ parts: [whole = "", slash = "", name = "", attributes = "", selfClosing = ""], line, at }) => {
		// An address in angle brackets: `[words](<my file.md>)`.
		if (/\](?:\(|:[ \t]*)$/.test(text.slice(Math.max(at - 10, 0), at))) return undefined;
		const lower = name.toLowerCase();
		const isComponent =
			/^[A-Z]/.test(name) && (selfClosing !== "" || closed.has(name) || slash !== "") && !(htmlNames.has(lower) && name === name.toUpperCase());
		if (!isComponent) {
			const read = htmlNames.has(lower) || lower.startsWith("md-") || closed.has(name) || slash !== "" || selfClosing !== "";
			if (read) return undefined;
			note("changed", `${whole.slice(0, 100)} is no HTML; it is shown as words`, line);
			return `\\${whole}`;
		}
		const element = `md-${known.has(lower) ? lower : "unknown"}`;
		if (slash !== "") return `</${element}>`;
		const { texts, lost } = settle(attributes);
		if (lost.length > 0) note("person", `attributes of <${name}> that hold code were left out: ${lost.join(", ").slice(0, 200)}`, line);
		const written = element === "md-unknown" ? { ...texts, component: name, written: whole.slice(0, 300) } : texts;
		return `<${element}${attributesOf(written)}>${selfClosing === "" ? "" : `</${element}>`}`;
	});
}

/** Attributes with a value that can be read without running anything. */
function settle(attributes: string): { texts: Record<string, string>; lost: string[] } {
	const texts: Record<string, string> = {};
	const lost: string[] = [];
	for (const [whole, name = "", double, single, code, plain] of attributes.matchAll(
		/([\w:@.-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|\{((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}|([^\s"'<>={}]+)))?|\{\s*\.\.\.[^{}]*\}/g,
	)) {
		const quoted = code === undefined ? undefined : /^\s*(["'`])((?:(?!\1|\$\{)[^\\])*)\1\s*$/.exec(code)?.[2];
		const simple = code === undefined ? undefined : /^\s*(true|false|[\d.]+)\s*$/.exec(code)?.[1];
		const value = double ?? single ?? quoted ?? simple ?? plain;
		if (name !== "" && code === undefined) texts[name.toLowerCase()] = value ?? "true";
		else if (name !== "" && value !== undefined) texts[name.toLowerCase()] = value;
		else if (name !== "style" && name !== "client") lost.push(whole.replace(/\s+/g, " "));
	}
	return { texts, lost };
}
