import type { Note } from "../../../notes.ts";
import type { SourceCategory } from "../../../source.ts";
import type { Tree } from "../../../tree/tree.ts";
import { readConfig } from "./read-config.ts";
import { at, textOf } from "./values.ts";

/** Names of folders from Docusaurus' `_category_` files. @param pathOf path of a folder's pages */
export async function readLabels(tree: Tree, pathOf: (folder: string) => string[] | undefined, notes: Note[]): Promise<SourceCategory[]> {
	const categories: SourceCategory[] = [];
	for (const file of tree.files.filter((name) => /(^|\/)_category_\.(json|ya?ml)$/.test(name))) {
		const { value } = await readConfig({ ...tree, files: [file] }, [file], notes);
		const path = pathOf(file.split("/").slice(0, -1).join("/"));
		const title = textOf(at(value, "label"));
		if (path && title) categories.push({ path, title, summary: textOf(at(value, "description")) ?? textOf(at(value, "link", "description")) });
	}
	return categories;
}
