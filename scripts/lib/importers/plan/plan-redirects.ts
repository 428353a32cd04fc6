import { reserved } from "#site/lib/reserved-addresses.ts";
import type { Note } from "../notes.ts";
import type { Source } from "../source.ts";

/** What the addresses of a source become. */
export interface RedirectPlan {
	/** Old addresses by the key of the article they lead to. */
	byArticle: Map<string, string[]>;
	notes: Note[];
}

/**
 * Finds out which old addresses have to lead where.
 * @param addressOf address of an article here, by its key
 * @param pages every address of the centre; a page hides no redirect
 */
export function planRedirects(source: Source, addressOf: (key: string) => string | undefined, pages: Set<string>): RedirectPlan {
	const notes: Note[] = [];
	const byArticle = new Map<string, string[]>();
	const owner = new Map<string, string>();
	function lead(from: string, key: string, file: string, line: number): void {
		const path = oldAddress(from);
		if (path === undefined) return;
		if (reserved.includes(path.split("/")[1] ?? "")) {
			notes.push({ kind: "person", file, line, what: `the old address ${from} belongs to the centre itself here; it cannot lead to ${addressOf(key) ?? key}` });
			return;
		}
		if (pages.has(`${path}/`.replace(/\/+$/, "/"))) {
			if (addressOf(key) === `${path}/`) owner.set(path, key);
			else notes.push({ kind: "person", file, line, what: `the old address ${from} is another page now; it cannot lead to ${addressOf(key) ?? key}` });
			return;
		}
		const other = owner.get(path);
		if (other !== undefined) {
			if (other !== key)
				notes.push({ kind: "person", file, line, what: `the old address ${from} leads to two articles; it leads to ${addressOf(other) ?? other}` });
			return;
		}
		owner.set(path, key);
		byArticle.set(key, [...(byArticle.get(key) ?? []), path]);
	}
	for (const { key, file, addresses } of source.articles) for (const from of addresses) lead(from, key, file, 1);
	const listed = new Map(source.redirects.map(({ from, to }) => [oldAddress(from), to]));
	for (const { from, to, file, line } of source.redirects) {
		const key = findArticle(to, owner, listed);
		if (key === undefined) notes.push({ kind: "person", file, line, what: `${from} was redirected to ${to}, which is no article of this import` });
		else lead(from, key, file, line);
	}
	return { byArticle, notes };
}

/** Follows the source's own redirects to an article. */
function findArticle(to: string, owner: Map<string, string>, listed: Map<string | undefined, string>): string | undefined {
	let path = oldAddress(to);
	for (let step = 0; step < 10 && path !== undefined; step += 1) {
		const key = owner.get(path);
		if (key !== undefined) return key;
		path = oldAddress(listed.get(path) ?? "");
	}
	return undefined;
}

/** An address as browsers send it: from the root, encoded, without query, fragment and slash at the end; undefined for the root and for other sites. */
export function oldAddress(address: string): string | undefined {
	if (!address.startsWith("/") || address.startsWith("//")) return undefined;
	const path = address.split(/[?#]/)[0] ?? "";
	try {
		const encoded = new URL(decodeURI(path).replace(/%(?![0-9a-f]{2})/gi, "%25"), "https://old.example").pathname.replace(/\/+$/, "");
		return encoded === "" ? undefined : encoded;
	} catch {
		return undefined;
	}
}
