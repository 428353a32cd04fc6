import { posix } from "node:path";
import type { SourceArticle, SourceFile } from "../../source.ts";
import type { Tree } from "../../tree/tree.ts";
import { createFiles } from "./files.ts";

/** What an export says of a file. */
export interface DescribedFile {
	id: string;
	file_name?: string | null | undefined;
	content_url?: string | null | undefined;
	relative_path?: string | null | undefined;
}

interface Known {
	tree: Tree;
	/** Files by their id. */
	described: ReadonlyMap<string, DescribedFile>;
	/** The path of an address of the old centre. */
	pathOf(url: string): string | undefined;
	idOf(article: SourceArticle): { id: string };
	/** File of the export that an article stands in. */
	folderOf(article: SourceArticle): string;
}

/** Finds the files that bodies name: by the id in their address, by what the export says of it, by their name, by their path. */
export function createFileFinder({ tree, described: known, pathOf, idOf, folderOf }: Known): (url: string, from: SourceArticle) => SourceFile | undefined {
	const files = createFiles(tree.files);
	const byAddress = new Map([...known.values()].flatMap((attachment) => [attachment.content_url, attachment.relative_path].map((url) => [url, attachment])));

	return function resolveFile(url, from) {
		const described = byAddress.get(url);
		const path = pathOf(url);
		const parts = decode(path ?? url.split(/[?#]/)[0] ?? "").split("/");
		const ids = [...(described ? [described.id] : []), ...parts.flatMap((part) => /^[0-9]{3,}(?=$|[-.])|^[0-9A-Z]{26}$|^[0-9a-f]{16,64}$/.exec(part) ?? [])];
		const attachment = described ?? ids.map((id) => known.get(id)).find((one) => one !== undefined);
		const last = parts.at(-1) ?? "";
		const asked = /[?&]name=([^&#]+)/.exec(url)?.[1];
		const names = [attachment?.file_name ?? undefined, last, asked && decode(asked.replaceAll("+", " "))].filter((name) => name?.includes(".") === true);
		const plain = path === undefined && !/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(url);
		if (path === undefined && !described && !plain) return undefined;
		const beside = plain ? [posix.normalize(posix.join(folderOf(from), parts.join("/"))), posix.normalize(parts.join("/"))].find(files.has) : undefined;
		const found = beside ?? files.find({ ids, names: names.filter((name) => name !== undefined), near: idOf(from).id });
		return found === undefined ? undefined : { key: found, name: names[0] ?? posix.basename(found), read: () => tree.read(found) };
	};
}

function decode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
