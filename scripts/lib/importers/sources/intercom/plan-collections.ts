import type { SourceCategory } from "../../source.ts";
import { pathOf, wordsOf } from "../json/fields.ts";
import { planPlaces, type Folder, type Places } from "../json/places.ts";
import { byLocale, type Collection } from "./records.ts";

/** Collections of an export as folders. */
export interface Collections {
	/** Folders of a collection, from the first level down. */
	pathOf: Places["pathOf"];
	nameIn: Places["nameIn"];
	categories: SourceCategory[];
}

/** Gives collections their places, named in the standard locale where they are. */
export function planCollections(collections: ReadonlyMap<string, Collection>, standard: string): Collections {
	const inOrder = [...collections.values()].sort((one, other) => (one.order ?? 0) - (other.order ?? 0)).map((collection) => inLocale(collection, standard));
	const folders = new Map<string, Folder>(inOrder.map(({ id, name, parent_id, url }) => [id, { id, name, parent: parent_id ?? undefined, slug: slugIn(url) }]));
	const { pathOf: path, nameIn } = planPlaces(folders);
	return {
		pathOf: path,
		nameIn,
		categories: inOrder.map(({ id, name, description, url }) => ({
			path: path(id) ?? [],
			title: name,
			summary: wordsOf(description),
			addresses: oldAddresses(url, "collections", id),
		})),
	};
}

/**
 * The address as it was, the short one that works too, and both without the name of the app, as a domain of one's own has them.
 * Example: `/orchard/en/articles/1-title`, `/orchard/en/articles/1`, `/en/articles/1-title`, `/en/articles/1`
 */
export function oldAddresses(url: string | null | undefined, list: "articles" | "collections", id: string): string[] {
	const written = pathOf(url);
	const parts =
		written === undefined
			? null
			: /^(?<app>\/[^/]+)??(?<locale>\/[a-z]{2,3}(?:-[a-z0-9]{2,4})?)\/(?:articles|collections|sections)\/[^/]+/i.exec(written)?.groups;
	if (written === undefined || !parts) return written === undefined ? [] : [written];
	const { app = "", locale = "" } = parts;
	const short = `${locale}/${list}/${id}`;
	return [...new Set([written, `${app}${short}`, written.slice(app.length), short])];
}

/** The words behind the id in an address. Example: `…/articles/1-first-steps` → `first-steps` */
export function slugIn(url: string | null | undefined): string | undefined {
	return /\/\d+-([^/]+)$/.exec(pathOf(url) ?? "")?.[1];
}

function inLocale(collection: Collection, standard: string): Collection & { name: string } {
	const words = byLocale(collection.translated_content).find(([locale]) => locale.toLowerCase() === standard)?.[1];
	return {
		...collection,
		name: (words?.name ?? collection.name)?.trim() || `Collection ${collection.id}`,
		description: words?.description ?? collection.description,
	};
}
