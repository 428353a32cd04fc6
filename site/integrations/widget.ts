import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { builtArticles, onBody, type BuiltArticle } from "#site/lib/build-record.ts";
import { contentFolder } from "#site/lib/content-folder.ts";
import { readContentData } from "#site/lib/content-data.ts";
import { languageOf, languages } from "#site/lib/languages.ts";
import { articleTree } from "#site/lib/widget/article-tree.ts";
import { widgetConfig } from "#site/lib/widget/widget-config.ts";
import { articlePath, configPath, type LauncherLanguage, type WidgetArticle } from "#site/widget/config.ts";
import { treePath } from "./trees.ts";
import { buildLauncher, buildPanel } from "./widget-code.ts";

/** The part of a build that makes `/widget.js` and what it loads. */
export interface WidgetBuild {
	/** Writes code and data, and ends. */
	finish(): Promise<void>;
}

/** Begins before the pages are rendered: each article's data is written as soon as its page is there. Archived ones get none. */
export function startWidget(out: string): WidgetBuild {
	const stop = onBody((article, html) => {
		if (!article.archived) write(join(out, articlePath(article.locale, article.id)), dataOf(article, html));
	});
	return {
		async finish() {
			stop();
			const panel = await buildPanel(out);
			const articles = [...builtArticles().values()].filter(({ archived }) => !archived);
			for (const language of languages) write(join(out, configPath(language.locale)), widgetConfig(language, articles, panel));
			const { site } = readContentData();
			const known = languages.map(({ locale, dir, t }): [string, LauncherLanguage] => [locale, { dir, open: t.widget.open }]);
			await buildLauncher(out, { languages: Object.fromEntries(known), first: site.defaultLocale, accent: site.accent.light });
		},
	};
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

function write(file: string, content: unknown): void {
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, JSON.stringify(content));
}
