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
	const moved: OldRedirect[] = findAll(mkdocs.value, "redirect_maps").flatMap((map) =>
		redirectsOf(map, mkdocs).map((redirect) => ({ ...redirect, from: asAddress(redirect.from), to: asAddress(redirect.to) })),
	);
	return {
		roots: [{ folder, address: "" }],
		assetFolders: [folder, joined(folder, ".vuepress/public"), joined(folder, ".vitepress/public"), joined(folder, "public"), "public", "static", ""],
		base: basePath(url),
		origin: originOf(url),
		format: (file) => (/\.mdx$/i.test(file) ? "mdx" : "markdown"),
		leftOut: () => undefined,
		place,
		steps: [snippets, liquid({ site: {}, base: "", codeIsText: true })],
		...(mkdocs.file && { headingId: pythonId }),
		categories: [],
		redirects: withoutPatterns(moved, notes),
		notes,
	};
}

function place({ name, root, fields }: Page): Place {
	const parts = partsOf(name);
	const isIndex = /^(index|readme|_index)$/i.test(parts.at(-1) ?? "");
	const folders = isIndex ? parts.slice(0, -1) : parts;
	const wanted = textOf(fields["permalink"]) ?? textOf(fields["url"]) ?? textOf(fields["slug"]);
	const used = ["permalink", "url", "slug"].filter((field) => textOf(fields[field]) === wanted && wanted !== undefined).slice(0, 1);
	if (wanted?.startsWith("/")) {
		const at = partsOfAddress(wanted);
		return { path: at.length === 0 ? ["index"] : at, addresses: [addressOfParts(at), addressOfParts(folders)], used };
	}
	if (wanted && !/[:\s]/.test(wanted) && !isIndex) {
		const at = [...folders.slice(0, -1), ...partsOfAddress(wanted)];
		return { path: at, addresses: [addressOfParts([...partsOf(root.address), ...at]), addressOfParts(folders)], used };
	}
	return { path: isIndex ? [...folders, "index"] : folders, addresses: [addressOfParts([...partsOf(root.address), ...folders])], used: [] };
}

function asAddress(path: string): string {
	return /^https?:/.test(path) ? path : addressOfParts(partsOf(path.replace(/\.(md|html)(?=$|#)/, "").replace(/(^|\/)(index|README)$/, "")));
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
