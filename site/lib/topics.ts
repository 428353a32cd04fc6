import { flattenCategories, toCategories, type Category } from "./categories.ts";
import { readContentData } from "./content-data.ts";

/** The tree of topics in a language; what nobody has translated is in the centre's first one. */
export function topicTreeIn(locale: string): Category[] {
	const { categories, locales } = readContentData();
	return toCategories(categories, Object.hasOwn(locales, locale) ? locales[locale]?.categories : undefined);
}

/** All topics in a language, parents before children. */
export function topicsIn(locale: string): Category[] {
	return flattenCategories(topicTreeIn(locale));
}
