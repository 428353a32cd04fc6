import { posix } from "node:path";
import { fail } from "../../../command-line.ts";
import type { Note } from "../../notes.ts";
import { decodeText } from "../../tree/decode-text.ts";
import type { Tree } from "../../tree/tree.ts";
import { bareName, splitName } from "./names.ts";
import type { Properties } from "./properties.ts";
import { readCsv } from "./read-csv.ts";
import { readPage } from "./read-page.ts";

/** A page or a database of the export. */
export interface Page {
	file: string;
	isDatabase: boolean;
	id: string | undefined;
	title: string;
	/** File of the page or database above it. */
	parent: string | undefined;
	/** A page's own. */
	properties: Properties | undefined;
	/** Columns of the database that a page is a row of. */
	columns: string[] | undefined;
}

/** Reads names, titles and properties of every page; texts are not kept. Ends the command where it is no Markdown export. */
export async function readExport(tree: Tree, path: string): Promise<{ pages: Page[]; notes: Note[] }> {
	const markdown = tree.files.filter((file) => /\.md$/i.test(file));
	if (markdown.length === 0) refuse(tree, path);
	const notes: Note[] = [];
	const databases = databasesOf(tree.files);
	const columns = new Map<string, string[]>();
	for (const file of databases) columns.set(file, await columnsOf(tree, file, notes));
	const above = parentsOf([...markdown, ...databases]);

	const pages: Page[] = [];
	for (const file of [...databases, ...markdown]) {
		const { title: name, id } = splitName(bareName(file).replace(/_all$/, ""));
		const parent = above(file);
		const base = { file, id, parent, columns: parent === undefined ? undefined : columns.get(parent) };
		if (columns.has(file)) pages.push({ ...base, isDatabase: true, title: name || "Untitled", properties: undefined });
		else {
			const page = await openPage(tree, file, { columns: base.columns, notes });
			if (page) pages.push({ ...base, isDatabase: false, title: page.title || name || "Untitled", properties: page.properties });
		}
	}
	// By name, as the export has no order of its own.
	return { pages: pages.sort((one, other) => (one.file < other.file ? -1 : 1)), notes };
}

function refuse(tree: Tree, path: string): never {
	const isHtml = tree.files.some((file) => /\.html$/i.test(file));
	return fail(
		isHtml
			? `${path} is an HTML export of Notion, which is not read here: it has lost what Markdown keeps.\n  Do:  Export again with the format “Markdown & CSV” and “Include subpages”.`
			: `${path} holds no page of a Notion export: there is no .md file in it.\n  Do:  Give the .zip that Export, Markdown & CSV made, or the folder it unpacks to.`,
	);
}

/**
 * One file for each database: that with all rows where there is one. A table that somebody attached has no number in its name, and
 * neither rows in a folder of its name nor a second file with all rows.
 */
function databasesOf(files: string[]): string[] {
	const known = new Set(files);
	const folders = new Set(files.filter((file) => /\.md$/i.test(file)).map((file) => posix.dirname(file)));
	const csv = files.filter((file) => {
		if (!/\.csv$/i.test(file)) return false;
		const name = file.replace(/(_all)?\.csv$/i, "");
		return splitName(posix.basename(name)).id !== undefined || folders.has(name) || (known.has(`${name}.csv`) && known.has(`${name}_all.csv`));
	});
	const all = new Set(csv.filter((file) => /_all\.csv$/i.test(file)));
	return csv.filter((file) => !all.has(file.replace(/\.csv$/i, "_all.csv")));
}

async function columnsOf(tree: Tree, file: string, notes: Note[]): Promise<string[]> {
	try {
		return readCsv(decodeText(await tree.read(file)).text)[0] ?? [];
	} catch (error) {
		notes.push({ kind: "person", file, line: 1, what: `the database cannot be read: ${error instanceof Error ? error.message : String(error)}` });
		return [];
	}
}

async function openPage(tree: Tree, file: string, { columns, notes }: { columns: string[] | undefined; notes: Note[] }) {
	try {
		const { text, encoding } = decodeText(await tree.read(file));
		if (encoding !== "utf-8") notes.push({ kind: "changed", file, line: 1, what: `it was written in ${encoding}; it is UTF-8 now` });
		return readPage(text, columns);
	} catch (error) {
		notes.push({ kind: "quarantined", file, line: 1, what: `it cannot be read: ${error instanceof Error ? error.message : String(error)}` });
		return undefined;
	}
}

/** Finds the page or database whose folder a file lies in: one of the same name beside the folder, with the number or without. */
function parentsOf(files: string[]): (file: string) => string | undefined {
	const exact = new Map<string, string>();
	const loose = new Map<string, string>();
	for (const file of files) {
		const folder = posix.join(posix.dirname(file), bareName(file).replace(/_all$/, ""));
		exact.set(folder, file);
		const without = posix.join(posix.dirname(file), splitName(posix.basename(folder)).title);
		if (!loose.has(without)) loose.set(without, file);
	}
	return (file) => {
		for (let folder = posix.dirname(file); folder !== "."; folder = posix.dirname(folder)) {
			const owner = exact.get(folder) ?? loose.get(folder);
			if (owner !== undefined && owner !== file) return owner;
		}
		return undefined;
	};
}
