/** What the search page is asked. */
export interface Asked {
	query: string;
	/** Id of a topic, or empty. */
	category: string;
	/** A kind of article, or empty. */
	type: string;
}

/** What an address asks. Filters that the page does not offer are left out: a search that nothing can pass helps nobody. */
export function askedIn(parameters: string, offered: { categories: readonly { id: string }[]; types: readonly string[] }): Asked {
	const given = new URLSearchParams(parameters);
	const category = given.get("category") ?? "";
	const type = given.get("type") ?? "";
	return {
		query: given.get("q") ?? "",
		category: offered.categories.some(({ id }) => id === category) ? category : "",
		type: offered.types.includes(type) ? type : "",
	};
}

/** The query part of the address that asks this; empty where it asks nothing. */
export function addressOf({ query, category, type }: Asked): string {
	const parameters = new URLSearchParams(Object.entries({ q: query, category, type }).filter(([, value]) => value !== ""));
	return parameters.size > 0 ? `?${parameters}` : "";
}

/** A kind of article in words. @param kinds the words of those that the interface knows; any other has its own: `field-notes` → `Field notes` */
export function kindInWords(type: string, kinds: Readonly<Record<string, string>>): string {
	const words = (Object.hasOwn(kinds, type) ? kinds[type] : undefined) ?? type.replaceAll("-", " ");
	return words.charAt(0).toUpperCase() + words.slice(1);
}
