import { isMap, isNode, isScalar, LineCounter, parseDocument, visit } from "yaml";
import type { Document, Node, YAMLError } from "yaml";
import type { Finding, Place } from "./finding.ts";

/** YAML that remembers where everything stands. */
export interface YamlText {
	/** The plain value; undefined when the text is not YAML. */
	value: unknown;
	/** What is wrong with the YAML itself. */
	problems: Finding[];
	/** Where a field stands: its key where it has one, else the nearest thing around it. */
	locate(path: readonly PropertyKey[]): Place;
	/** Where the value of a field stands. */
	locateValue(path: readonly PropertyKey[]): Place;
}

interface Source {
	/** YAML only, without the `---` lines. */
	text: string;
	/** Shown in findings. */
	file: string;
	/** First part of the rule. Example: `front-matter` */
	group: string;
	/** Line of the file on which the YAML starts. Default: 1. */
	firstLine?: number;
}

/** Parses YAML and keeps the line and column of each field. */
export function parseYaml({ text, file, group, firstLine = 1 }: Source): YamlText {
	const counter = new LineCounter();
	const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
	function place(offset: number): Place {
		const { line, col } = counter.linePos(offset);
		return { line: line + firstLine - 1, column: col };
	}
	const [first] = [...document.errors, ...document.warnings];
	const alias = findAlias(document);
	const problems: Finding[] = [];
	const aliasFirst = alias !== undefined && (!first || alias < first.pos[0]);
	if (first && !aliasFirst) problems.push({ rule: `${group}/yaml`, level: "error", file, ...place(startOf(first, document)), ...explain(first, text) });
	else if (aliasFirst) problems.push({ rule: `${group}/yaml`, level: "error", file, ...place(alias), ...reserved("*") });
	return {
		value: problems.length > 0 ? undefined : document.toJS(),
		problems,
		locate: (path) => place(offsetOf(document, path, "key")),
		locateValue: (path) => place(offsetOf(document, path, "value")),
	};
}

/** Follows the path as far as it exists. */
function offsetOf(document: Document.Parsed, path: readonly PropertyKey[], wanted: "key" | "value"): number {
	let node: Node | null = document.contents;
	let offset = node?.range?.[0] ?? 0;
	for (const [depth, part] of path.entries()) {
		const pair = isMap(node) ? node.items.find(({ key }) => isScalar(key) && String(key.value) === String(part)) : undefined;
		const next: unknown = pair ? pair.value : document.getIn(path.slice(0, depth + 1), true);
		const keyStart = pair && isNode(pair.key) ? pair.key.range?.[0] : undefined;
		const valueStart = isNode(next) ? next.range?.[0] : undefined;
		if (keyStart === undefined && valueStart === undefined) return offset;
		offset = (wanted === "key" ? (keyStart ?? valueStart) : (valueStart ?? keyStart)) ?? offset;
		node = isNode(next) ? next : null;
	}
	return offset;
}

/** `title: *bold*` is a reference to something named bold; nobody means that here. */
function findAlias(document: Document.Parsed): number | undefined {
	let start: number | undefined;
	visit(document, {
		Alias(_, node) {
			start ??= node.range?.[0];
		},
	});
	return start;
}

function reserved(character: string): Pick<Finding, "what" | "why" | "remedy"> {
	return { what: `a value starts with "${character}"`, why: "YAML keeps that character for itself.", remedy: "Put the whole value in double quotes." };
}

/** A quote that is never closed is reported at its end by the parser; the writer needs its start. */
function startOf(error: YAMLError, document: Document.Parsed): number {
	let start = error.pos[0];
	if (error.code !== "MISSING_CHAR") return start;
	visit(document, {
		Scalar(_, node) {
			const range = node.range;
			if (node.type?.startsWith("QUOTE") && range && range[0] < error.pos[0] && range[2] >= error.pos[0] - 1) start = range[0];
		},
	});
	return start;
}

function explain(error: YAMLError, text: string): Pick<Finding, "what" | "why" | "remedy"> {
	const at = text.slice(error.pos[0]).split(/[\n:]/)[0]?.trim() ?? "";
	switch (error.code) {
		case "DUPLICATE_KEY":
			return { what: `"${at}" is written twice`, why: "A field can have one value only.", remedy: `Keep one "${at}" and delete the other.` };
		case "TAB_AS_INDENT":
			return { what: "a tab is used to indent", why: "YAML allows only spaces there.", remedy: "Replace the tab by two spaces." };
		case "MISSING_CHAR":
			return { what: "a quote or bracket is never closed", why: "Everything after it is read as part of the value.", remedy: "Close it on the same line." };
		case "BLOCK_AS_IMPLICIT_KEY":
			return {
				what: "a colon stands inside the value",
				why: "YAML reads a colon and a space as the start of another field.",
				remedy: `Put the whole value in double quotes, like title: "Error: what now?"`,
			};
		case "BAD_SCALAR_START":
		case "TAG_RESOLVE_FAILED":
			return reserved(at.slice(0, 1));
		case "BAD_INDENT":
			return {
				what: "a line is indented differently from its neighbours, or a [list] is not closed",
				why: "YAML tells by the indentation what belongs together.",
				remedy: "Start every field at the beginning of the line, indent list items by two spaces, and close [ with ].",
			};
		case "MULTILINE_IMPLICIT_KEY":
			return {
				what: `"${at}" has no colon`,
				why: "Every line is a field, a colon, a space and a value; or a list item that starts with a dash.",
				remedy: "Add the colon and a space after the name of the field, or close a quote left open above.",
			};
		case "UNEXPECTED_TOKEN":
			if (/["']\s*$/.test(text.slice(0, error.pos[0]))) {
				return {
					what: "text follows a closing quote",
					why: "A value that starts with a quote ends at the next one.",
					remedy: 'Put the whole value in double quotes, and write quotes inside it as \\" or as typographic ones.',
				};
			}
			return unreadable(error);
		default:
			return unreadable(error);
	}
}

function unreadable(error: YAMLError): Pick<Finding, "what" | "why" | "remedy"> {
	return {
		what: `the YAML cannot be read here (${error.message})`,
		why: "Something before this place changes how the line is read.",
		remedy: "Look for a missing quote, colon, space or dash on this line and the one above; when in doubt put the value in double quotes.",
	};
}
