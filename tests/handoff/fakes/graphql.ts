/** A field of a query with what is asked below it. */
export interface Selection {
	/** Name in the answer: the alias where there is one. */
	key: string;
	name: string;
	arguments: Record<string, unknown>;
	selections: Selection[];
}

/** The one operation of a document. */
export interface Operation {
	kind: "query" | "mutation";
	/** Names of the variables it declares, without `$`. */
	variables: string[];
	selections: Selection[];
}

const token = /[\s,]*(?:#[^\n]*\n[\s,]*)*(\.\.\.|"""[\s\S]*?"""|"(?:[^"\\\n]|\\.)*"|-?\d+(?:\.\d+)?|[$]?[A-Za-z_]\w*|[{}()[\]:!=@])/y;

/**
 * Reads the part of GraphQL that callers write: one operation with variables, arguments and aliases; no fragments, no directives.
 *
 * @see https://spec.graphql.org/October2021/
 * @param values the variables of the request
 * @throws Error with what is wrong
 */
export function parseOperation(document: string, values: Record<string, unknown>): Operation {
	const tokens = tokenise(document);
	let at = 0;
	const declared: string[] = [];
	const kind = tokens[at] === "{" ? "query" : take();
	if (kind !== "query" && kind !== "mutation") throw new Error(`Syntax Error: Unexpected Name "${kind}".`);
	if (/^\w/.test(tokens[at] ?? "")) at++;
	if (tokens[at] === "(") readDeclarations();
	const selections = readSelections();
	if (at < tokens.length) throw new Error(`Syntax Error: Unexpected "${tokens[at] ?? ""}".`);
	const missing = Object.keys(values).find((name) => !declared.includes(name));
	if (missing !== undefined) throw new Error(`Variable "$${missing}" is not declared.`);
	return { kind, variables: declared, selections };

	function take(expected?: string): string {
		const found = tokens[at++];
		if (found === undefined || (expected !== undefined && found !== expected))
			throw new Error(`Syntax Error: Expected "${expected ?? "a name"}", found ${found === undefined ? "<EOF>" : `"${found}"`}.`);
		return found;
	}

	function readDeclarations(): void {
		take("(");
		while (tokens[at] !== ")") {
			declared.push(take().replace("$", ""));
			take(":");
			// The type itself is checked by what the resolver takes.
			while (/^[[\]!]$|^[A-Za-z_]\w*$/.test(tokens[at] ?? "")) at++;
			if (tokens[at] === "=") throw new Error("Syntax Error: default values are not read here.");
		}
		take(")");
	}

	function readSelections(): Selection[] {
		const found: Selection[] = [];
		take("{");
		while (tokens[at] !== "}") {
			const first = take();
			if (!/^[A-Za-z_]/.test(first)) throw new Error(`Syntax Error: Expected Name, found "${first}".`);
			const name = tokens[at] === ":" ? (take(":"), take()) : first;
			const given = tokens[at] === "(" ? readArguments() : {};
			found.push({ key: first, name, arguments: given, selections: tokens[at] === "{" ? readSelections() : [] });
		}
		take("}");
		return found;
	}

	function readArguments(): Record<string, unknown> {
		const found: Record<string, unknown> = {};
		take("(");
		while (tokens[at] !== ")") readPair(found);
		take(")");
		return found;
	}

	function readPair(target: Record<string, unknown>): void {
		const name = take();
		take(":");
		const value = readValue();
		if (value !== undefined) target[name] = value;
	}

	function readValue(): unknown {
		const found = take();
		if (found.startsWith("$")) return readVariable(found.slice(1));
		if (found === "{") {
			const fields: Record<string, unknown> = {};
			while (tokens[at] !== "}") readPair(fields);
			take("}");
			return fields;
		}
		if (found === "[") {
			const items: unknown[] = [];
			while (tokens[at] !== "]") items.push(readValue());
			take("]");
			return items;
		}
		if (found.startsWith('"""')) return found.slice(3, -3).trim();
		// Names of an enum stand bare; everything else is written as JSON writes it.
		return /^(?!true$|false$|null$)[A-Za-z_]/.test(found) ? found : (JSON.parse(found) as unknown);
	}

	function readVariable(name: string): unknown {
		if (!declared.includes(name)) throw new Error(`Variable "$${name}" is not defined.`);
		return values[name];
	}
}

function tokenise(document: string): string[] {
	const found: string[] = [];
	const text = document.trim();
	token.lastIndex = 0;
	while (token.lastIndex < text.length) {
		const start = token.lastIndex;
		const match = token.exec(text)?.[1];
		if (match === undefined) throw new Error(`Syntax Error: Unexpected character: "${text[start] ?? ""}".`);
		found.push(match);
	}
	return found;
}

/** The fields of a type: `true` for a plain value, the fields of the other type for an object or a list of them. */
export interface Shape {
	[field: string]: true | Shape;
}

/** @throws Error for a field that the type does not have, or whose own fields are not chosen */
export function checkSelections(selections: Selection[], shape: Shape, type: string): void {
	for (const { name, selections: below } of selections) {
		const field = name === "__typename" ? true : shape[name];
		if (field === undefined) throw new Error(`Cannot query field "${name}" on type "${type}".`);
		if (field !== true && below.length === 0) throw new Error(`Field "${name}" must have a selection of subfields.`);
		if (field === true && below.length > 0) throw new Error(`Field "${name}" must not have a selection since it has no subfields.`);
		if (field !== true) checkSelections(below, field, name);
	}
}

/** What was asked of a value, and nothing else. */
export function project(value: unknown, selections: Selection[]): unknown {
	if (Array.isArray(value)) return value.map((item: unknown) => project(item, selections));
	if (typeof value !== "object" || value === null || selections.length === 0) return value ?? null;
	return Object.fromEntries(selections.map(({ key, name, selections: below }) => [key, project(Reflect.get(value, name), below)]));
}
