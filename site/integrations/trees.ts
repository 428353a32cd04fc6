import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { builtArticles, type BuiltArticle } from "#site/lib/build-record.ts";
import { languages } from "#site/lib/languages.ts";

/** Path of the guided troubleshooter of an article. Example: `/a/b/` → `/a/b.tree.json` */
export function treePath(url: string): string {
	return `${url.replace(/\/$/, "")}.tree.json`;
}

/**
 * Writes the guided troubleshooters for programs that walk them: one file beside each article that has one, and a list of them for
 * each language (`/trees.json`, `/de/trees.json`). The pages need none of it. Archived articles are left out. After the twins' folders.
 */
export function writeTrees(out: string): void {
	const all = [...builtArticles().values()].filter((article) => article.tree !== null && !article.archived);
	for (const { id, locale, url, title, revision, tree } of all)
		writeFileSync(join(out, treePath(url)), JSON.stringify({ article: id, locale, url, title, revision, tree }));
	for (const { locale, base } of languages) writeFileSync(join(out, base, "trees.json"), JSON.stringify(listOf(all, locale)));
}

function listOf(articles: BuiltArticle[], locale: string) {
	return articles.filter((article) => article.locale === locale).map(({ id, title, url }) => ({ article: id, title, url, tree: treePath(url) }));
}
