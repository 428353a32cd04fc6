import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { onBody, type BuiltArticle } from "#site/lib/build-record.ts";
import { contentFolder } from "#site/lib/content-folder.ts";
import { readContentData } from "#site/lib/content-data.ts";
import { languageOf, languages } from "#site/lib/languages.ts";
import { articleTree } from "#site/lib/widget/article-tree.ts";
import { articlePath, type WidgetArticle } from "#site/widget/config.ts";
import { treePath } from "./trees.ts";

/** From now on each article's data for the widget is written as soon as its page is there. Archived ones get none. Returns what ends it. */
export function writeWidgetArticles(out: string): () => void {
	return onBody((article, html) => {
		if (article.archived) return;
		const file = join(out, articlePath(article.locale, article.id));
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, JSON.stringify(dataOf(article, html)));
	});
}

function dataOf({ id, locale, title, summary, url, revision, tree }: BuiltArticle, html: string): WidgetArticle {
	const body = articleTree(html, articleAt);
	return { id, locale, dir: languageOf(locale).dir, title, summary, url, revision, tree: tree && treePath(url), body };
}

/** The article at a path of the centre, in the language of the path or in that of its original; null for other pages. */
function articleAt(path: string): { id: string; locale: string } | null {
	const parts = path.split("/").filter(Boolean);
	const { defaultLocale } = readContentData().site;
	const language = languages.find(({ base }) => base !== "" && base === `/${parts[0] ?? ""}`);
	const id = parts.slice(language ? 1 : 0).join("/");
	if (!/^[a-z0-9-]+(\/[a-z0-9-]+)*$/.test(id)) return null;
	const locale = [language?.locale ?? defaultLocale, defaultLocale].find((each) => existsSync(join(contentFolder(), "articles", each, `${id}.mdx`)));
	return locale === undefined ? null : { id, locale };
}
