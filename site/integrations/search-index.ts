import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { close, createIndex, type PagefindIndex } from "pagefind";
import { parse } from "node-html-parser";
import { builtArticles, type BuiltArticle } from "#site/lib/build-record.ts";
import { readContentData } from "#site/lib/content-data.ts";
import { reviewDue } from "#site/lib/dates.ts";
import { escapeHtml } from "#site/lib/escape-html.ts";
import { compactIndexPath } from "#site/search/paths.ts";
import { buildCompactIndex } from "#site/search/build-index.ts";

/** Hands an article to Pagefind; what names its subject weighs more than its text. */
async function addToPagefind(index: PagefindIndex, article: BuiltArticle): Promise<void> {
	const keywords = article.keywords.join(", ");
	const { errors } = await index.addHTMLFile({
		url: article.url,
		content: `<html lang="${article.locale}"><body data-pagefind-body><h1 data-pagefind-weight="7">${escapeHtml(article.title)}</h1><p data-pagefind-weight="5">${escapeHtml(keywords)}</p><p data-pagefind-weight="4">${escapeHtml(article.summary)}</p>${article.html}</body></html>`,
	});
	if (errors.length > 0) throw new Error(`Pagefind did not take ${article.url}: ${errors.join("; ")}`);
}

/** Address of an article → name of its fragment; Pagefind tells them apart by a hash that its results carry. */
function fragmentNames(files: { path: string; content: Uint8Array }[]): Map<string, string> {
	const names = new Map<string, string>();
	for (const { path, content } of files) {
		const name = /^fragment\/(.+)\.pf_fragment$/.exec(path)?.[1];
		if (!name) continue;
		const text = gunzipSync(content).toString("utf8");
		const { url } = JSON.parse(text.slice(text.indexOf("{"))) as { url: string };
		names.set(url, name);
	}
	return names;
}

/** Writes Pagefind's index and the compact index of the articles that search may show. */
export async function writeSearchIndex(out: string): Promise<{ articles: number; kilobytes: number }> {
	const { site, synonyms } = readContentData();
	const articles = [...builtArticles().values()].filter((article) => !article.archived && article.locale === site.defaultLocale);
	const { index, errors } = await createIndex({ forceLanguage: site.defaultLocale });
	if (!index) throw new Error(`Pagefind did not start: ${errors.join("; ")}`);
	for (const article of articles) await addToPagefind(index, article);
	const { files } = await index.getFiles();
	for (const { path, content } of files) {
		if (/(?:ui|highlight|modular)\b.*\.(?:js|css)$/.test(path)) continue;
		const file = join(out, "pagefind", path);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, content);
	}
	await close();
	const names = fragmentNames(files);
	const today = new Date().toISOString().slice(0, 10);
	const compact = buildCompactIndex({
		synonyms,
		documents: articles.map(({ id, url, title, summary, quickAnswer, type, category, categoryTitle, keywords, headings, html, lastReviewed, reviewEvery }) => ({
			id,
			url,
			title,
			summary,
			quickAnswer,
			type,
			category,
			categoryTitle,
			keywords,
			headings: headings.filter((heading) => !templateHeadings.has(heading.id)).map((heading) => ({ id: heading.id, text: heading.text })),
			fragment: names.get(url) ?? "",
			stale: reviewDue(lastReviewed, reviewEvery) < today,
			bodyText: parse(html).textContent,
		})),
	});
	const text = JSON.stringify(compact);
	const file = join(out, compactIndexPath);
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, text);
	return { articles: articles.length, kilobytes: Math.round(text.length / 1024) };
}

/** Headings that every article has; they tell nothing about one. */
const templateHeadings = new Set(["quick-answer", "before-you-start", "steps", "troubleshooting"]);
