import { codeRanges } from "./code-ranges.ts";

/** A place in a text that a pattern matches. */
export interface Hit {
	/** The whole match, then its groups; a group that took no part is empty. */
	parts: string[];
	/** Counted from the first line of the text. */
	line: number;
	/** What a new line here has to begin with to stay in the same list item or quotation. */
	prefix: string;
	/** Where it begins in the text, in characters. */
	at: number;
	/** It lies in a fence or between backticks. */
	code: boolean;
}

/**
 * Replaces what a pattern matches outside code.
 * @param pattern with the flag `g`
 * @param replacement the new text; undefined leaves the match as it is
 * @param inCode also inside fences and backticks
 */
export async function replaceEach(
	text: string,
	pattern: RegExp,
	replacement: (hit: Hit) => string | undefined | Promise<string | undefined>,
	{ inCode = false }: { inCode?: boolean } = {},
): Promise<string> {
	const ranges = codeRanges(text);
	const pieces: string[] = [];
	let done = 0;
	let line = 1;
	let counted = 0;
	let range = 0;
	for (const match of text.matchAll(pattern)) {
		const at = match.index;
		while ((ranges[range]?.[1] ?? Infinity) <= at) range += 1;
		const code = (ranges[range]?.[0] ?? Infinity) <= at;
		if (code && !inCode) continue;
		for (let newline = text.indexOf("\n", counted); newline !== -1 && newline < at; newline = text.indexOf("\n", counted)) {
			line += 1;
			counted = newline + 1;
		}
		const written = await replacement({
			parts: match.map((part) => (part as string | undefined) ?? ""),
			line,
			prefix: prefixOf(text.slice(counted, Math.min(at, counted + 200))),
			at,
			code,
		});
		if (written === undefined) continue;
		pieces.push(text.slice(done, at), written);
		done = at + match[0].length;
	}
	return pieces.length === 0 ? text : pieces.join("") + text.slice(done);
}

function prefixOf(before: string): string {
	const [lead = ""] = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?/.exec(before) ?? [];
	return lead.replace(/[^\s>]/g, " ");
}
