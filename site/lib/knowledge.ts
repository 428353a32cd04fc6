import { getCollection, type CollectionEntry } from "astro:content";
import type { ArticleData } from "#site/schemas/article.ts";
import { flattenCategories, type Category } from "./categories.ts";
import { readContentData } from "./content-data.ts";
import { languages } from "./languages.ts";
import { createPathFormatter, splitEntryId } from "./paths.ts";
import { topicTreeIn } from "./topics.ts";
import { withSource } from "./translation.ts";

/** An article as pages use it. */
export interface Article {
	/** Path below the locale. Example: `data-entry/add-esg-data` */
	id: string;
	/** The language of its text. */
	locale: string;
	url: string;
	/** Id of its category. */
	category: string;
	data: ArticleData;
	entry: CollectionEntry<"articles"> | CollectionEntry<"translations">;
}

export const { site, support, redirects } = readContentData();
export const pathOf = createPathFormatter(site);

/** The tree of topics in each language, and the same as a list. */
const trees = new Map(
	languages.map(({ locale }) => {
		const tree = topicTreeIn(locale);
		return [locale, { tree, list: flattenCategories(tree) }];
	}),
);

/** The tree of topics in a language. */
export function categoriesIn(locale: string): Category[] {
	return trees.get(locale)?.tree ?? [];
}

/** All topics in a language, parents before children. */
export function allCategoriesIn(locale: string): Category[] {
	return trees.get(locale)?.list ?? [];
}

/** Title of a category in a language. */
export function categoryTitle(id: string, locale = site.defaultLocale): string {
	return allCategoriesIn(locale).find((category) => category.id === id)?.title ?? id;
}

/** The articles as pages ask for them. Made once: each of thousands of pages asks. */
interface Library {
	all: Article[];
	/** By `locale:id`. */
	byId: Map<string, Article>;
	/** What each language has pages of: its own articles, and those that stand in for a translation. */
	shown: Map<string, Article[]>;
	/** Those of them that lists show: none that is archived. */
	listed: Map<string, Article[]>;
	/** The listed ones by `locale:category`. */
	byCategory: Map<string, Article[]>;
}

let library: Promise<Library> | undefined;

function openLibrary(): Promise<Library> {
	library ??= loadLibrary();
	return library;
}

async function loadLibrary(): Promise<Library> {
	const all = await loadArticles();
	const byId = new Map(all.map((article) => [`${article.locale}:${article.id}`, article]));
	const originals = all.filter(({ locale }) => locale === site.defaultLocale);
	const shown = new Map(
		languages.map(({ locale }) => {
			const own = all.filter((article) => article.locale === locale);
			const untranslated = originals.filter(({ id }) => !byId.has(`${locale}:${id}`));
			return [locale, [...inOrder(own, locale), ...untranslated.map((article) => standIn(article, locale))]];
		}),
	);
	const listed = new Map([...shown].map(([locale, articles]) => [locale, articles.filter(({ data }) => !data.archived)]));
	const byCategory = new Map([...listed].flatMap(([locale, articles]) => [...Map.groupBy(articles, ({ category }) => `${locale}:${category}`)]));
	return { all, byId, shown, listed, byCategory };
}

async function loadArticles(): Promise<Article[]> {
	const shown = ({ draft }: { draft: boolean }) => import.meta.env.DEV || !draft;
	const originals = (await getCollection("articles", ({ data }) => shown(data))).map((entry) => toArticle(entry, entry.data));
	const sources = new Map(originals.map((article) => [article.id, article.data]));
	const others = (await getCollection("translations", ({ data }) => shown(data))).flatMap((entry) => {
		if ("type" in entry.data) return toArticle(entry, entry.data);
		const source = sources.get(splitEntryId(entry.id).id);
		// A draft in the first language: its translation waits with it.
		return source ? toArticle(entry, withSource(entry.data, source)) : [];
	});
	return [...inOrder(originals, site.defaultLocale), ...others];
}

function toArticle(entry: Article["entry"], data: ArticleData): Article {
	const { locale, id } = splitEntryId(entry.id);
	return { id, locale, url: pathOf(id, locale), category: id.split("/").slice(0, -1).join("/"), data, entry };
}

function inOrder(articles: Article[], locale: string): Article[] {
	return articles.sort((one, other) => one.data.title.localeCompare(other.data.title, locale));
}

/** An article at its place in another language, where nobody has translated it. */
function standIn(article: Article, locale: string): Article {
	return { ...article, url: pathOf(article.id, locale) };
}

/** Every article that readers may see; drafts in development only. In order of title. */
export async function allArticles(): Promise<Article[]> {
	return (await openLibrary()).all;
}

/** Each article at each address that shows it: in its own language, and in those into which nobody has translated it. */
export async function articlePages(): Promise<Article[]> {
	return [...(await openLibrary()).shown.values()].flat();
}

/** Articles that lists of a language show: none that is archived; the translated ones first. */
export async function listedArticles(locale = site.defaultLocale): Promise<Article[]> {
	return (await openLibrary()).listed.get(locale) ?? [];
}

/** The listed articles of a category, without those of the categories below it. */
export async function articlesIn(category: string, locale = site.defaultLocale): Promise<Article[]> {
	return (await openLibrary()).byCategory.get(`${locale}:${category}`) ?? [];
}

/** The languages into which an article is translated, its own among them. */
export async function languagesOf(id: string): Promise<string[]> {
	const { byId } = await openLibrary();
	return languages.map(({ locale }) => locale).filter((locale) => byId.has(`${locale}:${id}`));
}

/** An article in the centre's first language. */
export async function originalOf(id: string): Promise<Article | undefined> {
	return (await openLibrary()).byId.get(`${site.defaultLocale}:${id}`);
}

/**
 * The articles behind a list of ids, in its order: in the language asked for, else in the default one. Ids without an article are left
 * out (the check reports them).
 */
export async function articlesById(ids: readonly string[], locale: string): Promise<Article[]> {
	const { byId } = await openLibrary();
	return ids.flatMap((id) => {
		const original = byId.get(`${site.defaultLocale}:${id}`);
		return byId.get(`${locale}:${id}`) ?? (original && standIn(original, locale)) ?? [];
	});
}
