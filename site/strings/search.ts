import { search as english } from "./en/search.ts";
import { inLanguage } from "./in-language.ts";
import type { Translated } from "./message.ts";

/** Messages of search, which islands fetch by themselves. */
export type SearchStrings = Translated<typeof english>;

/** Each language in a file of its own, so that a browser fetches one. English is at hand. */
const others: Record<string, () => Promise<SearchStrings>> = {
	ar: async () => (await import("./ar/search.ts")).search,
	de: async () => (await import("./de/search.ts")).search,
	es: async () => (await import("./es/search.ts")).search,
};

/** The messages of search in a locale; English where nobody has translated them. */
export async function loadSearchStrings(locale: string): Promise<SearchStrings> {
	return (await inLanguage(others, locale)?.()) ?? english;
}
