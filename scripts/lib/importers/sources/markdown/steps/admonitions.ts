import { closeTag, onItsOwn, openTag } from "../text/tags.ts";

/** `!!! note "Title"`, `??? note` (which opens on a click) and `=== "Tab"` of MkDocs. */
const start = /^([ \t]*)(!!!|\?\?\?\+?|===[!+]?)[ \t]+([^\n"]*?)[ \t]*(?:"(.*)")?[ \t]*$/;
const fence = /^[ \t]*(`{3,}|~{3,})/;

/** Blocks whose text is indented below a line with a sign become callouts, details and tabs. */
export function admonitions(text: string): string {
	return /^[ \t]*(!!!|\?\?\?|===)[ \t+!]/m.test(text) ? block(text.split("\n"), 0).join("\n") : text;
}

/** @param depth of blocks inside blocks; deeper than 20 they stay as they are */
function block(lines: string[], depth: number): string[] {
	const written: string[] = [];
	let open = "";
	let tabs: string | undefined;
	for (let index = 0; index < lines.length; index += 1) {
		const line = lines[index] ?? "";
		const sign = fence.exec(line)?.[1] ?? "";
		if (open === "" ? sign !== "" : sign.startsWith(open)) open = open === "" ? sign : "";
		const found = open === "" && depth < 20 ? start.exec(line) : null;
		const [, indent = "", kind = "", words = "", title] = found ?? [];
		const inner = found ? indented(lines.slice(index + 1), width(indent) + 4) : [];
		if (!found || (kind.startsWith("=") && title === undefined) || (inner.length === 0 && words === "")) {
			if (tabs !== undefined && line.trim() !== "") {
				written.push(closeTag("tabs", tabs));
				tabs = undefined;
			}
			written.push(line);
			continue;
		}
		index += inner.length;
		if (tabs !== undefined && !kind.startsWith("=")) {
			written.push(closeTag("tabs", tabs));
			tabs = undefined;
		}
		const body = block(
			inner.map((innerLine) => indent + dedent(innerLine, width(indent) + 4)),
			depth + 1,
		);
		if (kind.startsWith("=")) {
			if (tabs === undefined) written.push(openTag("tabs", {}, indent));
			tabs = indent;
			written.push(openTag("tab", { title }, indent), ...body, closeTag("tab", indent));
		} else if (kind.startsWith("?")) {
			const summary = title ?? (words === "" ? "Details" : words.charAt(0).toUpperCase() + words.slice(1));
			written.push(onItsOwn(`<details><summary>${summary.replaceAll("<", "&lt;")}</summary>`, indent), ...body, onItsOwn("</details>", indent));
		} else written.push(openTag("callout", { kind: words.split(/\s/)[0], title }, indent), ...body, closeTag("callout", indent));
	}
	if (tabs !== undefined) written.push(closeTag("tabs", tabs));
	return written;
}

/** The lines that belong to a block: those indented as far, and the empty ones between them. */
function indented(lines: string[], columns: number): string[] {
	let count = 0;
	for (const [index, line] of lines.entries()) {
		if (line.trim() === "") continue;
		if (width(/^[ \t]*/.exec(line)?.[0] ?? "") < columns) break;
		count = index + 1;
	}
	return lines.slice(0, count);
}

function width(indent: string): number {
	return indent.replaceAll("\t", "    ").length;
}

function dedent(line: string, columns: number): string {
	return line.replace(/^[ \t]+/, (indent) => " ".repeat(Math.max(width(indent) - columns, 0)));
}
