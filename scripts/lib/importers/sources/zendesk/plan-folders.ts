import type { Note } from "../../notes.ts";
import type { SourceCategory } from "../../source.ts";
import { pathOf, wordsOf } from "../json/fields.ts";
import { planPlaces, type Folder, type Places } from "../json/places.ts";
import type { ZendeskExport } from "./read-export.ts";
import type { Section } from "./records.ts";

/** Categories and sections of an export as folders. */
export interface Folders {
	/** Folders of a section, from its category down. */
	ofSection(id: string | null | undefined): string[] | undefined;
	nameIn: Places["nameIn"];
	/** Folders by what an address names. Example: `sections/360001` */
	byAddress(address: string): string[] | undefined;
	categories: SourceCategory[];
	notes: Note[];
}

/** Gives categories and sections their places, named in the standard locale where they are. */
export function planFolders({ categories, sections }: Pick<ZendeskExport, "categories" | "sections">, standard: string): Folders {
	const kept = [
		...[...categories].map(([id, versions]) => ({ address: `categories/${id}`, versions, parent: undefined, folder: inLocale(versions, standard) })),
		...[...sections].map(([id, versions]) => {
			const folder = inLocale(versions, standard);
			const above = folder?.parent_section_id ? `sections/${folder.parent_section_id}` : folder?.category_id ? `categories/${folder.category_id}` : undefined;
			return { address: `sections/${id}`, versions, parent: above, folder };
		}),
	]
		.flatMap(({ folder, ...rest }) => (folder ? [{ folder, ...rest }] : []))
		.sort((one, other) => (one.folder.position ?? 0) - (other.folder.position ?? 0));
	const named = new Map<string, Folder>(
		kept.map(({ address, parent, folder: { id, name, html_url } }) => [address, { id, name, parent, slug: slugIn(html_url) }]),
	);
	const { pathOf: path, nameIn } = planPlaces(named);
	return {
		ofSection: (id) => (id ? path(`sections/${id}`) : undefined),
		nameIn,
		byAddress: (address) => path(address.toLowerCase()),
		categories: kept.map(({ address, versions, folder: { name, description } }) => ({
			path: path(address) ?? [],
			title: name,
			summary: wordsOf(description),
			addresses: [...versions.values()].flatMap(({ html_url, locale }) => oldAddresses(html_url, locale, address)),
		})),
		notes: kept.flatMap(({ address, parent, folder: { name } }) =>
			parent === undefined || named.has(parent)
				? []
				: [{ kind: "person" as const, file: address, line: 1, what: `${name} lies in ${parent}, which is not in the export; it stands at the top` }],
		),
	};
}

/** The address as it was, and the short one that works too. Example: `/hc/en-us/articles/1-Title`, `/hc/en-us/articles/1` */
export function oldAddresses(url: string | null | undefined, locale: string | null | undefined, short: string): string[] {
	const written = pathOf(url);
	const inPath = /^(\/hc\/[^/]+\/)/.exec(written ?? "")?.[1];
	// Where the address is not one of Zendesk's, the short one never was.
	if (written !== undefined && inPath === undefined) return [written];
	return [...new Set([...(written === undefined ? [] : [written]), `${inPath ?? `/hc/${locale || "en-us"}/`}${short}`])];
}

/** The words at the end of an address, behind the id. Example: `…/articles/360001-First-steps` → `First-steps` */
export function slugIn(url: string | null | undefined): string | undefined {
	return /\/(?:\d+-)?(?!\d+\/?$)([^/]+)\/?$/.exec(pathOf(url) ?? "")?.[1];
}

function inLocale(versions: ReadonlyMap<string, Section>, standard: string): Section | undefined {
	return versions.get(standard) ?? versions.get("") ?? [...versions.values()][0];
}
