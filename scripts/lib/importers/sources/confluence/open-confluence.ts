import type { Note } from "../../notes.ts";
import type { Source, SourceArticle, SourceText } from "../../source.ts";
import { decodeText } from "../../tree/decode-text.ts";
import { orClose } from "../../tree/or-close.ts";
import { openTree } from "../../tree/open-tree.ts";
import type { Tree } from "../../tree/tree.ts";
import { planTree } from "../plan-tree.ts";
import { createDialect } from "./dialect.ts";
import { createTargets, homesOf, keyOf } from "./find-targets.ts";
import { readExport, type Page } from "./read-export.ts";

/** Opens the HTML export of one or more Confluence spaces. */
export async function openConfluence(path: string): Promise<Source> {
	const tree = await openTree(path);
	const { pages, spaces, notes } = await orClose(tree, readExport(tree, path));
	const keys = new Map(pages.map((page) => [page.file, keyOf(page)]));
	const { paths, categories } = planTree(
		pages.map((page) => ({ ...page, key: keyOf(page), parent: page.parent === undefined ? undefined : keys.get(page.parent) })),
	);
	const targets = createTargets(tree, pages);
	const homes = new Set(homesOf(pages));
	return {
		name: "confluence",
		articles: pages.map((page) => toArticle(tree, page, { path: paths.get(keyOf(page)) ?? [], isHome: homes.has(page) })),
		categories: [...spaces.map(({ slug, name }) => ({ path: [slug], title: name })), ...categories],
		redirects: [],
		notes: [...tree.notes, ...notes, ...lostNotes(pages)],
		dialect: createDialect(targets),
		resolveLink: targets.page,
		resolveFile: targets.file,
		resolvePage: targets.fixed,
		close: () => tree.close(),
	};
}

function toArticle(tree: Tree, page: Page, { path, isHome }: { path: string[]; isHome: boolean }): SourceArticle {
	const { file, title, frame } = page;
	return {
		key: keyOf(page),
		file,
		path,
		title,
		keywords: frame.labels,
		draft: false,
		updated: frame.updated,
		addresses: [...addressesOf(page), ...(isHome ? homeAddresses(page) : [])],
		leftOver: [],
		async read(): Promise<SourceText> {
			return { format: "html", text: decodeText(await tree.read(file)).text, firstLine: 1 };
		},
	};
}

/** Addresses that the page had in Confluence's cloud and on a server, and as a file of the export. */
function addressesOf({ file, folder, folders, id, spaceKey, title }: Page): string[] {
	const path = folders.length === 0 && folder !== "" ? file.slice(folder.length + 1) : file;
	const words = encodeURIComponent(title).replaceAll("%20", "+");
	const space = spaceKey === undefined ? undefined : encodeURIComponent(spaceKey);
	const numbered = space && id ? [`/wiki/spaces/${space}/pages/${id}/${words}`, `/wiki/spaces/${space}/pages/${id}`] : [];
	return [`/${path.split("/").map(encodeURIComponent).join("/")}`, ...numbered, ...(space ? [`/display/${space}/${words}`] : [])];
}

/** Addresses of a space, which showed its first page. */
function homeAddresses({ spaceKey = "" }: Page): string[] {
	const space = encodeURIComponent(spaceKey);
	return [`/wiki/spaces/${space}/overview`, `/wiki/spaces/${space}`, `/display/${space}`];
}

/** What no page brings along, said once. */
function lostNotes(pages: Page[]): Note[] {
	if (pages.length === 0) return [];
	return [
		{ kind: "changed", file: "the export", line: 1, what: "the names of who wrote and changed pages were left out: they are personal data" },
		{
			kind: "person",
			file: "the export",
			line: 1,
			what: "old addresses like /pages/viewpage.action?pageId=123 differ only after the question mark, which a redirect cannot read; links between the pages were set right",
		},
	];
}
