import { deepest } from "../plan/plan-addresses.ts";
import { slugOfName } from "../plan/slug.ts";
import type { SourceCategory } from "../source.ts";

/** A page of a source whose pages lie in pages. */
export interface TreePage {
	key: string;
	title: string;
	/** Key of the page above it. */
	parent: string | undefined;
	/** Folders above the outermost pages. Default: none. */
	folders?: string[];
	/** Stands beside the source's tree, not in it. Default: false. */
	loose?: boolean;
}

/** Places of pages, and the categories that pages with pages below them become. */
export interface TreePlan {
	paths: Map<string, string[]>;
	categories: SourceCategory[];
}

/**
 * A page with pages below it becomes a category, and its own text the article `overview` in it. Where everything lies below one
 * page, that page is the home of the centre, not a category.
 * @param pages in the order of the source
 */
export function planTree(pages: TreePage[]): TreePlan {
	const byKey = new Map(pages.map((page) => [page.key, page]));
	const parentOf = ({ key, parent }: TreePage) => (parent === undefined || parent === key ? undefined : byKey.get(parent));
	const homes = homesOf(pages, parentOf);
	const withChildren = new Set(pages.flatMap((page) => parentOf(page)?.key ?? []));
	const slugs = slugsOf(pages, withChildren);
	const folders = new Map<string, string[]>();

	/** Folder that the pages below a page lie in. */
	function folderOf(page: TreePage | undefined, above = new Set<string>()): string[] {
		// Pages that lie in each other lie at the top.
		if (!page || above.has(page.key)) return [];
		const known = folders.get(page.key);
		if (known) return known;
		const parent = parentOf(page);
		const outer = parent ? folderOf(parent, new Set([...above, page.key])) : (page.folders ?? []);
		const folder = homes.has(page.key) ? outer : [...outer, slugs.get(page.key) ?? ""];
		if (above.size === 0) folders.set(page.key, folder);
		return folder;
	}

	const paths = new Map<string, string[]>();
	const categories: SourceCategory[] = [];
	for (const page of pages) {
		const folder = folderOf(page);
		const isCategory = withChildren.has(page.key) && !homes.has(page.key);
		// Deeper than categories go, the page is an article like those below it.
		const hasOverview = isCategory && folder.length <= deepest;
		if (hasOverview) categories.push({ path: folder, title: page.title });
		paths.set(page.key, hasOverview ? [...folder, "overview"] : homes.has(page.key) ? [...folder, slugs.get(page.key) ?? ""] : folder);
	}
	return { paths, categories };
}

/** The page above all others of its folders, where there is one. */
function homesOf(pages: TreePage[], parentOf: (page: TreePage) => TreePage | undefined): Set<string> {
	const groups = Map.groupBy(pages, ({ folders = [] }) => folders.join("/"));
	const homes = [...groups.values()].flatMap((group) => {
		const top = group.filter((page) => parentOf(page) === undefined && !page.loose);
		return top.length === 1 && group.length > 1 ? top : [];
	});
	return new Set(homes.map(({ key }) => key));
}

/** Parts of addresses. Of pages with the same title and pages below them, each keeps its own category. */
function slugsOf(pages: TreePage[], withChildren: ReadonlySet<string>): Map<string, string> {
	const used = new Set<string>();
	return new Map(
		pages.map(({ key, title, parent, folders = [] }) => {
			const slug = slugOfName(title);
			if (!withChildren.has(key)) return [key, slug];
			let free = slug;
			for (let number = 2; used.has([...folders, parent, free].join("\n")); number += 1) free = `${slug}-${number}`;
			used.add([...folders, parent, free].join("\n"));
			return [key, free];
		}),
	);
}
