import { parse as parseToml } from "smol-toml";
import { parse as parseYaml } from "yaml";
import type { Note } from "../../../notes.ts";
import { decodeText } from "../../../tree/decode-text.ts";
import type { Tree } from "../../../tree/tree.ts";
import { readStatically } from "./read-statically.ts";
import type { Value } from "./values.ts";

/** A configuration file of a tree, read without running it. */
export interface Config {
	/** Empty when the tree has none. */
	file: string;
	text: string;
	value: Value;
}

/** Larger than any configuration. In bytes. */
const largest = 2_000_000;

/** Reads the first of some configuration files that a tree has; one that cannot be read is reported and counts as empty. */
export async function readConfig(tree: Pick<Tree, "files" | "read">, names: string[], notes: Note[]): Promise<Config> {
	const file = names.find((name) => tree.files.includes(name));
	if (file === undefined) return { file: "", text: "", value: undefined };
	try {
		const bytes = await tree.read(file);
		if (bytes.length > largest) throw new Error(`it is larger than ${largest} bytes`);
		const { text } = decodeText(bytes);
		return { file, text, value: await parse(file, text) };
	} catch (error) {
		const why = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
		notes.push({ kind: "person", file, line: 1, what: `it cannot be read, so what it says about addresses and redirects is not known: ${why}` });
		return { file, text: "", value: undefined };
	}
}

async function parse(file: string, text: string): Promise<Value> {
	if (/\.ya?ml$/i.test(file)) return parseYaml(text, { maxAliasCount: 50, uniqueKeys: false, logLevel: "silent" }) as Value;
	if (/\.toml$/i.test(file)) return parseToml(text);
	if (/\.json$/i.test(file)) return JSON.parse(text) as Value;
	return readStatically(text);
}

/** Line of a file on which a text first stands; 1 where it does not. */
export function lineOf(text: string, what: string): number {
	const at = text.indexOf(what);
	return at === -1 ? 1 : text.slice(0, at).split("\n").length;
}
