import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { builtOpenApiPath, libraryPath, type Library } from "#contract/read-api.ts";
import { builtArticles, type BuiltArticle } from "#site/lib/build-record.ts";
import { readContentData } from "#site/lib/content-data.ts";
import { languages, type Language } from "#site/lib/languages.ts";
import { flattenCategories, toCategories } from "#site/lib/categories.ts";
import { describeApi } from "#site/lib/describe-api.ts";
import { twinPath } from "#site/lib/twin/markdown-twin.ts";

/** Writes what the public API answers with: articles and topics of each language, and its description. */
export function writeLibrary(out: string): void {
	const { site } = readContentData();
	for (const language of languages) write(join(out, libraryPath(language.locale)), libraryOf(language));
	write(join(out, builtOpenApiPath), describeApi({ name: site.name, url: site.url }));
}

function libraryOf({ locale, path }: Language): Library {
	const { categories, locales } = readContentData();
	const own = locales[locale]?.categories ?? {};
	const articles = [...builtArticles().values()].filter((article) => article.locale === locale && !article.archived).sort(byId);
	return {
		articles: articles.map(({ id, title, summary, url, type, category, revision, lastReviewed, quickAnswer, headings }) => ({
			...{ id, locale, title, summary, url, type, category, revision, lastReviewed, quickAnswer },
			headings: headings.map((heading) => ({ id: heading.id, text: heading.text })),
			markdown: twinPath(url),
		})),
		categories: flattenCategories(toCategories(categories)).map(({ id, title, summary }) => ({
			id,
			title: own[id]?.title ?? title,
			summary: own[id]?.summary ?? summary,
			url: path(id),
			parent: id.includes("/") ? id.slice(0, id.lastIndexOf("/")) : null,
			articles: articles.filter(({ category }) => category === id || category.startsWith(`${id}/`)).length,
		})),
	};
}

/** By code units, so that the next page of a list begins where the last one ended, whatever the language. */
function byId(one: BuiltArticle, other: BuiltArticle): number {
	return one.id < other.id ? -1 : 1;
}

function write(file: string, content: unknown): void {
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, JSON.stringify(content));
}
