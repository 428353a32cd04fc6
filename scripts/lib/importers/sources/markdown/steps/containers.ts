import type { StepContext } from "../site.ts";
import { codeRanges } from "../text/code-ranges.ts";
import { closeTag, openTag, readAttributes } from "../text/tags.ts";

/** Colons, a name, and a title in brackets or after a space; attributes may follow. */
const opening = /^([ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?)(:{3,})[ \t]*([A-Za-z][\w-]*)[ \t]*(?:\[(.*)\])?[ \t]*([^\n{]*?)[ \t]*(?:\{([^}\n]*)\})?[ \t]*$/;
const closing = /^([ \t>]*)(:{3,})[ \t]*$/;

/** `:::note Title` … `:::` of Docusaurus, Starlight, VitePress and others becomes a callout; blocks inside blocks too. */
export function containers(text: string, { note }: Pick<StepContext, "note">): string {
	if (!text.includes(":::")) return text;
	const ranges = codeRanges(text);
	const open: { colons: number; prefix: string; name: string; line: number }[] = [];
	const lines: string[] = [];
	let offset = 0;
	let range = 0;
	for (const [index, line] of text.split("\n").entries()) {
		const at = offset;
		offset += line.length + 1;
		while ((ranges[range]?.[1] ?? Infinity) <= at) range += 1;
		const inCode = (ranges[range]?.[0] ?? Infinity) <= at;
		const colons = inCode || !line.includes(":::") ? undefined : (opening.exec(line) ?? closing.exec(line));
		if (!colons) lines.push(line);
		else if (colons[3] === undefined) lines.push(close(line, colons[2]?.length ?? 3, colons[1] ?? ""));
		else lines.push(start(colons, index + 1));
	}
	for (const last of open.reverse()) {
		lines.push(closeTag("callout", last.prefix));
		note("changed", `a block of colons (${last.name}) is never closed; it ends with the text`, last.line);
	}
	return lines.join("\n");

	function start([, lead = "", colons = "", name = "", inBrackets = "", afterSpace = "", attributes = ""]: RegExpExecArray, line: number): string {
		const prefix = lead.replace(/[^\s>]/g, " ");
		const { title } = readAttributes(attributes).named;
		open.push({ colons: colons.length, prefix, name, line });
		if (attributes.trim() !== "" && title === undefined) note("changed", `attributes of a block were left out: {${attributes}}`, line);
		return lead + openTag("callout", { kind: name, title: inBrackets || title || afterSpace }, prefix);
	}
	function close(line: string, length: number, lead: string): string {
		// The block that has as many colons, with everything left open in it; else the innermost.
		const exact = open.findLastIndex(({ colons }) => colons === length);
		if (open.length === 0) return line;
		const closed = open.splice(exact === -1 ? open.length - 1 : exact);
		return lead + closed.map(() => closeTag("callout", lead.replace(/[^\s>]/g, " "))).join("");
	}
}
