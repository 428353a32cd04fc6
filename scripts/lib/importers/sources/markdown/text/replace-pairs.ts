import { codeRanges } from "./code-ranges.ts";

/** An opening sign, what it encloses, and where. */
export interface Pair {
	/** The opening match and its groups. */
	parts: string[];
	inner: string;
	/** White space before the opening sign, if nothing else stands before it. */
	prefix: string;
}

/**
 * Replaces everything from an opening sign to the next closing one. An opening sign that is never closed stays. Takes time in
 * proportion to the text, whatever is in it.
 * @param inCode also pairs that begin inside fences and backticks
 */
export function replacePairs(
	text: string,
	opening: RegExp,
	closing: RegExp,
	replacement: (pair: Pair) => string,
	{ inCode = true }: { inCode?: boolean } = {},
): string {
	const open = new RegExp(opening.source, "g");
	const close = new RegExp(closing.source, "g");
	const ranges = inCode ? [] : codeRanges(text);
	const pieces: string[] = [];
	let done = 0;
	let range = 0;
	for (let found = open.exec(text); found; found = open.exec(text)) {
		const at = found.index;
		while ((ranges[range]?.[1] ?? Infinity) <= at) range += 1;
		if ((ranges[range]?.[0] ?? Infinity) <= at) continue;
		const start = at + found[0].length;
		close.lastIndex = start;
		const end = close.exec(text);
		if (!end) break;
		const before = text.slice(text.lastIndexOf("\n", at - 1) + 1, at);
		const prefix = at > 0 && before.length < 200 && /^[ \t>]*$/.test(before) ? before : "";
		pieces.push(
			text.slice(done, at),
			replacement({ parts: found.map((part) => (part as string | undefined) ?? ""), inner: text.slice(start, end.index), prefix }),
		);
		done = open.lastIndex = end.index + end[0].length;
	}
	return pieces.length === 0 ? text : pieces.join("") + text.slice(done);
}

/** The lines of a text without their words, so that what follows keeps its place. */
export function emptied(text: string): string {
	return text.replace(/[^\n]+/g, "");
}
