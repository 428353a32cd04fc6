import { getCollection, type CollectionEntry } from "astro:content";
import { flattenCategories, toCategories, type Category } from "./categories.ts";
import { readContentData } from "./content-data.ts";
import { createPathFormatter, splitEntryId } from "./paths.ts";

/** An article as pages use it. */
export interface Article {
	/** Path below the locale. Example: `data-entry/add-esg-data` */
	id: string;
	locale: string;
	url: string;
	/** Id of its category. */
	category: string;
	data: CollectionEntry<"articles">["data"];
	entry: CollectionEntry<"articles">;
}

export const { site, support, categories: categoryData, redirects, synonyms } = readContentData();
export const categories: Category[] = toCategories(categoryData);
export const allCategories: Category[] = flattenCategories(categories);
export const pathOf = createPathFormatter(site);

let articles: Promise<Article[]> | undefined;

/** Every article that readers may see; drafts in development only. In order of title. */
export function allArticles(): Promise<Article[]> {
	articles ??= loadArticles();
	return articles;
}

async function loadArticles(): Promise<Article[]> {
	const entries = await getCollection("articles", ({ data }) => import.meta.env.DEV || !data.draft);
	return entries
		.map((entry) => {
			const { locale, id } = splitEntryId(entry.id);
			return { id, locale, url: pathOf(id, locale), category: id.split("/").slice(0, -1).join("/"), data: entry.data, entry };
		})
		.sort((a, b) => a.data.title.localeCompare(b.data.title, a.locale));
}

/** Articles that lists and search may show: those of the default locale that are not archived. */
export async function listedArticles(): Promise<Article[]> {
	return (await allArticles()).filter((article) => !article.data.archived && article.locale === site.defaultLocale);
}

/** The articles behind a list of ids, in its order; ids without an article are left out (the check reports them). */
export async function articlesById(ids: readonly string[], locale: string): Promise<Article[]> {
	const all = await allArticles();
	return ids.flatMap((id) => all.find((article) => article.id === id && article.locale === locale) ?? []);
}

/** Title of a category. */
export function categoryTitle(id: string): string {
	return allCategories.find((category) => category.id === id)?.title ?? id;
}
