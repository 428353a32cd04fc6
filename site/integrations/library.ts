import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { builtOpenApiPath, libraryPath, type Library } from "#contract/read-api.ts";
import { articlesOfFile, sectionsPath, type Section } from "#contract/sections.ts";
import { builtArticles, type BuiltArticle } from "#site/lib/build-record.ts";
import { readContentData } from "#site/lib/content-data.ts";
import { languages, type Language } from "#site/lib/languages.ts";
import { describeApi } from "#site/lib/describe-api.ts";
import { topicsIn } from "#site/lib/topics.ts";
import { twinPath } from "#site/lib/twin/markdown-twin.ts";

/**
 * Writes what the Worker answers with: articles and topics of each language, the sections of the articles, and the description of the API.
 *
 * @param sections of each article, by its address
 */
export function writeLibrary(out: string, sections: ReadonlyMap<string, Section[]>): void {
	const { site } = readContentData();
	for (const language of languages) {
		const library = libraryOf(language);
		write(join(out, libraryPath(language.locale)), library);
		const byFile = Map.groupBy(library.articles, (article) => article.sections);
		for (const [path, articles] of byFile) write(join(out, path), Object.fromEntries(articles.map(({ id, url }) => [id, sections.get(url) ?? []])));
	}
	write(join(out, builtOpenApiPath), describeApi({ name: site.name, url: site.url }));
}

function libraryOf({ locale, path }: Language): Library {
	const articles = [...builtArticles().values()].filter((article) => article.locale === locale && !article.archived).sort(byId);
	return {
		articles: articles.map(({ id, title, summary, url, type, category, revision, lastReviewed, quickAnswer, headings }, index) => ({
			...{ id, locale, title, summary, url, type, category, revision, lastReviewed, quickAnswer },
			headings: headings.map((heading) => ({ id: heading.id, text: heading.text })),
			markdown: twinPath(url),
			sections: sectionsPath(locale, Math.floor(index / articlesOfFile)),
		})),
		categories: topicsIn(locale).map(({ id, title, summary }) => ({
			...{ id, title, summary },
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
