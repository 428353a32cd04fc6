/** Addresses here of pages that every centre has. */
export const fixed = { home: "/", contact: "/contact/", search: "/search/" };

/** Address here of a search. @param words what was searched for; without any it is the page of the search */
export function searchAddress(words: string | null | undefined): string {
	const query = words?.trim();
	return query ? `${fixed.search}?q=${encodeURIComponent(query)}` : fixed.search;
}
