import { readConfig } from "../config/read-config.ts";
import { at, fieldsOf, textOf } from "../config/values.ts";
import type { Page, Place, Root, Site } from "../site.ts";
import type { Note } from "../../../notes.ts";
import type { Tree } from "../../../tree/tree.ts";
import { shortcodes } from "../steps/shortcodes.ts";
import { addressOfParts, basePath, joined, originOf, partsOf, partsOfAddress, pathAt } from "./paths.ts";

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
	if (at(config.value, "permalinks") !== undefined)
		notes.push({
			kind: "person",
			file: config.file,
			line: 1,
			what: "addresses that `permalinks` computes are not known; list redirects for those that matter",
		});
	const base = basePath(textOf(at(config.value, "baseURL")) ?? textOf(at(config.value, "baseurl")));
	const bundles = new Set(tree.files.flatMap((file) => /^(.*)\/index(\.[\w-]+)?\.(md|mdx|markdown)$/i.exec(file)?.[1] ?? []));
	return {
		roots: rootsOf(tree, folder, project, languages),
		assetFolders: [joined(project, "static"), joined(project, "assets"), folder],
		base,
		origin: originOf(textOf(at(config.value, "baseURL"))),
		format: () => "markdown",
		leftOut: ({ file }) => {
			const bundle = partsOf(file)
				.map((_, index, parts) => parts.slice(0, index).join("/"))
				.find((above) => bundles.has(above) && above !== folder);
			return bundle !== undefined && !/(^|\/)index(\.[\w-]+)?\.[a-z]+$/i.test(file.slice(bundle.length))
				? `it belongs to the page ${bundle}/index.md and is no page of its own`
				: undefined;
		},
		place: (page) => place(page, { base, languages: new Set([...languages.keys(), defaultLanguage]), defaultLanguage }),
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

interface Languages {
	base: string;
	languages: ReadonlySet<string>;
	defaultLanguage: string;
}

function place({ name, root, fields }: Page, { base, languages, defaultLanguage }: Languages): Place {
	const suffix = /\.([a-z]{2,3}(?:-[a-z]{2,4})?)$/i.exec(name)?.[1]?.toLowerCase();
	const language = suffix !== undefined && languages.has(suffix) ? suffix : root.locale;
	const parts = partsOf(suffix !== undefined && language === suffix ? name.slice(0, -suffix.length - 1) : name);
	const locale = language === defaultLanguage ? undefined : language;
	const lead = [...partsOf(base), ...(locale === undefined ? [] : [locale])];
	const isIndex = /^_?index$/i.test(parts.at(-1) ?? "");
	const folders = isIndex ? parts.slice(0, -1) : parts;
	const [url, slug] = [textOf(fields["url"]), textOf(fields["slug"])];
	const used = [...(url === undefined ? [] : ["url"]), ...(slug === undefined ? [] : ["slug"])];
	if (url !== undefined) {
		const own = partsOfAddress(url);
		return { path: pathAt(own), addresses: [addressOfParts(own)], locale, used };
	}
	// A section keeps its index; a bundle is a page, named like its folder.
	const isSection = parts.at(-1)?.toLowerCase() === "_index";
	const own = slug === undefined || isSection ? folders : [...folders.slice(0, -1), ...partsOfAddress(slug)];
	const address = addressOfParts([...lead, ...own.map((part) => part.toLowerCase().replace(/\s+/g, "-"))]);
	return { path: isIndex && (isSection || own.length === 0) ? [...own, "index"] : own, addresses: [address], locale, used };
}

function paramsOf(value: unknown): Record<string, string> {
	return Object.fromEntries(
		fieldsOf(value).flatMap(([key, field]) => {
			const text = textOf(field);
			return text === undefined ? [] : [[key, text] as const];
		}),
	);
}
