import { posix } from "node:path";
import type { SourceArticle } from "../../source.ts";
import type { Tree } from "../../tree/tree.ts";
import { decodeText } from "../../tree/decode-text.ts";
import { splitFrontMatter } from "./front-matter.ts";
import type { Library, Site } from "./site.ts";

type From = Pick<SourceArticle, "key" | "addresses">;

/** What links can name an article by. */
export interface Named {
	key: string;
	addresses: string[];
	/** Other names, like a title or an id. */
	names: string[];
}

const endings = ["", ".md", ".mdx", ".markdown", "/index.md", "/index.mdx", "/README.md", "/readme.md", "/_index.md", "/index.markdown"];

/** Makes the finder of a tree's pages and files. Whatever fits exactly comes before what fits in other letters. */
export function createLibrary(tree: Tree, { assetFolders, base, origin, roots }: Site, articles: Named[]): Library {
	const files = new Set(tree.files);
	const folded = new Map(tree.files.map((file) => [file.toLowerCase(), file]).reverse() as [string, string][]);
	const pages = new Set(articles.map(({ key }) => key));
	const byAddress = new Map<string, string>();
	const byName = new Map<string, string>();
	const foldedAddresses = new Map<string, string>();
	function add(map: Map<string, string>, name: string, key: string): void {
		if (name !== "" && !map.has(name)) map.set(name, key);
	}
	for (const { key, addresses } of articles)
		for (const address of addresses) {
			add(byAddress, normal(address), key);
			add(foldedAddresses, normal(address).toLowerCase(), key);
		}
	for (const { key, names } of articles) for (const name of names) add(byName, name.toLowerCase(), key);
	const byFileName = new Map<string, string>();
	for (const file of tree.files) add(byFileName, posix.basename(file).toLowerCase(), file);
	for (const { key } of articles) {
		add(
			byName,
			posix
				.basename(key)
				.replace(/\.[a-z]+$/i, "")
				.toLowerCase(),
			key,
		);
		add(byName, key.replace(/\.[a-z]+$/i, "").toLowerCase(), key);
	}

	/** The path of an address on this site, decoded; undefined where it leads elsewhere. */
	function own(url: string): string | undefined {
		const here =
			origin !== undefined && url.toLowerCase().startsWith(origin.toLowerCase()) && /^($|[/?#])/.test(url.slice(origin.length))
				? url.slice(origin.length) || "/"
				: url;
		if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(here)) return undefined;
		return decode(here.replace(/[?#].*$/s, ""));
	}

	function fileAt(path: string, inPages: boolean): string | undefined {
		const plain = posix.normalize(path).replace(/^\/+|\/+$/g, "");
		if (plain.startsWith("..")) return undefined;
		const bare = inPages ? plain.replace(/\.html?$/i, "") : plain;
		for (const name of new Set([plain, bare])) {
			for (const ending of inPages ? endings : [""]) {
				const candidate = name === "" ? ending.replace(/^\//, "") : name + ending;
				const found = files.has(candidate) ? candidate : folded.get(candidate.toLowerCase());
				if (found !== undefined && (!inPages || pages.has(found))) return found;
			}
		}
		return undefined;
	}

	/** Every place that a path may mean, the likeliest first. */
	function candidates(path: string, from: From, folders: string[]): string[] {
		const aliased = /^(?:@site|~|@)\//.exec(path)?.[0];
		if (aliased) return [...folders.map((folder) => `${folder}/${path.slice(aliased.length)}`), path.slice(aliased.length)];
		if (!path.startsWith("/")) return [posix.join(posix.dirname(from.key), path), ...folders.map((folder) => posix.join(folder, path))];
		const inside = base !== "" && path.startsWith(`${base}/`) ? path.slice(base.length) : path;
		return [...folders.map((folder) => folder + inside), inside];
	}

	const contentFolders = roots.map(({ folder }) => folder);
	return {
		tree,
		async text(file) {
			return files.has(file) ? splitFrontMatter(decodeText(await tree.read(file)).text).body : undefined;
		},
		page(url, from) {
			const path = own(url);
			if (path === undefined) return undefined;
			if (path === "") return from.key;
			if (!path.startsWith("/")) {
				const beside = fileAt(posix.join(posix.dirname(from.key), path), true);
				if (beside !== undefined) return beside;
			}
			for (const address of absolutes(path, from)) {
				const found = byAddress.get(normal(address)) ?? byAddress.get(normal(base + address)) ?? foldedAddresses.get(normal(address).toLowerCase());
				if (found !== undefined) return found;
			}
			return candidates(path, from, contentFolders)
				.map((candidate) => fileAt(candidate, true))
				.find((found) => found !== undefined);
		},
		file(url, from) {
			const path = own(url);
			if (!path) return undefined;
			const beside = path.startsWith("/") ? [] : absolutes(path, from).flatMap((address) => assetFolders.map((folder) => folder + address));
			return [...candidates(path, from, assetFolders), ...beside].map((candidate) => fileAt(candidate, false)).find((found) => found !== undefined);
		},
		fileNamed: (name) => byFileName.get(name.toLowerCase()),
		named: (name) => byName.get(name.toLowerCase().replace(/^\/+/, "")),
	};
}

/** Addresses that a path means on a page: from the root, or from the page with and without a slash at its end. */
function absolutes(path: string, { addresses: [address = "/"] }: From): string[] {
	if (path.startsWith("/")) return [path];
	const here = decode(address);
	return [posix.join(here, here.endsWith("/") ? "" : "..", path), posix.join(here, "..", path)].filter((found) => found.startsWith("/"));
}

/** An address without what servers overlook: slashes at the end, `index` and `.html`. */
function normal(address: string): string {
	return `/${decode(address)
		.replace(/\/index\.html?$|\.(html?|mdx?)$/i, "")
		.replace(/^\/+|\/+$/g, "")}`;
}

function decode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
