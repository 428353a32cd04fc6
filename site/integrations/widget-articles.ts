import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Root } from "hast";
import type { BuiltArticle } from "#site/lib/build-record.ts";
import { contentFolder } from "#site/lib/content-folder.ts";
import { readContentData } from "#site/lib/content-data.ts";
import { languageOf, languages } from "#site/lib/languages.ts";
import { articleTree } from "#site/lib/widget/article-tree.ts";
import { articlePath, type WidgetArticle } from "#site/widget/config.ts";
import { treePath } from "./trees.ts";

/** Writes what the widget shows of an article. */
export function writeWidgetArticle(out: string, article: BuiltArticle, body: Root): void {
	const file = join(out, articlePath(article.locale, article.id));
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, JSON.stringify(dataOf(article, body)));
}

function dataOf({ id, locale, title, summary, url, revision, tree }: BuiltArticle, root: Root): WidgetArticle {
	const body = articleTree(root, articleAt);
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
