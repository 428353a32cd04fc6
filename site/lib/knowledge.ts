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

/** The articles as pages ask for them. Made once: each of thousands of pages asks. */
interface Library {
	all: Article[];
	/** By `locale:id`. */
	byId: Map<string, Article>;
	listed: Article[];
	/** The listed ones by category. */
	byCategory: Map<string, Article[]>;
}

let library: Promise<Library> | undefined;

function openLibrary(): Promise<Library> {
	library ??= loadLibrary();
	return library;
}

async function loadLibrary(): Promise<Library> {
	const all = await loadArticles();
	const listed = all.filter((article) => !article.data.archived && article.locale === site.defaultLocale);
	return {
		all,
		byId: new Map(all.map((article) => [`${article.locale}:${article.id}`, article])),
		listed,
		byCategory: Map.groupBy(listed, ({ category }) => category),
	};
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

/** Every article that readers may see; drafts in development only. In order of title. */
export async function allArticles(): Promise<Article[]> {
	return (await openLibrary()).all;
}

/** Articles that lists and search may show: those of the default locale that are not archived. */
export async function listedArticles(): Promise<Article[]> {
	return (await openLibrary()).listed;
}

/** The listed articles of a category, without those of the categories below it. */
export async function articlesIn(category: string): Promise<Article[]> {
	return (await openLibrary()).byCategory.get(category) ?? [];
}

/**
 * The articles behind a list of ids, in its order: in the language asked for, else in the default one. Ids without an article are left
 * out (the check reports them).
 */
export async function articlesById(ids: readonly string[], locale: string): Promise<Article[]> {
	const { byId } = await openLibrary();
	return ids.flatMap((id) => byId.get(`${locale}:${id}`) ?? byId.get(`${site.defaultLocale}:${id}`) ?? []);
}

/** Title of a category. */
export function categoryTitle(id: string): string {
	return allCategories.find((category) => category.id === id)?.title ?? id;
}
