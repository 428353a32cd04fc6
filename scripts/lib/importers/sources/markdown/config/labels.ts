import { slug as githubSlug } from "github-slugger";
import type { Note } from "../../../notes.ts";
import type { SourceCategory } from "../../../source.ts";
import type { Tree } from "../../../tree/tree.ts";
import { readConfig } from "./read-config.ts";
import { at, textOf, type Value } from "./values.ts";

/** Where the pages of a folder lie. */
export interface Labelled {
	/** Folders of its pages. */
	path: string[];
	/** Address of the documents that it is a part of. Example: `/help/docs` */
	address: string;
}

/** Names of folders from Docusaurus' `_category_` files, with the addresses of the lists that were made for them. */
export async function readLabels(tree: Tree, placeOf: (folder: string) => Labelled | undefined, notes: Note[]): Promise<SourceCategory[]> {
	const categories: (SourceCategory & { list: string | undefined })[] = [];
	for (const file of tree.files.filter((name) => /(^|\/)_category_\.(json|ya?ml)$/.test(name))) {
		const { value } = await readConfig({ ...tree, files: [file] }, [file], notes);
		const place = placeOf(file.split("/").slice(0, -1).join("/"));
		const title = textOf(at(value, "label"));
		if (!place || !title) continue;
		const summary = textOf(at(value, "description")) ?? textOf(at(value, "link", "description"));
		categories.push({ path: place.path, title, summary, list: listAddress(at(value, "link"), title, place) });
	}
	// Of two lists of one name Docusaurus numbers one; which one is not known here.
	const counts = Map.groupBy(categories, ({ list }) => list);
	return categories.map(({ list, ...category }) => ({ ...category, ...(list !== undefined && counts.get(list)?.length === 1 && { addresses: [list] }) }));
}

function listAddress(link: Value, label: string, { address }: Labelled): string | undefined {
	if (at(link, "type") !== "generated-index") return undefined;
	const slug = textOf(at(link, "slug")) ?? `/category/${githubSlug(label)}`;
	return address + (slug.startsWith("/") ? slug : `/${slug}`);
}
