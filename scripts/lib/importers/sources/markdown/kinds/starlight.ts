import { slug as githubSlug } from "github-slugger";
import { readConfig } from "../config/read-config.ts";
import { at, fieldsOf, findAll, textOf } from "../config/values.ts";
import { redirectsOf, withoutPatterns } from "../redirect-lists.ts";
import type { Page, Place, Site } from "../site.ts";
import type { Note } from "../../../notes.ts";
import type { Tree } from "../../../tree/tree.ts";
import { mdxCode } from "../steps/mdx-code.ts";
import { addressOfParts, basePath, joined, originOf, partsOf, partsOfAddress, pathAt } from "./paths.ts";

/** A project of Astro's Starlight. */
export async function readStarlight(tree: Tree, project: string): Promise<Site> {
	const notes: Note[] = [];
	const config = await readConfig(
		tree,
		["mjs", "ts", "js", "mts", "cjs"].map((extension) => joined(project, `astro.config.${extension}`)),
		notes,
	);
	const base = basePath(textOf(at(config.value, "base")));
	const [locales] = findAll(config.value, "locales");
	const languages = new Set(fieldsOf(locales).map(([name]) => name));
	languages.delete("root");
	const [first] = findAll(config.value, "defaultLocale");
	const defaultLocale = textOf(first);

	function place({ name, root, fields }: Page): Place {
		const slug = textOf(fields["slug"]);
		const parts = slug === undefined ? partsOf(name).map((part) => part) : partsOfAddress(slug);
		const locale = languages.has(parts[0] ?? "") ? parts.shift() : undefined;
		const isIndex = slug === undefined && parts.at(-1)?.toLowerCase() === "index";
		const folders = isIndex ? parts.slice(0, -1) : parts;
		const lead = [...partsOf(base), ...partsOf(root.address), ...(locale === undefined ? [] : [locale])];
		return {
			path: isIndex ? [...folders, "index"] : pathAt(folders),
			addresses: [addressOfParts([...lead, ...(slug === undefined ? folders.map((part) => githubSlug(part)) : folders)])],
			locale: locale === defaultLocale ? undefined : locale,
			used: slug === undefined ? [] : ["slug"],
		};
	}

	return {
		roots: [{ folder: joined(project, "src/content/docs"), address: "" }],
		assetFolders: [joined(project, "public"), joined(project, "src"), project],
		base,
		origin: originOf(textOf(at(config.value, "site"))),
		format: (file) => (/\.mdx$/i.test(file) ? "mdx" : "markdown"),
		leftOut: ({ name }) => (partsOf(name).some((part) => part.startsWith("_")) ? "its name begins with an underscore, so it is no page of its own" : undefined),
		place,
		steps: [mdxCode],
		categories: [],
		// Astro puts the base before what is old, not before what is new.
		redirects: withoutPatterns(
			redirectsOf(at(config.value, "redirects"), config).map(({ from, ...rest }) => ({ ...rest, from: base + from })),
			notes,
		),
		notes,
	};
}
