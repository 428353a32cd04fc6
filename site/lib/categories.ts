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

function toCategory(node: Node, parent: string, icon: string): Category {
	const id = parent ? `${parent}/${node.slug}` : node.slug;
	const ownIcon = node.icon ?? icon;
	return {
		id,
		title: node.title,
		summary: node.summary,
		icon: ownIcon,
		onHome: node.onHome ?? true,
		children: (node.children ?? []).map((child) => toCategory(child, id, ownIcon)),
	};
}

/** The tree of `categories.yml` with ids; a child has its parent's icon. */
export function toCategories(data: CategoriesData): Category[] {
	return data.map((node) => toCategory(node, "", "page"));
}

/** Every category of the tree, parents before children. */
export function flattenCategories(tree: Category[]): Category[] {
	return tree.flatMap((category) => [category, ...flattenCategories(category.children)]);
}
