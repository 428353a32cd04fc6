import type { CategoriesData } from "#site/schemas/categories.ts";

/** A category with its place in the tree. */
export interface Category {
	/** Path of slugs. Example: `integrations/api` */
	id: string;
	title: string;
	summary: string;
	icon: string;
	onHome: boolean;
	children: Category[];
}

type Node = { slug: string; title: string; summary: string; icon?: string; onHome?: boolean; children?: Node[] };

/** Titles and summaries in another language, by path. */
export type CategoryWords = Readonly<Record<string, { title: string; summary: string }>>;

function toCategory(node: Node, parent: string, icon: string, words: CategoryWords): Category {
	const id = parent ? `${parent}/${node.slug}` : node.slug;
	const ownIcon = node.icon ?? icon;
	const own = Object.hasOwn(words, id) ? words[id] : undefined;
	return {
		id,
		title: own?.title ?? node.title,
		summary: own?.summary ?? node.summary,
		icon: ownIcon,
		onHome: node.onHome ?? true,
		children: (node.children ?? []).map((child) => toCategory(child, id, ownIcon, words)),
	};
}

/** The tree of `categories.yml` with ids; a child has its parent's icon. With `words`, in another language as far as they go. */
export function toCategories(data: CategoriesData, words: CategoryWords = {}): Category[] {
	return data.map((node) => toCategory(node, "", "page", words));
}

/** Every category of the tree, parents before children. */
export function flattenCategories(tree: Category[]): Category[] {
	return tree.flatMap((category) => [category, ...flattenCategories(category.children)]);
}
