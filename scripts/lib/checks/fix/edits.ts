import type { Fix, Place } from "#site/lib/finding.ts";
import { offsetOf } from "../positions.ts";

/** A file that a fix changes. */
export interface Editable {
	/** Path below the content folder. */
	path: string;
	text: string;
}

/** Writes another value in place of a YAML value or a part of the text; nothing when something else stands there. */
export function replaceValue({ path, text }: Editable, place: Place, value: string, write: string): Fix | undefined {
	const offset = offsetOf(text, place);
	const start = /["']/.test(text[offset] ?? "") ? offset + 1 : offset;
	return value !== "" && text.startsWith(value, start) ? { path, start, end: start + value.length, text: write } : undefined;
}

/** Deletes a field that stands on one line of its own. */
export function deleteField(file: Editable, key: Place): Fix | undefined {
	const { start, end } = lineAt(file.text, offsetOf(file.text, key));
	const line = file.text.slice(start, end);
	return /^[\w-]+:[ \t]+[^\s|>&*[{][^\r\n]*\r?\n$/.test(line) && !/^[ \t]/.test(file.text.slice(end)) ? { path: file.path, start, end, text: "" } : undefined;
}

/** Deletes an entry of a YAML list, that of a list in brackets too; never its first one in brackets. */
export function deleteEntry(file: Editable, entry: Place): Fix | undefined {
	const { path, text } = file;
	const offset = offsetOf(text, entry);
	const line = lineAt(text, offset);
	const dash = /^([ \t]*)-[ \t]+$/.exec(text.slice(line.start, offset));
	if (dash) return { path, start: line.start, end: endOfItem(text, line.end, dash[1]?.length ?? 0), text: "" };
	const comma = /,\s*$/.exec(text.slice(0, offset));
	const value = /^(?:"[^"\\\n]*"|'[^'\n]*'|[^,\]\s"']+)(?=\s*[,\]])/.exec(text.slice(offset))?.[0];
	return comma && value ? { path, start: comma.index, end: offset + value.length, text: "" } : undefined;
}

function lineAt(text: string, offset: number): { start: number; end: number } {
	const newline = text.indexOf("\n", offset);
	return { start: text.lastIndexOf("\n", offset - 1) + 1, end: newline === -1 ? text.length : newline + 1 };
}

/** An entry goes on while lines are indented deeper than its dash. */
function endOfItem(text: string, start: number, indent: number): number {
	let end = start;
	for (let line = lineAt(text, end); end < text.length && /^[ \t]/.test(text.slice(end)); line = lineAt(text, end)) {
		const content = text.slice(line.start, line.end);
		if (content.trim() === "" || content.search(/\S/) <= indent) break;
		end = line.end;
	}
	return end;
}
