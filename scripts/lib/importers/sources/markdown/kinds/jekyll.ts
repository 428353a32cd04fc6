import { slug as githubSlug } from "github-slugger";
import { readConfig, type Config } from "../config/read-config.ts";
import { at, fieldsOf, listOf, textOf } from "../config/values.ts";
import type { Page, Place, Root, Site } from "../site.ts";
import type { Note } from "../../../notes.ts";
import type { Tree } from "../../../tree/tree.ts";
import { kramdown } from "../steps/kramdown.ts";
import { liquid } from "../steps/liquid.ts";
import { addressOfParts, basePath, joined, originOf, partsOf, partsOfAddress, pathAt } from "./paths.ts";

const styles: Record<string, string> = {
	date: "/:categories/:year/:month/:day/:title.html",
	pretty: "/:categories/:year/:month/:day/:title/",
	ordinal: "/:categories/:year/:y_day/:title.html",
	none: "/:categories/:title.html",
};

/** A site of Jekyll: pages, posts, drafts and collections. */
export async function readJekyll(tree: Tree, project: string): Promise<Site> {
	const notes: Note[] = [];
	const config = await readConfig(tree, [joined(project, "_config.yml"), joined(project, "_config.yaml")], notes);
	const base = basePath(textOf(at(config.value, "baseurl")));
	const permalink = textOf(at(config.value, "permalink")) ?? "date";
	const excluded = listOf(at(config.value, "exclude")).flatMap((entry) => textOf(entry)?.replace(/\/$/, "") ?? []);
	return {
		roots: rootsOf(config, project, tree),
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
		place: (page) => place(page, { base, permalink, collections: at(config.value, "collections") }),
		steps: [liquid({ base, site: scalarsOf(config.value) }), kramdown],
		headingId: kramdownId,
		labelSeparator: /[,\s]+/,
		categories: [],
		redirects: [],
		notes,
	};
}

function rootsOf({ value }: Config, project: string, tree: Tree): Root[] {
	const folders = new Set(tree.files.map((file) => file.split("/").slice(0, -1).join("/")));
	const collections = at(value, "collections");
	const names = Array.isArray(collections) ? collections.flatMap((name) => textOf(name) ?? []) : fieldsOf(collections).map(([name]) => name);
	const known = new Set([...names, "docs", "articles", "pages", "guides", "kb"].map((name) => joined(project, `_${name}`)));
	const roots: Root[] = [{ folder: project, address: "" }];
	for (const folder of [...folders].flatMap((path) => partsOf(path).map((_, index, parts) => parts.slice(0, index + 1).join("/")))) {
		if (roots.some((root) => root.folder === folder)) continue;
		const name = folder.split("/").at(-1) ?? "";
		const above = partsOf(folder.slice(project.length)).slice(0, -1);
		if (name === "_posts" || name === "_drafts") roots.push({ folder, address: "", path: above.length > 0 ? above : ["posts"], posts: true });
		else if (known.has(folder)) roots.push({ folder, address: `/${name.slice(1)}`, path: [name.slice(1)] });
	}
	return roots;
}

function place(page: Page, { base, permalink, collections }: { base: string; permalink: string; collections: unknown }): Place {
	const { name, root, fields } = page;
	const wanted = textOf(fields["permalink"]);
	const lead = partsOf(base);
	const used = wanted === undefined ? [] : ["permalink"];
	if (root.posts) return placePost(page, wanted ?? styles[permalink] ?? permalink, lead, used);
	if (wanted !== undefined && !wanted.includes(":")) {
		const parts = partsOfAddress(wanted).filter((part, index, all) => part !== "index" || index < all.length - 1);
		return { path: pathAt(parts), addresses: [written([...lead, ...parts], wanted)], used };
	}
	const parts = partsOf(name);
	const isIndex = /^(index|readme)$/i.test(parts.at(-1) ?? "");
	const folders = isIndex ? parts.slice(0, -1) : parts;
	const style = textOf(at(collections, root.address.slice(1), "permalink")) ?? (permalink === "pretty" || permalink.endsWith("/") ? "/" : ".html");
	const path = [...(root.path ?? []), ...(isIndex ? [...folders, "index"] : folders)];
	return { path, addresses: [written([...lead, ...partsOf(root.address), ...folders], isIndex || style.endsWith("/") ? "/" : ".html")], used: [] };
}

function placePost({ name, root, fields }: Page, style: string, lead: string[], used: string[]): Place {
	const [, day, rest = name] = /^(?:.*\/)?(\d{4}-\d{1,2}-\d{1,2})-(.+)$/.exec(name) ?? [];
	const [year = "", month = "", dayOfMonth = ""] = (day ?? "").split("-");
	const title = textOf(fields["slug"]) ?? rest;
	const categories = [fields["categories"], fields["category"]].flatMap(listOf).flatMap((entry) => textOf(entry)?.split(/\s+/) ?? []);
	const values: Record<string, string> = {
		year,
		month,
		day: dayOfMonth,
		i_day: dayOfMonth.replace(/^0/, ""),
		i_month: month.replace(/^0/, ""),
		short_year: year.slice(2),
		title,
		slug: githubSlug(title),
		categories: categories.join("/"),
	};
	const filled = style.replace(/:([a-z_]+)/g, (whole, key: string) => values[key] ?? whole);
	const isFixed = !style.includes(":") && used.length > 0;
	return {
		path: isFixed ? pathAt(partsOfAddress(filled)) : [...(categories.length > 0 ? categories.slice(0, 2) : (root.path ?? [])), rest],
		addresses: filled.includes(":") ? [] : [written([...lead, ...partsOfAddress(filled)], filled)],
		names: [`${day ?? ""}-${rest}`],
		day: day?.replace(/-(\d)(?=-|$)/g, "-0$1"),
		draft: root.folder.endsWith("_drafts"),
		used: [...used, ...(fields["slug"] === undefined ? [] : ["slug"])],
	};
}

/** An address as the site writes it: with `.html` where it did. */
function written(parts: string[], style: string): string {
	const address = addressOfParts(parts);
	return /\.html?$/i.test(style) && parts.length > 0 ? `${address.replace(/\/$/, "")}.html` : address;
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
