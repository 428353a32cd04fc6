import { decodePercent, splitAddress as splitAny } from "#contract/old-addresses.ts";
import { flattenCategories } from "#site/lib/categories.ts";
import { withSlash } from "#site/lib/paths.ts";
import { picturePath } from "../checks/pictures.ts";
import type { Centre, Entry } from "./centre.ts";

/** What is at an address of the site. */
export type Place = { kind: "article"; entry: Entry } | { kind: "category"; id: string } | { kind: "home" };

/** Finds things of a centre by their addresses. */
export interface Places {
	/** What a path leads to, old addresses included; undefined for pages that are not exported. */
	find(path: string): Place | undefined;
	/** The path below the content folder of a picture that an article names; undefined for what is not there. */
	image(entry: Entry, url: string): string | undefined;
}

/** An address cut into path and anchor; null where it leads to another site, or is relative. Example: `/a/#b` → `/a/`, `b` */
export function splitAddress(url: string): { path: string; anchor: string } | null {
	if (!/^(#|\/(?!\/))/.test(url)) return null;
	const { path, fragment = "" } = splitAny(url);
	return { path, anchor: decodePercent(fragment) };
}

/** Makes the register of a centre's addresses. Pure. */
export function makePlaces({ entries, categories, redirects, files }: Centre): Places {
	const known = new Map<string, Place>([["/", { kind: "home" }]]);
	for (const { id } of flattenCategories(categories)) known.set(`/${id}/`, { kind: "category", id });
	for (const entry of entries) known.set(entry.address, { kind: "article", entry });
	const moved = new Map<string, string>(redirects.map(({ from, to }) => [withSlash(from), to]));
	for (const entry of entries) for (const from of entry.data.redirectFrom) moved.set(withSlash(from), entry.address);
	const present = new Set(files);
	function find(path: string, seen = new Set<string>()): Place | undefined {
		const place = known.get(withSlash(path));
		if (place) return place;
		const to = splitAddress(moved.get(withSlash(path)) ?? "")?.path;
		return to === undefined || seen.has(to) ? undefined : find(to, seen.add(to));
	}
	return {
		find: (path) => find(path),
		image(entry, url) {
			const path = picturePath(entry, url);
			return present.has(path) ? path : undefined;
		},
	};
}
