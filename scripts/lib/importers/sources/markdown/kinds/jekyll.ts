import { readConfig, type Config } from "../config/read-config.ts";
import { at, fieldsOf, listOf, textOf } from "../config/values.ts";
import type { Page, Place, Root, Site } from "../site.ts";
import type { Note } from "../../../notes.ts";
import type { Tree } from "../../../tree/tree.ts";
import { kramdown } from "../steps/kramdown.ts";
import { liquid } from "../steps/liquid.ts";
import { categoriesOf, readDefaults } from "./jekyll-defaults.ts";
import { addressesOf, isIndex, partsOfPost, patternOf, type Permalinks } from "./jekyll-permalinks.ts";
import { basePath, joined, originOf, partsOf, partsOfAddress, pathAt } from "./paths.ts";

/** A site of Jekyll: pages, posts, drafts and collections. */
export async function readJekyll(tree: Tree, project: string): Promise<Site> {
	const notes: Note[] = [];
	const config = await readConfig(tree, [joined(project, "_config.yml"), joined(project, "_config.yaml")], notes);
	const base = basePath(textOf(at(config.value, "baseurl")));
	const permalink = textOf(at(config.value, "permalink")) ?? "date";
	const withDefaults = readDefaults(at(config.value, "defaults"));
	// Collections may lie in a folder of their own, which is no part of addresses.
	const collected = joined(project, textOf(at(config.value, "collections_dir")) ?? "");
	const excluded = listOf(at(config.value, "exclude")).flatMap((entry) => textOf(entry)?.replace(/\/$/, "") ?? []);
	return {
		roots: rootsOf(config, { project, collected }, tree),
		assetFolders: [project, joined(project, "assets")],
		base,
		origin: originOf(textOf(at(config.value, "url"))),
		format: () => "markdown",
		leftOut: ({ name, file, root }) => {
			if (excluded.some((entry) => file === joined(project, entry) || file.startsWith(`${joined(project, entry)}/`)))
				return "the site's configuration excludes it";
			const hidden = partsOf(name)
				.slice(0, -1)
				.find((part) => part.startsWith("_"));
			return hidden !== undefined && root.folder === project ? `${hidden} holds parts of other pages` : undefined;
		},
		fieldsOf: ({ file, root, fields }) => withDefaults({ file: project === "" ? file : file.slice(project.length + 1), type: typeOf(root) }, fields),
		place: (page) => place(page, { base, project: collected, permalink, collections: at(config.value, "collections") }),
		aliasesFromRoot: true,
		steps: [liquid({ base, site: scalarsOf(config.value) }), kramdown],
		headingId: kramdownId,
		labelSeparator: /[,\s]+/,
		categories: [],
		redirects: [],
		notes,
	};
}

function rootsOf({ value }: Config, { project, collected }: { project: string; collected: string }, tree: Tree): Root[] {
	const folders = new Set(tree.files.map((file) => file.split("/").slice(0, -1).join("/")));
	const collections = at(value, "collections");
	const names = Array.isArray(collections) ? collections.flatMap((name) => textOf(name) ?? []) : fieldsOf(collections).map(([name]) => name);
	const known = new Set(
		[...names, "docs", "articles", "pages", "guides", "kb"].flatMap((name) => [joined(project, `_${name}`), joined(collected, `_${name}`)]),
	);
	const roots: Root[] = [{ folder: project, address: "" }];
	for (const folder of [...folders].flatMap((path) => partsOf(path).map((_, index, parts) => parts.slice(0, index + 1).join("/")))) {
		if (roots.some((root) => root.folder === folder)) continue;
		const name = folder.split("/").at(-1) ?? "";
		const above = partsOf(folder.slice((folder.startsWith(`${collected}/`) ? collected : project).length)).slice(0, -1);
		if (name === "_posts" || name === "_drafts") roots.push({ folder, address: "", path: above.length > 0 ? above : ["posts"], posts: true });
		else if (known.has(folder)) roots.push({ folder, address: `/${name.slice(1)}`, path: [name.slice(1)] });
	}
	return roots;
}

/** Where a page stands, by its permalink where that is one address, else by its folder. */
function place(page: Page, { base, project, ...permalinks }: Permalinks & { base: string; project: string }): Place {
	const { name, root, fields } = page;
	const pattern = patternOf(page, permalinks);
	const above = root.posts ? partsOf(root.folder.slice(root.folder.startsWith(project) ? project.length : 0)).slice(0, -1) : [];
	const { addresses, problem } = addressesOf(page, { pattern, lead: partsOf(base), above });
	const used = ["permalink", ...(root.posts ? ["slug"] : [])].filter((field) => fields[field] !== undefined);
	const fixed = textOf(fields["permalink"]) !== undefined && !pattern.includes(":") ? pathAt(partsOf(withoutIndex(pattern))) : undefined;
	if (root.posts) {
		const { day, rest } = partsOfPost(name);
		const draft = root.folder.endsWith("_drafts");
		const categories = [...categoriesOf(fields["categories"]), ...listOf(fields["category"]).flatMap((entry) => textOf(entry) ?? [])];
		return {
			path: fixed ?? [...(categories.length > 0 ? categories.slice(0, 2) : (root.path ?? [])), rest],
			addresses,
			names: [`${day ?? ""}-${rest}`],
			day,
			draft,
			used,
			// A draft had no address.
			...(!draft && { problem }),
		};
	}
	const parts = partsOf(name);
	const folders = isIndex(name) ? [...parts.slice(0, -1), "index"] : parts;
	return { path: fixed ?? [...(root.path ?? []), ...folders], addresses, used, problem };
}

function withoutIndex(address: string): string {
	return partsOfAddress(address)
		.join("/")
		.replace(/(^|\/)index$/, "");
}

/** What `defaults:` call a page. */
function typeOf({ folder, address, posts }: Root): string {
	return posts ? (folder.endsWith("_drafts") ? "drafts" : "posts") : address === "" ? "pages" : address.slice(1);
}

/** `site.x` of the configuration, also of objects in it: `site.contact.email`. */
function scalarsOf(value: unknown, lead = "", depth = 0): Record<string, string> {
	return Object.fromEntries(
		fieldsOf(value).flatMap(([key, field]) => {
			const text = textOf(field);
			return text !== undefined ? [[lead + key, text] as const] : depth < 3 ? Object.entries(scalarsOf(field, `${lead}${key}.`, depth + 1)) : [];
		}),
	);
}

/** How kramdown names headings: from the first letter on. */
function kramdownId(words: string): string {
	return words
		.replace(/^[^A-Za-z]+/, "")
		.replace(/[^A-Za-z0-9 -]/g, "")
		.replaceAll(" ", "-")
		.toLowerCase();
}
