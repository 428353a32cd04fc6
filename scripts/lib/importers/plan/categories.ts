import { parseDocument, YAMLMap, YAMLSeq } from "yaml";
import type { Source } from "../source.ts";
import { slugOfName, titleOfName } from "./slug.ts";

/** Name and sentence of a category. */
export interface CategoryWords {
	title: string;
	summary: string;
}

/** Words for each category folder of the planned ids, from the source where it has any, in its order. Example key: `guides/import` */
export function categoryWords(ids: Iterable<string>, { categories }: Pick<Source, "categories">): Map<string, CategoryWords> {
	const named = new Map(categories.map(({ path, title, summary }) => [path.map(slugOfName).join("/"), { title, summary }]));
	const words = new Map<string, CategoryWords>();
	for (const id of ids) {
		const parts = id.split("/").slice(0, -1);
		for (const [index, part] of parts.entries()) {
			const path = parts.slice(0, index + 1).join("/");
			if (words.has(path)) continue;
			const source = named.get(path);
			const title = shorten(source?.title.trim() || titleOfName(part), 60).padEnd(2, ".");
			const summary = source?.summary?.replace(/\s+/g, " ").trim() ?? "";
			words.set(path, { title, summary: summary.length >= 10 ? shorten(summary, 160) : `Articles about ${title}.` });
		}
	}
	const order = [...named.keys()];
	function rank(path: string): number[] {
		return path.split("/").map((_, index, parts) => {
			const place = order.indexOf(parts.slice(0, index + 1).join("/"));
			return place === -1 ? order.length : place;
		});
	}
	return new Map([...words].sort(([one], [other]) => compare(rank(one), rank(other)) || (one < other ? -1 : 1)));
}

/** Compares level by level; a category stands before those in it. */
function compare(one: number[], other: number[]): number {
	const level = one.findIndex((rank, index) => rank !== other[index]);
	return level === -1 ? one.length - other.length : (one[level] ?? 0) - (other[level] ?? -1);
}

/** Adds the categories that are missing to the text of `categories.yml`; everything that is there stays as it is. */
export function addCategories(text: string, words: Map<string, CategoryWords>): string {
	const document = parseDocument(text.trim() === "" ? "[]" : text);
	const root = document.contents instanceof YAMLSeq ? document.contents : new YAMLSeq();
	document.contents = root as typeof document.contents;
	root.flow = false;
	for (const [path, { title, summary }] of words) {
		let level = root;
		const parts = path.split("/");
		for (const [depth, slug] of parts.entries()) {
			const found = level.items.find((item): item is YAMLMap => item instanceof YAMLMap && item.get("slug") === slug);
			const entry = found ?? document.createNode({ slug, title, summary });
			if (!found) level.items.push(entry);
			if (depth === parts.length - 1) break;
			let children = entry.get("children") as YAMLSeq | undefined;
			if (!(children instanceof YAMLSeq)) entry.set("children", (children = new YAMLSeq()));
			children.flow = false;
			level = children;
		}
	}
	return document.toString({ lineWidth: 0 });
}

function shorten(text: string, longest: number): string {
	return text.length <= longest ? text : `${text.slice(0, longest - 1).trimEnd()}…`;
}
