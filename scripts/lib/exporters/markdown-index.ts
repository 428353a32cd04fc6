import GithubSlugger from "github-slugger";
import { posix } from "node:path";
import type { Heading, Link, ListItem, Root, RootContent } from "mdast";
import type { Category } from "#site/lib/categories.ts";
import type { Centre, Entry } from "./centre.ts";

interface Index {
	tree: Root;
	/** The anchor of each category in the index, by its id. */
	categoryAnchors: Map<string, string>;
}

/** The README of an export: every article under its category, in the order readers see them. Pure. */
export function makeIndex({ site, categories }: Pick<Centre, "site" | "categories">, entries: Entry[]): Index {
	const slugger = new GithubSlugger();
	const categoryAnchors = new Map<string, string>();
	const listed = new Set<Entry>();
	const byCategory = Map.groupBy(entries, ({ category }) => category);
	function heading(depth: number, text: string, id?: string): Heading {
		const anchor = slugger.slug(text);
		if (id !== undefined) categoryAnchors.set(id, anchor);
		return { type: "heading", depth: Math.min(depth, 6) as Heading["depth"], children: [{ type: "text", value: text }] };
	}
	function list(articles: Entry[]): RootContent[] {
		for (const entry of articles) listed.add(entry);
		const items = articles.map((entry) => item(entry, site.defaultLocale));
		return items.length > 0 ? [{ type: "list", ordered: false, spread: false, children: items }] : [];
	}
	function section({ id, title, summary, children }: Category, depth: number): RootContent[] {
		const own = list(byCategory.get(id) ?? []);
		return [heading(depth, title, id), paragraph(summary), ...own, ...children.flatMap((child) => section(child, depth + 1))];
	}
	const top = [heading(1, site.name), paragraph(site.description)];
	const sections = categories.flatMap((category) => section(category, 2));
	const others = entries.filter((entry) => !listed.has(entry));
	const rest = others.length > 0 ? [heading(2, "Other"), ...list(others)] : [];
	return { tree: { type: "root", children: [...top, ...sections, ...rest] }, categoryAnchors };
}

function paragraph(text: string): RootContent {
	return { type: "paragraph", children: [{ type: "text", value: text }] };
}

function item({ path, data, locale }: Entry, defaultLocale: string): ListItem {
	const flags = [...(locale === defaultLocale ? [] : [locale]), ...(data.draft ? ["draft"] : []), ...(data.archived ? ["archived"] : [])];
	const url = encodeURI(posix.normalize(path.replace(/\.mdx$/, ".md")));
	const link: Link = { type: "link", url, children: [{ type: "text", value: data.title }] };
	const words = `${flags.length > 0 ? ` (${flags.join(", ")})` : ""}: ${data.summary}`;
	return { type: "listItem", spread: false, children: [{ type: "paragraph", children: [link, { type: "text", value: words }] }] };
}
