import { readConfig } from "../config/read-config.ts";
import { at, fieldsOf, textOf } from "../config/values.ts";
import type { Page, Place, Root, Site } from "../site.ts";
import type { Note } from "../../../notes.ts";
import type { Tree } from "../../../tree/tree.ts";
import { shortcodes } from "../steps/shortcodes.ts";
import { dayFieldsOf, fillPattern, partOf, readPatterns, type Patterns } from "./hugo-permalinks.ts";
import { basePath, joined, originOf, partsOf, partsOfAddress, pathAt } from "./paths.ts";
import { addressAsWritten } from "./templates.ts";

/** A site of Hugo, in one or several languages. */
export async function readHugo(tree: Tree, project: string): Promise<Site> {
	const notes: Note[] = [];
	const names = ["hugo", "config"].flatMap((name) =>
		["toml", "yaml", "yml", "json"].flatMap((extension) => [`${name}.${extension}`, `config/_default/${name}.${extension}`]),
	);
	const config = await readConfig(
		tree,
		names.map((name) => joined(project, name)),
		notes,
	);
	const own = await readConfig(
		tree,
		["toml", "yaml", "yml", "json"].map((extension) => joined(project, `config/_default/languages.${extension}`)),
		notes,
	);
	const folder = joined(project, textOf(at(config.value, "contentDir")) ?? "content");
	const defaultLanguage = textOf(at(config.value, "defaultContentLanguage")) ?? "en";
	const languages = new Map(fieldsOf(at(config.value, "languages") ?? own.value).map(([code, options]) => [code, textOf(at(options, "contentDir"))]));
	const patterns = await readConfig(
		tree,
		["toml", "yaml", "yml", "json"].map((extension) => joined(project, `config/_default/permalinks.${extension}`)),
		notes,
	);
	if (fieldsOf(at(config.value, "languages") ?? own.value).some(([, options]) => option(options, "permalinks") !== undefined))
		notes.push({
			kind: "person",
			file: config.file || own.file,
			line: 1,
			what: "`permalinks` of single languages are not known, only those of the site; list redirects for the addresses that matter",
		});
	const baseUrl = textOf(option(config.value, "baseURL"));
	const base = basePath(baseUrl);
	const bundles = new Set(tree.files.flatMap((file) => /^(.*)\/index(\.[\w-]+)?\.(md|mdx|markdown)$/i.exec(file)?.[1] ?? []));
	const sections = new Set(tree.files.flatMap((file) => /^(.*)\/_index(\.[\w-]+)?\.(md|mdx|markdown)$/i.exec(file)?.[1] ?? []));
	return {
		roots: rootsOf(tree, folder, project, languages),
		assetFolders: [joined(project, "static"), joined(project, "assets"), folder],
		base,
		origin: originOf(baseUrl),
		format: () => "markdown",
		leftOut: ({ file }) => {
			const bundle = partsOf(file)
				.map((_, index, parts) => parts.slice(0, index).join("/"))
				.find((above) => bundles.has(above) && above !== folder);
			return bundle !== undefined && !/(^|\/)index(\.[\w-]+)?\.[a-z]+$/i.test(file.slice(bundle.length))
				? `it belongs to the page ${bundle}/index.md and is no page of its own`
				: undefined;
		},
		place: (page) =>
			place(page, {
				base,
				languages: new Set([...languages.keys(), defaultLanguage]),
				defaultLanguage,
				prefixed: option(config.value, "defaultContentLanguageInSubdir") === true,
				patterns: readPatterns(option(config.value, "permalinks") ?? patterns.value),
				dayFields: dayFieldsOf(config.value),
				isUgly: (section) => isUgly(option(config.value, "uglyURLs"), section),
				isSection: (path) => sections.has(joined(page.root.folder, path)),
				lower: option(config.value, "disablePathToLower") !== true,
			}),
		steps: [shortcodes(paramsOf(at(config.value, "params")))],
		categories: [],
		redirects: [],
		notes,
	};
}

function rootsOf(tree: Tree, folder: string, project: string, languages: Map<string, string | undefined>): Root[] {
	const translated = [...languages].flatMap(([locale, own]) => {
		const path = own === undefined ? joined(folder, locale) : joined(project, own);
		return path !== folder && tree.files.some((file) => file.startsWith(`${path}/`)) ? [{ folder: path, address: "", locale }] : [];
	});
	return [...translated, { folder, address: "" }];
}

/** What a site's configuration says of addresses. */
interface Addressing {
	base: string;
	languages: ReadonlySet<string>;
	defaultLanguage: string;
	/** The default language has a prefix too. */
	prefixed: boolean;
	patterns: Patterns;
	dayFields: (string | undefined)[];
	isUgly(section: string): boolean;
	/** Whether a folder, below that of the content in the page's language, has a page of its own. */
	isSection(path: string): boolean;
	lower: boolean;
}

function place({ name, root, fields }: Page, addressing: Addressing): Place {
	const { base, languages, defaultLanguage, prefixed, patterns, dayFields, lower } = addressing;
	const suffix = /\.([a-z]{2,3}(?:-[a-z]{2,4})?)$/i.exec(name)?.[1]?.toLowerCase();
	const language = suffix !== undefined && languages.has(suffix) ? suffix : root.locale;
	const parts = partsOf(suffix !== undefined && language === suffix ? name.slice(0, -suffix.length - 1) : name);
	const locale = language === defaultLanguage ? undefined : language;
	const prefix = locale ?? (prefixed ? defaultLanguage : undefined);
	const lead = [...partsOf(base), ...(prefix === undefined ? [] : [prefix])];
	const isIndex = /^_?index$/i.test(parts.at(-1) ?? "");
	const folders = isIndex ? parts.slice(0, -1) : parts;
	// A section keeps its index; a bundle is a page, named like its folder.
	const isSection = parts.at(-1)?.toLowerCase() === "_index";
	const above = isSection ? folders : folders.slice(0, -1);
	const section = above[0] ?? "";
	const dated = dayFields.includes(":filename") ? datedName(folders.at(-1) ?? "") : undefined;
	const part = (text: string) => partOf(text, lower);
	const described = { fields, sections: above.slice(0, depthOf(above, addressing)), name: folders.at(-1) ?? "", dated, dayFields, part };

	const used = fields["slug"] === undefined ? [] : ["slug"];
	const url = textOf(fields["url"]);
	if (url !== undefined) {
		const { text, problem } = fillPattern(url, described);
		const own = partsOfAddress(text);
		// With a slash it counts from the root of the site, without one from that of its language.
		const addresses = problem === undefined ? [addressAsWritten(url.startsWith("/") ? partsOf(base) : lead, text)] : [];
		return { path: problem === undefined ? pathAt(own) : folders, addresses, locale, used: ["url", ...used], problem };
	}
	const slug = textOf(fields["slug"]) ?? dated?.slug;
	const own = slug === undefined || isSection ? folders : [...folders.slice(0, -1), ...partsOfAddress(slug)];
	const path = isIndex && (isSection || own.length === 0) ? [...own, "index"] : own;
	const pattern = (isSection ? patterns.section : patterns.page).get(section);
	const filled = pattern === undefined || folders.length === 0 ? { text: own.map(part).join("/") } : fillPattern(pattern, described);
	if (filled.problem !== undefined) return { path, addresses: [], locale, used, problem: filled.problem };
	const address = addressAsWritten(lead, filled.text);
	const ugly = folders.length > 0 && addressing.isUgly(section) ? [`${address.replace(/\/$|\.html$/, "")}.html`] : [];
	return { path, addresses: ugly.length > 0 && !isSection ? ugly : [address, ...ugly], locale, used };
}

/** How many of a page's folders are sections: the first one always, the others as far as they have a page of their own. */
function depthOf(folders: string[], { isSection }: Addressing): number {
	const last = folders.findLastIndex((_, index) => isSection(folders.slice(0, index + 1).join("/")));
	return Math.max(last + 1, Math.min(folders.length, 1));
}

/** Example: `2024-03-12-first-steps` */
function datedName(name: string): { day: string; slug: string } | undefined {
	const [, day = "", slug = ""] = /^(\d{4}-\d{2}-\d{2})[-_ ](.+)$/.exec(name) ?? [];
	return slug === "" ? undefined : { day, slug };
}

/** `uglyURLs` holds for all sections or for those that it names. */
function isUgly(value: unknown, section: string): boolean {
	return value === true || at(value, section) === true;
}

/** A field of a configuration, however its letters are written. */
function option(config: unknown, name: string): unknown {
	return fieldsOf(config).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
}

function paramsOf(value: unknown): Record<string, string> {
	return Object.fromEntries(
		fieldsOf(value).flatMap(([key, field]) => {
			const text = textOf(field);
			return text === undefined ? [] : [[key, text] as const];
		}),
	);
}
