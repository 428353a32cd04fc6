import type { Note } from "../../notes.ts";
import { decodeText } from "../../tree/decode-text.ts";
import type { Tree } from "../../tree/tree.ts";
import { lineOf, readConfig } from "./config/read-config.ts";
import { at, fieldsOf, listOf, textOf, type Value } from "./config/values.ts";
import type { OldRedirect } from "./site.ts";

const maps = ["redirects.yml", "redirects.yaml", "redirects.json", "_data/redirects.yml", "_data/redirects.yaml", "_data/redirects.json"];

/** Reads the lists of redirects that hosts and plug-ins keep in a tree. */
export async function readRedirectLists(tree: Tree, folders: string[], notes: Note[]): Promise<OldRedirect[]> {
	const found: OldRedirect[] = [];
	for (const file of folders.map((folder) => (folder === "" ? "_redirects" : `${folder}/_redirects`)))
		if (tree.files.includes(file)) found.push(...hostList(decodeText(await tree.read(file)).text, file));
	for (const name of ["netlify.toml", "vercel.json", ...maps]) {
		const { file, text, value } = await readConfig(tree, [name], notes);
		if (file !== "") found.push(...redirectsOf(/^(netlify|vercel)/.test(name) ? at(value, "redirects") : value, { file, text }));
	}
	return withoutPatterns(found, notes);
}

/** `_redirects`: an old address, a new one and perhaps a number on each line. */
function hostList(text: string, file: string): OldRedirect[] {
	return text.split("\n").flatMap((line, index) => {
		const [from = "", to = ""] = line
			.replace(/(^|\s)#.*$/, "")
			.trim()
			.split(/\s+/);
		return from.startsWith("/") && to !== "" ? [{ from, to, file, line: index + 1 }] : [];
	});
}

/** Redirects as an object of addresses, or as a list of entries; the words that hosts use for both ends are all known. */
export function redirectsOf(value: Value, { file, text }: { file: string; text: string }): OldRedirect[] {
	const entries: [Value, Value][] = Array.isArray(value)
		? value.map((entry) => [at(entry, "from") ?? at(entry, "source") ?? at(entry, "old"), at(entry, "to") ?? at(entry, "destination") ?? at(entry, "new")])
		: fieldsOf(value).map(([from, to]) => [from, at(to, "destination") ?? at(to, "to") ?? to]);
	return entries.flatMap(([from, to]) =>
		listOf(from).flatMap((each) => {
			const [old, target] = [textOf(each), textOf(to)];
			return old && target ? [{ from: old.startsWith("/") ? old : `/${old}`, to: target, file, line: lineOf(text, old) }] : [];
		}),
	);
}

/** Takes out what is a rule and no address, and says so. */
export function withoutPatterns(redirects: OldRedirect[], notes: Note[]): OldRedirect[] {
	return redirects.filter(({ from, to, file, line }) => {
		if (!/[*[\]]|\/:\w|\(/.test(from)) return true;
		notes.push({ kind: "person", file, line, what: `${from} → ${to} is a rule for many addresses; write a redirect for each that matters` });
		return false;
	});
}
