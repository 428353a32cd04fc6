import { posix } from "node:path";
import { fail } from "../../../command-line.ts";
import type { Note } from "../../notes.ts";
import { slugOfName } from "../../plan/slug.ts";
import { decodeText } from "../../tree/decode-text.ts";
import type { Tree } from "../../tree/tree.ts";
import { readFrame, type PageFrame } from "./read-page.ts";
import { readIndex, type SpaceIndex } from "./read-index.ts";

/** A page of an exported space. */
export interface Page {
	/** Path of its file in the export. */
	file: string;
	/** Folder of its space in the export; empty for the root. */
	folder: string;
	/** Number that Confluence gave it; undefined where the file's name has none. */
	id: string | undefined;
	spaceKey: string | undefined;
	title: string;
	/** File of the page above it. */
	parent: string | undefined;
	/** Folders above its space's pages: none, or the space where the export holds several. */
	folders: string[];
	/** Whether the index of its space has a tree that does not name it. */
	loose: boolean;
	frame: PageFrame;
}

/** What an HTML export holds, without the texts. */
export interface Export {
	/** In the order of the page trees; pages that no tree names come last. */
	pages: Page[];
	spaces: { slug: string; name: string }[];
	notes: Note[];
}

/** Reads the index of every space, and what stands around the text of every page. Ends the command where it is no HTML export. */
export async function readExport(tree: Tree, path: string): Promise<Export> {
	const folders = tree.files.filter((file) => posix.basename(file) === "index.html").map((file) => posix.dirname(file).replace(/^\.$/, ""));
	if (folders.length === 0) refuse(tree, path);
	const notes: Note[] = [];
	const pages: Page[] = [];
	const spaces: Export["spaces"] = [];
	for (const folder of folders) {
		const file = posix.join(folder, "index.html");
		const index = await orNote(notes, file, async () => readIndex(decodeText(await tree.read(file)).text));
		const name = index?.name ?? index?.key ?? (posix.basename(folder) || "Space");
		const above = folders.length > 1 ? [slugOfName(name)] : [];
		if (folders.length > 1) spaces.push({ slug: slugOfName(name), name });
		pages.push(...(await readPages(tree, { folder, index, above, notes })));
	}
	return { pages, spaces, notes };
}

function refuse(tree: Tree, path: string): never {
	const xml = tree.files.some((file) => posix.basename(file) === "entities.xml");
	return fail(
		xml
			? `${path} is an XML export of Confluence, which only Confluence can read.\n  Do:  Export the space again, as HTML: Space settings, Export space, HTML.`
			: `${path} is no HTML export of a Confluence space: it has no index.html.\n  Do:  Give the .zip that Space settings, Export space, HTML made, or the folder it unpacks to.`,
	);
}

interface SpacePages {
	folder: string;
	index: SpaceIndex | undefined;
	above: string[];
	notes: Note[];
}

async function readPages(tree: Tree, { folder, index, above, notes }: SpacePages): Promise<Page[]> {
	const listed = new Map((index?.pages ?? []).map((page) => [page.file, page]));
	const here = tree.files.filter(
		(file) => posix.dirname(file).replace(/^\.$/, "") === folder && /\.html$/i.test(file) && posix.basename(file) !== "index.html",
	);
	const order = [...listed.keys()].map((name) => posix.join(folder, name));
	const present = new Set(here);
	for (const file of order)
		if (!present.has(file)) notes.push({ kind: "person", file, line: 1, what: "the index lists this page, but it is not in the export" });
	const pages: Page[] = [];
	for (const file of new Set([...order.filter((name) => present.has(name)), ...here])) {
		const frame = await orNote(notes, file, async () => readFrame(decodeText(await tree.read(file)).text, index?.name));
		if (!frame) continue;
		const name = posix.basename(file);
		const entry = listed.get(name);
		const parent = entry ? entry.parent : frame.parent;
		const id = /(?:^|[_-])(\d{4,})\.html$/i.exec(name)?.[1];
		const title = entry?.title || frame.title || name.replace(/(_\d+)?\.html$/i, "").replaceAll("-", " ");
		const parentFile = parent === undefined ? undefined : posix.join(folder, parent);
		if (frame.unreadDay !== undefined)
			notes.push({
				kind: "changed",
				file,
				line: 1,
				what: `the day of the last change, ${frame.unreadDay}, can be read in several ways or in none; it was left out`,
			});
		pages.push({
			file,
			folder,
			id,
			spaceKey: index?.key,
			title,
			parent: parentFile,
			folders: above,
			loose: listed.size > 0 && parent === undefined && !entry,
			frame,
		});
	}
	return pages;
}

/** What a file says, or a note that it cannot be read. */
async function orNote<Result>(notes: Note[], file: string, read: () => Promise<Result>): Promise<Result | undefined> {
	try {
		return await read();
	} catch (error) {
		const why = error instanceof RangeError ? "it is nested too deeply" : error instanceof Error ? error.message : String(error);
		notes.push({ kind: "quarantined", file, line: 1, what: `it cannot be read: ${why}` });
		return undefined;
	}
}
