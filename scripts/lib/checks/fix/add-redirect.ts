import { isSeq, parseDocument } from "yaml";
import type { Fix } from "#site/lib/finding.ts";
import type { Redirect } from "#site/lib/redirects.ts";

/** The list of redirects, below the content folder. */
export const redirectsPath = "data/redirects.yml";

/** A redirect as a line of `redirects.yml`. Example: `- { from: /faq/, to: /getting-started/faq/ }` */
export function redirectLine(redirect: Redirect): string {
	return `- ${inBraces(redirect)}`;
}

function inBraces({ from, to }: Redirect): string {
	return `{ from: ${scalar(from)}, to: ${scalar(to)} }`;
}

/** Quoted only where YAML would read something else. */
function scalar(text: string): string {
	return /^[\w/.~%+#-]+$/.test(text) ? text : JSON.stringify(text);
}

/**
 * Adds a redirect at the end of `redirects.yml`; what is there stays as it is. Several can be added at once.
 *
 * @param text what is in the file; empty when there is none
 */
export function addRedirect(text: string, redirect: Redirect): Fix | undefined {
	const document = parseDocument(text);
	const list = document.contents;
	if (document.errors.length > 0) return undefined;
	const newline = text.includes("\r\n") ? "\r\n" : "\n";
	if (isSeq(list) && list.flow) {
		const [start, end] = list.range;
		const last = list.items.at(-1);
		// An empty list becomes one with dashes; the first redirect takes the brackets away, the others come at the next pass.
		if (!last) return { path: redirectsPath, start, end, text: redirectLine(redirect) };
		const closing = text.lastIndexOf("]", end - 1);
		const after = text.slice(start, closing).trimEnd().length + start;
		return { path: redirectsPath, start: after, end: after, text: `${text[after - 1] === "," ? "" : ","} ${inBraces(redirect)}` };
	}
	if (list !== null && !isSeq(list)) return undefined;
	const indent = isSeq(list) ? text.slice(text.lastIndexOf("\n", list.range[0] - 1) + 1, list.range[0]) : "";
	if (indent.trim() !== "") return undefined;
	const line = `${indent}${redirectLine(redirect)}`;
	return { path: redirectsPath, start: text.length, end: text.length, text: text === "" || text.endsWith("\n") ? `${line}${newline}` : `${newline}${line}` };
}
