import { createHash } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { onArticle, type BuiltArticle } from "#site/lib/build-record.ts";
import { readContentData } from "#site/lib/content-data.ts";
import { reviewDue } from "#site/lib/dates.ts";
import { siteStats } from "#site/lib/site-stats.ts";
import { languages, type Language } from "#site/lib/languages.ts";
import { closePagefind, startPagefind } from "./pagefind.ts";
import { buildIndex } from "#site/search/build/build-index.ts";
import type { IndexInput } from "#site/search/build/documents.ts";
import { tuneByTests } from "#site/search/build/tune-by-tests.ts";
import type { IndexRoot } from "#site/search/index-files.ts";
import { loadLanguage } from "#site/search/languages/load.ts";
import { indexFolder, indexRootPath } from "#site/search/paths.ts";

function write(file: string, content: string | Uint8Array): void {
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, content);
}

/** Headings that every article has; they tell nothing about one. */
const templateHeadings = new Set(["quick-answer", "before-you-start", "steps", "troubleshooting"]);

function inputOf(article: BuiltArticle, asked: string[], helpfulness: number): IndexInput {
	const { id, url, title, summary, quickAnswer, type, category, categoryTitle, keywords, lastReviewed, reviewEvery, passages } = article;
	const headings = article.headings.filter((heading) => !templateHeadings.has(heading.id)).map((heading) => ({ id: heading.id, text: heading.text }));
	const sections = new Map(headings.map((heading, index) => [heading.id, index + 1]));
	return {
		...{ id, url, title, summary, quickAnswer, type, category, categoryTitle, keywords, headings, asked, helpfulness },
		passages: passages.map(({ heading, text }) => ({ section: sections.get(heading ?? "") ?? 0, text })),
		stale: reviewDue(lastReviewed, reviewEvery) < new Date().toISOString().slice(0, 10),
	};
}

/** Search's part of a build. */
export interface SearchBuild {
	/** Writes Pagefind's index and the compact index of the articles that search may show. */
	write(out: string): Promise<{ articles: number; kilobytes: number; ms: number }>;
}

/** Begins before the pages are rendered: Pagefind takes each article as soon as it is there. Each language has an index of its own. */
export function startSearchIndex(): SearchBuild {
	const builds = languages.map(startIndexOf);
	return {
		async write(out) {
			const start = performance.now();
			const written = await Promise.all(builds.map((build) => build.write(out)));
			await closePagefind();
			const sum = (key: "articles" | "characters") => written.reduce((total, index) => total + index[key], 0);
			return { articles: sum("articles"), kilobytes: Math.round(sum("characters") / 1024), ms: Math.round(performance.now() - start) };
		},
	};
}

interface IndexBuild {
	write(out: string): Promise<{ articles: number; characters: number }>;
}

function startIndexOf({ locale, base }: Language): IndexBuild {
	const { site, synonyms, locales, "learned-words": learned, "pinned-results": pinned, "search-tests": tests } = readContentData();
	const isFirst = locale === site.defaultLocale;
	const articles: BuiltArticle[] = [];
	const pagefind = startPagefind(locale);
	const stop = onArticle((article) => {
		if (article.archived || article.locale !== locale) return;
		articles.push(article);
		pagefind.add(article);
	});
	return {
		async write(out) {
			stop();
			await pagefind.taken();
			const writing = pagefind.finish(join(out, base));
			// A failure is told where it is waited for.
			writing.catch(() => undefined);
			const asked = new Map(isFirst ? learned.map(({ article, searches }) => [article, searches.map(({ words }) => words)]) : []);
			const helpfulness = (await siteStats())?.helpfulness ?? {};
			const language = await loadLanguage(locale);
			// What follows keeps this process busy; Pagefind's own works meanwhile, once it has heard of it.
			await setTimeout(50);
			const documents = articles.map((article) =>
				inputOf(article, asked.get(article.id) ?? [], Object.hasOwn(helpfulness, article.id) ? (helpfulness[article.id] ?? 0) : 0),
			);
			// Pinned results are words of the centre's first language.
			const built = buildIndex({
				synonyms: isFirst ? synonyms : (locales[locale]?.synonyms ?? { both: [], oneWay: [] }),
				pinned: isFirst ? pinned : [],
				language,
				documents,
			});
			const known = (isFirst ? tests : (locales[locale]?.searchTests ?? [])).map(({ query, expect }) => ({ query, answerable: expect !== "none" }));
			const root = { ...built.root, enough: await tuneByTests(built, known, language) };
			const fragments = await writing;
			built.files.set(
				"fragments.json",
				built.urls.map((url) => fragments.get(url) ?? ""),
			);
			return { articles: articles.length, characters: writeFiles(join(out, base), built.files, root) };
		},
	};
}

/** Writes the files into a folder named by their content, so that they can be cached for good. Returns how many characters there are. */
function writeFiles(out: string, files: Map<string, unknown>, root: Omit<IndexRoot, "folder">): number {
	const texts = [...files].map(([name, content]) => [name, JSON.stringify(content)] as const);
	const hash = createHash("sha256");
	for (const [name, text] of texts) hash.update(name).update(text);
	const folder = hash.digest("hex").slice(0, 12);
	rmSync(join(out, indexFolder), { recursive: true, force: true });
	for (const [name, text] of texts) write(join(out, indexFolder, folder, name), text);
	write(join(out, indexRootPath), JSON.stringify({ ...root, folder } satisfies IndexRoot));
	return texts.reduce((sum, [, text]) => sum + text.length, 0);
}
