import { posix } from "node:path";
import { readLabels, type Labelled } from "../config/labels.ts";
import { readConfig, type Config } from "../config/read-config.ts";
import { at, fieldsOf, findAll, listOf, textOf, type Value } from "../config/values.ts";
import { redirectsOf, withoutPatterns } from "../redirect-lists.ts";
import type { Page, Place, Root, Site } from "../site.ts";
import type { Note } from "../../../notes.ts";
import type { Tree } from "../../../tree/tree.ts";
import { mdxCode } from "../steps/mdx-code.ts";
import { addressOfParts, basePath, joined, originOf, partsOf, partsOfAddress, pathAt } from "./paths.ts";

/** A project of Docusaurus, with its documents, blogs, pages and translations. */
export async function readDocusaurus(tree: Tree, project: string): Promise<Site> {
	const notes: Note[] = [];
	const config = await readConfig(
		tree,
		["js", "ts", "mjs", "cjs", "mts"].map((extension) => joined(project, `docusaurus.config.${extension}`)),
		notes,
	);
	const base = basePath(textOf(at(config.value, "baseUrl")));
	const roots = rootsOf(config, project, tree, base);
	const versioned = tree.files.filter((file) => file.startsWith(`${joined(project, "versioned_docs")}/`) && /\.mdx?$/.test(file)).length;
	if (versioned > 0)
		notes.push({
			kind: "person",
			file: joined(project, "versioned_docs"),
			line: 1,
			what: `${versioned} ${versioned === 1 ? "page" : "pages"} about older versions did not come along, only the current one`,
		});
	if (findAll(config.value, "docs").some(isComputed) || listOf(at(config.value, "plugins")).some((plugin) => isComputed(at(plugin, "1"))))
		notes.push({
			kind: "person",
			file: config.file,
			line: 1,
			what: "addresses are made by code (numberPrefixParser), which is not run; numbers before names were left out of them. List redirects for those that matter",
		});
	const made = findAll(config.value, "fromExtensions").length > 0 || config.text.includes("createRedirects");
	if (made)
		notes.push({
			kind: "person",
			file: config.file,
			line: 1,
			what: "redirects that are computed (createRedirects, fromExtensions) are not known; list those that matter",
		});
	return {
		roots,
		assetFolders: [joined(project, "static"), project],
		base,
		origin: originOf(textOf(at(config.value, "url"))),
		format: () => "mdx",
		leftOut: ({ name }) => (partsOf(name).some((part) => part.startsWith("_")) ? "its name begins with an underscore, so it is no page of its own" : undefined),
		place: (page) => (page.root.posts ? placePost(page) : placeDocument(page)),
		steps: [keepIds, mdxCode],
		categories: await readLabels(tree, (folder) => labelled(folder, roots), notes),
		redirects: withoutPatterns(
			findAll(config.value, "redirects")
				.flatMap((list) => redirectsOf(list, config))
				.map(({ from, to, ...rest }) => ({ ...rest, from: base + from, to: to.startsWith("/") ? base + to : to })),
			notes,
		),
		notes,
	};
}

/** Whether code decides what of a name is a number; it was read as nothing. */
function isComputed(options: Value): boolean {
	return fieldsOf(options).some(([name, value]) => name === "numberPrefixParser" && value === undefined);
}

/** MDX would take `{#id}` behind a heading for code. */
function keepIds(text: string): string {
	return text.replace(/^([ \t]*#{1,6}[ \t][^\n]*?)[ \t]*\\?\{#([\w:.-]+)\\?\}[ \t]*$/gm, "$1 \\{#$2\\}");
}

function rootsOf({ value }: Config, project: string, tree: Tree, base: string): Root[] {
	const presets = listOf(at(value, "presets")).map((preset) => at(preset, "1"));
	const plugins = listOf(at(value, "plugins")).map((plugin) => ({ name: textOf(at(plugin, "0")) ?? "", options: at(plugin, "1") }));
	const sections: { kind: "docs" | "blog"; options: Value }[] = [
		...(["docs", "blog"] as const).map((kind) => ({ kind, options: presets.map((preset) => at(preset, kind)).find((found) => found !== undefined) })),
		...plugins
			.filter(({ name }) => /content-(docs|blog)/.test(name))
			.map(({ name, options }) => ({ kind: name.includes("blog") ? ("blog" as const) : ("docs" as const), options })),
	];
	const languages = listOf(at(value, "i18n", "locales"))
		.flatMap((locale) => textOf(locale) ?? [])
		.filter((locale) => locale !== textOf(at(value, "i18n", "defaultLocale")));
	return [
		...sections.flatMap(({ kind, options }) => {
			const address = `${base}/${partsOf(textOf(at(options, "routeBasePath")) ?? kind).join("/")}`.replace(/\/$/, "");
			const path = partsOf(address.slice(base.length));
			const own: Root = {
				path,
				folder: joined(project, textOf(at(options, "path")) ?? kind),
				address,
				posts: kind === "blog",
				...(at(options, "numberPrefixParser") === false && { numbered: true }),
			};
			const id = textOf(at(options, "id"));
			const plugin = `docusaurus-plugin-content-${kind}${id && id !== "default" ? `-${id}` : ""}`;
			const translated = languages.map((locale) => ({
				...own,
				folder: joined(project, "i18n", locale, plugin, kind === "docs" ? "current" : ""),
				address: `${base}/${locale}${address.slice(base.length)}`,
				locale,
			}));
			return [own, ...translated];
		}),
		{ folder: joined(project, "src/pages"), address: base },
	].filter(({ folder }) => tree.files.some((file) => file.startsWith(`${folder}/`)));
}

/** Numbers before a name set an order and are no part of the address; days and versions stay. */
function withoutNumber(part: string): string {
	if (/^\d{4}-\d{2}(-\d{2})?/.test(part) || /^\d+[._-]\d+/.test(part)) return part;
	return part.replace(/^\d+\s*[-_.]+\s*(?=[^-_.\s])/, "");
}

function placeDocument({ name, root, fields }: Page): Place {
	const raw = partsOf(name);
	const parts = root.numbered ? raw : raw.map(withoutNumber);
	const last = parts.at(-1) ?? "";
	const lead = partsOf(root.address);
	const folders = parts.slice(0, -1);
	const [slug, id] = [textOf(fields["slug"]), textOf(fields["id"])];
	const used = [...(slug === undefined ? [] : ["slug"]), ...(id === undefined ? [] : ["id"])];
	const names = [[...folders, id ?? last].join("/")];
	const { path: prefix = [] } = root;
	if (slug !== undefined) {
		const own = partsOfAddress(posix.resolve("/", ...folders.map(encodeURIComponent), slug));
		return {
			path: own.length === 0 ? [...prefix, "index"] : [...prefix, ...own],
			addresses: [addressOfParts([...lead, ...own])],
			locale: root.locale,
			names,
			used,
		};
	}
	const isIndex = id === undefined && (/^(index|readme)$/i.test(last) || last.toLowerCase() === parts.at(-2)?.toLowerCase());
	const own = isIndex ? folders : [...folders, id ?? last];
	return {
		path: isIndex ? [...prefix, ...own, "index"] : [...prefix, ...own],
		addresses: [addressOfParts([...lead, ...own])],
		locale: root.locale,
		names,
		used,
	};
}

function placePost({ name, root, fields }: Page): Place {
	const [, day, rest = name] = /^(?:.*\/)?(\d{4}[-/]\d{2}[-/]\d{2})[-/](.+)$/.exec(name) ?? [];
	const slug = textOf(fields["slug"]);
	const own = slug === undefined ? partsOf(rest.replace(/\/index$/i, "")) : partsOfAddress(slug);
	const lead = partsOf(root.address);
	const days = day === undefined || slug !== undefined ? [] : day.split(/[-/]/);
	const { path: prefix = [] } = root;
	return {
		path: [...prefix, ...pathAt(own)],
		addresses: [addressOfParts([...lead, ...days, ...own])],
		day: day?.replaceAll("/", "-"),
		locale: root.locale,
		used: slug === undefined ? [] : ["slug"],
	};
}

/** Place of the pages of a folder that has a label. */
function labelled(folder: string, roots: Root[]): Labelled | undefined {
	const root = roots.find((each) => folder === each.folder || folder.startsWith(`${each.folder}/`));
	if (!root || root.locale !== undefined) return undefined;
	const parts = partsOf(folder.slice(root.folder.length)).map((part) => (root.numbered ? part : withoutNumber(part)));
	return { path: [...(root.path ?? []), ...parts], address: root.address };
}
