import { createSearch, type Search } from "#site/search/create-search.ts";
import { buildIndex } from "#site/search/build/build-index.ts";
import type { IndexInput } from "#site/search/build/documents.ts";
import { tuneByTests } from "#site/search/build/tune-by-tests.ts";
import { loadLanguage } from "#site/search/languages/load.ts";
import { openIndex } from "#site/search/read-index.ts";
import type { PinnedResultsData, SearchTestsData, SynonymsData } from "#site/schemas/search.ts";
import type { Article, Content } from "./model.ts";
import { textOfArticle } from "./passages.ts";

function inputOf(article: Article, asked: string[]): IndexInput {
	const { id, address, category, frontMatter, title = "" } = article;
	return {
		id,
		url: address,
		title,
		summary: frontMatter.data?.summary ?? "",
		type: article.type ?? "",
		category,
		categoryTitle: category,
		keywords: frontMatter.data?.keywords ?? [],
		asked,
		helpfulness: 0,
		stale: false,
		...textOfArticle(article),
	};
}

/** What the search of a content folder is made of, as plain data that another thread can be handed. */
export interface SearchSources {
	locale: string;
	/** Whether it is the centre's first language: the others have their words in a file of their own. */
	isFirst: boolean;
	documents: IndexInput[];
	synonyms: SynonymsData;
	pinned: PinnedResultsData;
	tests: SearchTestsData;
	/** Ids of articles whose answers are still being written. */
	stubs: string[];
}

/** Takes from a content folder what the search of one of its languages is made of; of its first one by default. */
export function searchSources({ articles, defaultLocale, data, locales }: Content, locale = defaultLocale): SearchSources {
	const listed = articles.filter((article) => article.locale === locale && !article.draft && !article.archived);
	const isFirst = locale === defaultLocale;
	const own = locales.get(locale)?.data;
	const asked = new Map((isFirst ? (data.learnedWords.data ?? []) : []).map(({ article, searches }) => [article, searches.map(({ words }) => words)]));
	return {
		locale,
		isFirst,
		documents: listed.map((article) => inputOf(article, asked.get(article.id) ?? [])),
		synonyms: (isFirst ? data.synonyms.data : own?.synonyms) ?? { both: [], oneWay: [] },
		pinned: isFirst ? (data.pinnedResults.data ?? []) : [],
		tests: (isFirst ? data.searchTests.data : own?.searchTests) ?? [],
		stubs: listed.filter(({ frontMatter }) => frontMatter.data?.stub).map(({ id }) => id),
	};
}

/** The search of a content folder, made from its sources: what the Worker would find, without building the site. */
export async function searchContent({ locale, documents, synonyms, pinned, tests }: Omit<SearchSources, "stubs" | "isFirst">): Promise<Search> {
	const language = await loadLanguage(locale);
	const built = buildIndex({ language, documents, synonyms, pinned });
	const known = tests.map(({ query, expect }) => ({ query, answerable: expect !== "none" }));
	const root = { ...built.root, enough: await tuneByTests(built, known, language), folder: "" };
	return createSearch(
		openIndex(root, (name) => Promise.resolve(built.files.get(name))),
		{ language },
	);
}
