import { readConfig } from "../config/read-config.ts";
import { at, findAll, textOf } from "../config/values.ts";
import { redirectsOf, withoutPatterns } from "../redirect-lists.ts";
import type { OldRedirect, Page, Place, Site } from "../site.ts";
import type { Note } from "../../../notes.ts";
import type { Tree } from "../../../tree/tree.ts";
import { liquid } from "../steps/liquid.ts";
import { snippets } from "../steps/snippets.ts";
import { addressOfParts, basePath, joined, originOf, partsOf, partsOfAddress } from "./paths.ts";

/** A tree of Markdown without a generator that is known, or of MkDocs, VitePress, GitBook or Obsidian. */
export async function readPlain(tree: Tree): Promise<Site> {
	const notes: Note[] = [];
	const mkdocs = await readConfig(tree, ["mkdocs.yml", "mkdocs.yaml"], notes);
	const vite = tree.files.some((file) => /^docs\/\.(vuepress|vitepress)\//.test(file));
	const folder = mkdocs.file ? joined(textOf(at(mkdocs.value, "docs_dir")) ?? "docs") : vite ? "docs" : "";
	const url = textOf(at(mkdocs.value, "site_url"));
	const base = basePath(url);
	const ugly = at(mkdocs.value, "use_directory_urls") === false;
	const moved: OldRedirect[] = findAll(mkdocs.value, "redirect_maps").flatMap((map) =>
		redirectsOf(map, mkdocs).map((redirect) => ({
			...redirect,
			from: asAddress(redirect.from, { base, ugly }),
			to: asAddress(redirect.to, { base, ugly }),
		})),
	);
	return {
		roots: [{ folder, address: base }],
		assetFolders: [folder, joined(folder, ".vuepress/public"), joined(folder, ".vitepress/public"), joined(folder, "public"), "public", "static", ""],
		base,
		origin: originOf(url),
		format: (file) => (/\.mdx$/i.test(file) ? "mdx" : "markdown"),
		leftOut: () => undefined,
		// VitePress and VuePress serve both, unless they are told otherwise.
		place: (page) => place(page, ugly ? [".html"] : vite ? ["/", ".html"] : ["/"]),
		steps: [snippets, liquid({ site: {}, base: "", codeIsText: true })],
		...(mkdocs.file && { headingId: pythonId }),
		categories: [],
		redirects: withoutPatterns(moved, notes),
		notes,
	};
}

/** @param endings of addresses of pages that are not that of their folder */
function place({ name, root, fields }: Page, endings: string[]): Place {
	const parts = partsOf(name);
	const isIndex = /^(index|readme|_index)$/i.test(parts.at(-1) ?? "");
	const folders = isIndex ? parts.slice(0, -1) : parts;
	const lead = partsOf(root.address);
	function addressesOf(own: string[]): string[] {
		const address = addressOfParts([...lead, ...own]);
		if (!isIndex || own.length === 0) return own.length === 0 ? [address] : endings.map((ending) => address.slice(0, -1) + ending);
		return endings.includes(".html") ? [address, `${address}index.html`] : [address];
	}
	const wanted = textOf(fields["permalink"]) ?? textOf(fields["url"]) ?? textOf(fields["slug"]);
	const used = ["permalink", "url", "slug"].filter((field) => textOf(fields[field]) === wanted && wanted !== undefined).slice(0, 1);
	if (wanted?.startsWith("/")) {
		const at = partsOfAddress(wanted);
		return { path: at.length === 0 ? ["index"] : at, addresses: [addressOfParts([...lead, ...at]), ...addressesOf(folders)], used };
	}
	if (wanted && !/[:\s]/.test(wanted) && !isIndex) {
		const at = [...folders.slice(0, -1), ...partsOfAddress(wanted)];
		return { path: at, addresses: [addressOfParts([...lead, ...at]), ...addressesOf(folders)], used };
	}
	return { path: isIndex ? [...folders, "index"] : folders, addresses: addressesOf(folders), used: [] };
}

/** The address of a file of MkDocs, as its plug-in for redirects names it; an address of elsewhere stays. */
function asAddress(path: string, { base, ugly }: { base: string; ugly: boolean }): string {
	if (/^https?:/.test(path)) return path;
	const [file = "", anchor] = path.split("#");
	const parts = partsOf(file.replace(/\.(md|html)$/, ""));
	const isIndex = /^(index|README)$/.test(parts.at(-1) ?? "");
	const address = addressOfParts([...partsOf(base), ...(isIndex ? parts.slice(0, -1) : parts)]);
	return (ugly && !isIndex ? `${address.slice(0, -1)}.html` : address) + (anchor === undefined ? "" : `#${anchor}`);
}

/** How Python-Markdown names headings. */
function pythonId(words: string): string {
	return words
		.normalize("NFKD")
		.replace(/[^\w\s-]/g, "")
		.trim()
		.toLowerCase()
		.replace(/[-\s]+/g, "-");
}
