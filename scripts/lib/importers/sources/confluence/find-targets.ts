import { posix } from "node:path";
import { fixed, searchAddress } from "../../plan/fixed-pages.ts";
import type { SourceArticle, SourceFile } from "../../source.ts";
import type { Tree } from "../../tree/tree.ts";
import type { Page } from "./read-export.ts";
import { attachmentPath } from "./read-page.ts";
import { fileOf } from "./read-index.ts";

/** Finds what links and pictures of pages name. */
export interface Targets {
	page(url: string, from: Pick<SourceArticle, "file">): { key: string; anchor?: string | undefined } | undefined;
	file(url: string, from: Pick<SourceArticle, "file">): SourceFile | undefined;
	/** Like `Source.resolvePage`. */
	fixed(url: string): string | undefined;
}

/** The key of a page: its number, which stays when it is renamed; else its file. */
export function keyOf({ id, file }: Pick<Page, "id" | "file">): string {
	return id ?? file;
}

/** Makes the finder for the pages and files of an export. */
export function createTargets(tree: Tree, pages: Page[]): Targets {
	const files = new Set(tree.files);
	const folderOf = new Map(pages.map(({ file, folder }) => [file, folder]));
	const byFile = new Map(pages.map((page) => [page.file, keyOf(page)]));
	const ids = new Set(pages.flatMap(({ id }) => id ?? []));
	const homes = new Map(homesOf(pages).map((page) => [(page.spaceKey ?? "").toLowerCase(), keyOf(page)]));
	const byTitle = new Map(pages.flatMap((page) => (page.spaceKey ? [[`${page.spaceKey}/${page.title}`.toLowerCase(), keyOf(page)] as const] : [])));
	const names = new Map(pages.flatMap(({ folder, frame }) => frame.attachments.map(({ path, name }) => [posix.join(folder, path), name] as const)));
	const byPageAndName = new Map(
		pages.flatMap(({ id, folder, frame }) => frame.attachments.map(({ path, name }) => [`${id ?? ""}/${name}`, posix.join(folder, path)] as const)),
	);

	return {
		page(url, { file }) {
			const anchor = /#(.*)$/s.exec(url)?.[1];
			const local = fileOf(url);
			const key = local === undefined ? addressed(url) : byFile.get(posix.join(folderOf.get(file) ?? "", local));
			return key === undefined ? undefined : { key, anchor: anchor === undefined ? undefined : decode(anchor) };
		},
		file(url, { file }) {
			const local = attachmentPath(url);
			const path = local === undefined ? downloaded(url) : posix.join(folderOf.get(file) ?? "", local);
			const found = path === undefined ? undefined : [path, `${path}${posix.extname(names.get(path) ?? "")}`].find((candidate) => files.has(candidate));
			if (found === undefined || path === undefined) return undefined;
			const name = names.get(path) ?? posix.basename(found);
			return { key: found, name: posix.extname(name) === "" ? name + posix.extname(found) : name, read: () => tree.read(found) };
		},
		fixed: fixedPage,
	};

	/** The page that an address of a running Confluence names: by number, short link, or space and title. */
	function addressed(url: string): string | undefined {
		if (!/^(https?:)?\/\/|^\//i.test(url) || !URL.canParse(url, "https://old.example")) return undefined;
		const { pathname, searchParams } = new URL(url, "https://old.example");
		const id = /\/pages\/(?:edit-v2\/)?(\d+)(?:\/|$)/.exec(pathname)?.[1] ?? (/\/viewpage\.action$/.test(pathname) ? searchParams.get("pageId") : undefined);
		const number = id ?? numberOfShortLink(/\/x\/([\w-]{2,16})$/.exec(pathname)?.[1]);
		if (number && ids.has(number)) return number;
		const space = /\/(?:display|spaces)\/([^/]+)(?:\/overview)?\/?$/.exec(pathname)?.[1];
		if (space !== undefined) return homes.get(decode(space).toLowerCase());
		const title = /\/display\/([^/]+)\/([^/]+)$/.exec(pathname)?.slice(1);
		const named = title?.join("/") ?? (searchParams.get("spaceKey") ? `${searchParams.get("spaceKey") ?? ""}/${searchParams.get("title") ?? ""}` : undefined);
		return named === undefined ? undefined : byTitle.get(decode(named.replaceAll("+", " ")).toLowerCase());
	}

	/** `/download/attachments/<page>/<name>` */
	function downloaded(url: string): string | undefined {
		const [, page, name] = /\/download\/(?:attachments|thumbnails)\/(\d+)\/([^/?#]+)/.exec(url) ?? [];
		return page && name ? byPageAndName.get(`${page}/${decode(name.replaceAll("+", " "))}`) : undefined;
	}
}

/** The first page of each space, which Confluence shows for the space itself. */
export function homesOf(pages: Page[]): Page[] {
	const first = new Map<string, Page>();
	for (const page of pages)
		if (page.spaceKey !== undefined && page.parent === undefined && !page.loose && !first.has(page.spaceKey)) first.set(page.spaceKey, page);
	return [...first.values()];
}

/** Confluence's own home and search: from the root, or on its cloud. */
function fixedPage(url: string): string | undefined {
	if (!/^(https?:)?\/?\//i.test(url) || !URL.canParse(url, "https://old.invalid")) return undefined;
	const { hostname, pathname, searchParams } = new URL(url, "https://old.invalid");
	if (hostname !== "old.invalid" && !hostname.endsWith(".atlassian.net")) return undefined;
	if (/^\/(wiki\/)?(dosearchsite\.action|search)$/.test(pathname)) return searchAddress(searchParams.get("queryString") ?? searchParams.get("text"));
	return /^\/(wiki|wiki\/home|(wiki\/)?(dashboard|index)\.action)\/?$/.test(pathname) ? fixed.home : undefined;
}

/** Short links are the number in base 64, lowest byte first, without the zeros at the end. */
function numberOfShortLink(link: string | undefined): string | undefined {
	if (link === undefined) return undefined;
	const bytes = Buffer.from(link.replaceAll("-", "/").replaceAll("_", "+").padEnd(11, "A"), "base64").subarray(0, 8);
	return bytes.length === 8 ? bytes.readBigUInt64LE().toString() : undefined;
}

function decode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
