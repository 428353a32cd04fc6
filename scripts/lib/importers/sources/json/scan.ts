/** A value in the bytes of a JSON text. */
export interface Span {
	start: number;
	/** The byte after its last. */
	end: number;
	/** False where the text ends or breaks inside it; it reaches to the end of what is there then. */
	complete: boolean;
}

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const colon = 0x3a;
const openers = new Set([0x7b, 0x5b]);
const closers = new Set([0x7d, 0x5d]);

/** Whether a value is an object (`{`), a list (`[`) or something single. */
export function shapeOf(bytes: Buffer, { start }: Span): "object" | "list" | "single" {
	return bytes[start] === 0x7b ? "object" : bytes[start] === 0x5b ? "list" : "single";
}

/** The values that stand one after the other in a text: one in a `.json` file, one a line in JSON lines. */
export function* valuesIn(bytes: Buffer): Generator<Span> {
	let at = skipSpace(bytes, 0, bytes.length);
	while (at < bytes.length) {
		const value = valueAt(bytes, at, bytes.length);
		yield value;
		if (!value.complete) return;
		at = skipSpace(bytes, value.end, bytes.length);
		if (bytes[at] === comma) at = skipSpace(bytes, at + 1, bytes.length);
	}
}

/** The values of JSON lines; a broken line breaks no other. */
export function* linesIn(bytes: Buffer): Generator<Span> {
	for (let start = 0; start < bytes.length;) {
		const next = bytes.indexOf(0x0a, start);
		const end = next === -1 ? bytes.length : next;
		const at = skipSpace(bytes, start, end);
		if (at < end) yield valueAt(bytes, at, end);
		start = end + 1;
	}
}

/** The elements of a list. Where it breaks off, the last of them is what is left, incomplete. */
export function* elementsOf(bytes: Buffer, { start, end }: Span): Generator<Span> {
	let at = skipSpace(bytes, start + 1, end);
	if (bytes[at] === 0x5d && at < end) return;
	for (;;) {
		const value = valueAt(bytes, at, end);
		yield value;
		if (!value.complete) return;
		at = skipSpace(bytes, value.end, end);
		if (at < end && bytes[at] === 0x5d) return;
		if (at >= end || bytes[at] !== comma) {
			yield { start: at, end, complete: false };
			return;
		}
		at = skipSpace(bytes, at + 1, end);
	}
}

/** Names and values of an object, as far as they are there. */
export function* membersOf(bytes: Buffer, { start, end }: Span): Generator<{ name: string; value: Span }> {
	let at = skipSpace(bytes, start + 1, end);
	while (at < end && bytes[at] === quote) {
		const afterName = skipString(bytes, at, end);
		if (afterName === -1) return;
		const name = bytes.toString("utf8", at + 1, afterName - 1);
		at = skipSpace(bytes, afterName, end);
		if (bytes[at] !== colon) return;
		const value = valueAt(bytes, skipSpace(bytes, at + 1, end), end);
		yield { name, value };
		if (!value.complete) return;
		at = skipSpace(bytes, value.end, end);
		if (bytes[at] !== comma) return;
		at = skipSpace(bytes, at + 1, end);
	}
}

function valueAt(bytes: Buffer, start: number, end: number): Span {
	const after = skipValue(bytes, start, end);
	return after === -1 ? { start, end, complete: false } : { start, end: after, complete: true };
}

/** The byte after a value; -1 where it breaks off. */
function skipValue(bytes: Buffer, start: number, end: number): number {
	const first = bytes[start] ?? 0;
	if (start >= end) return -1;
	if (first === quote) return skipString(bytes, start, end);
	if (!openers.has(first)) {
		let at = start;
		while (at < end && !closers.has(bytes[at] ?? 0) && bytes[at] !== comma && !isSpace(bytes[at])) at += 1;
		return at === start ? -1 : at;
	}
	let depth = 0;
	for (let at = start; at < end;) {
		const byte = bytes[at] ?? 0;
		if (byte === quote) {
			at = skipString(bytes, at, end);
			if (at === -1) return -1;
			continue;
		}
		if (openers.has(byte)) depth += 1;
		else if (closers.has(byte)) depth -= 1;
		at += 1;
		if (depth === 0) return at;
	}
	return -1;
}

function skipString(bytes: Buffer, start: number, end: number): number {
	for (let at = start + 1; at < end; at += 1) {
		const byte = bytes[at];
		if (byte === quote) return at + 1;
		if (byte === backslash) at += 1;
	}
	return -1;
}

function skipSpace(bytes: Buffer, start: number, end: number): number {
	let at = start;
	while (at < end && isSpace(bytes[at])) at += 1;
	return at;
}

function isSpace(byte: number | undefined): boolean {
	return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}
