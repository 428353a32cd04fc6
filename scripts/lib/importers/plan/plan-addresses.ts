import { reserved } from "#site/lib/reserved-addresses.ts";
import type { SourceArticle } from "../source.ts";
import { slugOfName } from "./slug.ts";

/** Deepest category; what lies deeper in the source is put into the last part of the address. */
export const deepest = 3;

/** Category of articles that lie in no folder. */
export const rootCategory = "general";

type Place = Pick<SourceArticle, "key" | "path" | "locale">;

/**
 * Gives every article an id (`category/slug`) as near to its path in the source as addresses here allow: safe letters, a category of
 * at most three levels, no name twice, none that the centre uses itself, none that is a category.
 * @param known ids given by earlier imports; they stay
 * @param taken ids of articles that were here before, with their locale: `en:admin/roles`
 */
export function planAddresses(
	articles: Place[],
	{ locale, known, taken }: { locale: string; known: Map<string, string>; taken: Set<string> },
): Map<string, string> {
	const folders = new Map<string, number>();
	for (const { path } of articles) {
		for (let depth = 1; depth < path.length; depth += 1) {
			const folder = path.slice(0, depth).join("/");
			folders.set(folder, (folders.get(folder) ?? 0) + 1);
		}
	}
	const wanted = articles.map((article) => ({ article, id: known.get(article.key) ?? idOf(article.path, folders) }));
	const categories = new Set(wanted.flatMap(({ id }) => foldersOf(id)));
	const used = new Set(taken);
	const plan = new Map<string, string>();
	for (const { article, id } of wanted) if (known.has(article.key)) plan.set(article.key, use(id, article));
	for (const { article, id } of wanted) {
		if (plan.has(article.key)) continue;
		const free = categories.has(id) ? `${withinThree(id)}/overview` : id;
		plan.set(article.key, use(free, article));
	}
	return plan;

	function use(id: string, article: Place): string {
		const prefix = `${article.locale ?? locale}:`;
		let free = id;
		for (let number = 2; !known.has(article.key) && (used.has(prefix + free) || categories.has(free)); number += 1) free = `${id}-${number}`;
		used.add(prefix + free);
		return free;
	}
}

/** Folders of an id. `a/b/c` → `a`, `a/b` */
function foldersOf(id: string): string[] {
	const parts = id.split("/").slice(0, -1);
	return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
}

function withinThree(id: string): string {
	return id.split("/").slice(0, deepest).join("/");
}

function idOf(path: string[], folders: Map<string, number>): string {
	const parent = path.slice(0, -1);
	// The page of a folder that holds nothing else is the folder; of another it is an article in it.
	const alone = path.at(-1) === "index" && parent.length > 0 && folders.get(parent.join("/")) === 1;
	const names = (alone ? parent : path.at(-1) === "index" ? [...parent, "overview"] : path).map(slugOfName);
	const parts = names.length === 1 ? [rootCategory, ...names] : names;
	const category = parts.slice(0, Math.min(parts.length - 1, deepest));
	const first = category[0] ?? rootCategory;
	if (reserved.includes(first)) category[0] = `${first}-articles`;
	return [...category, parts.slice(category.length).join("-").slice(0, 120).replace(/-$/, "")].join("/");
}
