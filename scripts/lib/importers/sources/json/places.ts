import { slugOfName } from "../../plan/slug.ts";

/** A category or section of an export. */
export interface Folder {
	id: string;
	name: string;
	parent: string | undefined;
	/** Last part of its address, where that is known. */
	slug?: string | undefined;
}

/** Addresses of the folders of an export. */
export interface Places {
	/** Parts of the address of a folder; undefined where the export does not hold it. */
	pathOf(id: string | undefined): string[] | undefined;
	/** A name within a folder that no other article or folder has. The one that comes second gets its id. */
	nameIn(folder: string[], slug: string, id: string): string;
}

/** Gives every folder a path of its own, also where two have one name or a folder lies within itself. */
export function planPlaces(folders: ReadonlyMap<string, Folder>): Places {
	const taken = new Set<string>();
	const paths = new Map<string, string[]>();

	function nameIn(folder: string[], slug: string, id: string): string {
		const full = [...folder, slug].join("/");
		if (taken.has(full)) return `${slug}-${slugOfName(id)}`;
		taken.add(full);
		return slug;
	}

	function find(id: string, above: ReadonlySet<string>): string[] | undefined {
		const known = paths.get(id);
		const folder = folders.get(id);
		if (known || !folder || above.has(id)) return known;
		const parent = folder.parent === undefined ? [] : (find(folder.parent, new Set([...above, id])) ?? []);
		const path = [...parent, nameIn(parent, slugOfName(folder.slug ?? folder.name), folder.id)];
		paths.set(id, path);
		return path;
	}

	for (const id of folders.keys()) find(id, new Set());
	return { nameIn, pathOf: (id) => (id === undefined ? undefined : paths.get(id)) };
}
