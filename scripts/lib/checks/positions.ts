import type { Place } from "#site/lib/finding.ts";

/** Where a place stands in a text, in UTF-16 units from 0. */
export function offsetOf(text: string, { line, column }: Place): number {
	let start = 0;
	for (let count = 1; count < line; count++) start = text.indexOf("\n", start) + 1;
	return start + column - 1;
}

/** The place of an offset in a text. */
export function placeAt(text: string, offset: number): Place {
	const before = text.slice(0, offset);
	return { line: before.split("\n").length, column: offset - before.lastIndexOf("\n") };
}

const entity = /^&(?:#\d{1,7}|#x[\da-f]{1,6}|\w{2,31});/i;
const space = /^\s+/;

/**
 * Where a sign of a value stands in the source that the value was read from: escapes, entities, quotes of YAML and the indentation of
 * continued lines are only in the source. Undefined when the two cannot be matched.
 *
 * @param source begins where the value does, and may go on after it
 */
export function sourceIndex(source: string, value: string, index: number): number | undefined {
	let at = 0;
	for (let done = 0; ; done++) {
		const rest = source.slice(at, at + 40);
		const sign = value[done] ?? "";
		const gap = space.exec(sign === "" ? "" : value.slice(done, done + 40))?.[0];
		const sourceGap = space.exec(rest)?.[0];
		if (gap !== undefined && sourceGap !== undefined) {
			if (index < done + gap.length) return at;
			at += sourceGap.length;
			done += gap.length - 1;
			continue;
		}
		const written = entity.exec(rest)?.[0];
		const escaped = (source[at] === "\\" || source[at] === "'") && source[at + 1] === sign && sign !== "" && source[at] !== sign;
		if (done === index) return at + (escaped ? 1 : 0);
		if (escaped) at += 2;
		else if (source[at] === sign) at += sign === "'" && source.startsWith("''", at) && !value.startsWith("''", done) ? 2 : 1;
		else if (written !== undefined) at += written.length;
		else return undefined;
	}
}
