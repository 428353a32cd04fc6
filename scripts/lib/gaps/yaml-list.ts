import { isDeepStrictEqual } from "node:util";
import { isCollection, isMap, isScalar, isSeq, parseDocument, type YAMLSeq } from "yaml";

/** An entry to add: what it is, and how it is written on one line. */
export interface Entry {
	value: unknown;
	line: string;
}

/** Words that YAML would read as something else than text. */
const meaning = /^(?:true|false|yes|no|on|off|y|n|null|nan|inf)$/i;

/** A text as a value of YAML, within brackets too: in quotes where it needs them. */
export function yamlText(text: string): string {
	return /^[a-z][a-z0-9 '/-]*$/i.test(text) && !meaning.test(text) && text === text.trim() ? text : JSON.stringify(text);
}

/**
 * Adds entries to the end of a list of a YAML text; all else stays as it is, byte for byte, comments and order too. Only where the list is
 * written in a way that leaves no place to add to is the text written anew, with its comments.
 *
 * @param text sound YAML
 * @param path where the list is; empty for the whole text. It is made where it is absent
 * @param heading a comment above the new entries, where each has a line of its own
 */
export function appendEntries(text: string, path: string[], entries: readonly Entry[], heading?: string): string {
	if (entries.length === 0) return text;
	const document = parseDocument(text);
	const before: unknown = document.toJS();
	const wanted = withEntries(before, path, entries);
	const inserted = insert(text, path, entries, heading);
	if (inserted !== undefined && holds(inserted, wanted)) return inserted;
	for (const { value } of entries) {
		const list = path.length > 0 ? document.getIn(path) : document.contents;
		if (isSeq(list)) list.add(document.createNode(value));
		else if (path.length > 0) document.setIn(path, document.createNode([value]));
		else document.contents = document.createNode([value]) as typeof document.contents;
	}
	return document.toString({ lineWidth: 0 });
}

function withEntries(before: unknown, path: string[], entries: readonly Entry[]): unknown {
	const [key, ...rest] = path;
	if (key === undefined) return [...(Array.isArray(before) ? (before as unknown[]) : []), ...entries.map(({ value }) => value)];
	const map = (before ?? {}) as Record<string, unknown>;
	return { ...map, [key]: withEntries(map[key], rest, entries) };
}

function holds(text: string, wanted: unknown): boolean {
	const document = parseDocument(text);
	return document.errors.length === 0 && isDeepStrictEqual(document.toJS(), wanted);
}

/** The text with the entries put in; undefined where there is no plain place for them. */
function insert(text: string, path: string[], entries: readonly Entry[], heading: string | undefined): string | undefined {
	const end = text.includes("\r\n") ? "\r\n" : "\n";
	const document = parseDocument(text, { keepSourceTokens: true });
	const list = path.length > 0 ? document.getIn(path, true) : document.contents;
	const lines = (indent: string) =>
		[...(heading === undefined ? [] : [`${indent}# ${heading}`]), ...entries.map(({ line }) => `${indent}- ${line}`)].join(end) + end;
	if (isSeq(list) && !list.flow && list.items.length > 0) {
		const dash = indentOf(text, list);
		return dash === undefined ? undefined : putLines(text, endOfLine(text, endOf(list)), lines(dash), end);
	}
	if (isSeq(list) && list.flow && list.range) {
		const [start, stop] = list.range;
		if (path.length === 0 && list.items.length === 0) return text.slice(0, start) + lines("") + text.slice(stop).replace(/^\r?\n/, "");
		const inner = text.slice(start, stop - 1).trimEnd();
		const comma = list.items.length === 0 || inner.endsWith(",") ? "" : ", ";
		return `${inner === text.slice(start, stop - 1) ? text.slice(0, stop - 1) : text.slice(0, start) + inner}${comma}${entries.map(({ line }) => line).join(", ")}${text.slice(stop - 1)}`;
	}
	const nothing = document.contents === null || (isScalar(document.contents) && document.contents.value === null);
	if (path.length === 0) return nothing ? putLines(text, text.length, lines(""), end) : undefined;
	const absent = path.length === 1 && list === undefined && (nothing || (isMap(document.contents) && !document.contents.flow));
	return absent ? putLines(text, text.length, `${path[0]}:${end}${lines("  ")}`, end) : undefined;
}

/** How far the dashes of a list stand in; undefined where they do not begin their lines. */
function indentOf(text: string, { items }: YAMLSeq): string | undefined {
	const [last] = items.slice(-1);
	const start = isCollection(last) || isScalar(last) ? last.range?.[0] : undefined;
	if (start === undefined) return undefined;
	return /(?:^|\n)([ \t]*)-[ \t]+(?:[&!]\S+[ \t]+)*$/.exec(text.slice(0, start))?.[1];
}

function endOf({ items }: YAMLSeq): number {
	const [last] = items.slice(-1);
	return (isCollection(last) || isScalar(last) ? last.range?.[1] : undefined) ?? 0;
}

function endOfLine(text: string, offset: number): number {
	if (text[offset - 1] === "\n") return offset;
	const newline = text.indexOf("\n", offset);
	return newline === -1 ? text.length : newline + 1;
}

function putLines(text: string, at: number, lines: string, end: string): string {
	const before = text.slice(0, at);
	return `${before}${before === "" || before.endsWith("\n") ? "" : end}${lines}${text.slice(at)}`;
}
