import type { Place } from "#site/lib/finding.ts";

/** Where a place stands in a text, in UTF-16 units from 0. */
export function offsetOf(text: string, { line, column }: Place): number {
	let start = 0;
	for (let count = 1; count < line; count++) start = text.indexOf("\n", start) + 1;
	return start + column - 1;
}

/** The place of an offset in a text. */
export function placeAt(text: string, offset: number): Place {
	const starts = lineStarts(text);
	let line = 0;
	for (let end = starts.length; end - line > 1;) {
		const middle = (line + end) >> 1;
		if ((starts[middle] ?? 0) <= offset) line = middle;
		else end = middle;
	}
	return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
}

let latest = { text: "", starts: [0] };

/** Kept for the text that was asked about last: many findings of one text must not read it again and again. */
function lineStarts(text: string): number[] {
	if (latest.text !== text) {
		const starts = [0];
		for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
		latest = { text, starts };
	}
	return latest.starts;
}

const entity = /^&(?:#\d{1,7}|#x[\da-f]{1,6}|\w{2,31});/i;
const space = /^\s+/;

/**
 * Where the signs of a value stand in the source that the value was read from: escapes, entities, quotes of YAML and the indentation of
 * continued lines are only in the source. By their index in the value; it ends where the two cannot be matched any more.
 *
 * @param source begins where the value does, and may go on after it
 */
export function sourceIndexes(source: string, value: string): number[] {
	const found: number[] = [];
	let at = 0;
	for (let done = 0; ; done++) {
		const rest = source.slice(at, at + 40);
		const sign = value[done] ?? "";
		const gap = space.exec(sign === "" ? "" : value.slice(done, done + 40))?.[0];
		const sourceGap = space.exec(rest)?.[0];
		if (gap !== undefined && sourceGap !== undefined) {
			for (let index = done; index < done + gap.length; index++) found.push(at);
			at += sourceGap.length;
			done += gap.length - 1;
			continue;
		}
		const written = entity.exec(rest)?.[0];
		const escaped = (source[at] === "\\" || source[at] === "'") && source[at + 1] === sign && sign !== "" && source[at] !== sign;
		found.push(at + (escaped ? 1 : 0));
		if (done >= value.length) return found;
		if (escaped) at += 2;
		else if (source[at] === sign) at += sign === "'" && source.startsWith("''", at) && !value.startsWith("''", done) ? 2 : 1;
		else if (written !== undefined) at += written.length;
		else return found;
	}
}
