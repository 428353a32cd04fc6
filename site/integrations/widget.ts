import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { builtArticles } from "#site/lib/build-record.ts";
import { readContentData } from "#site/lib/content-data.ts";
import { languages } from "#site/lib/languages.ts";
import { widgetConfig } from "#site/lib/widget/widget-config.ts";
import { configPath, type LauncherLanguage } from "#site/widget/config.ts";
import { buildLauncher, buildPanel } from "./widget-code.ts";

/** Makes `/widget.js` and what it loads, but for the articles (widget-articles.ts). */
export async function writeWidget(out: string): Promise<void> {
	const panel = await buildPanel(out);
	const articles = [...builtArticles().values()].filter(({ archived }) => !archived);
	for (const language of languages) write(join(out, configPath(language.locale)), widgetConfig(language, articles, panel));
	const { site } = readContentData();
	const known = languages.map(({ locale, dir, t }): [string, LauncherLanguage] => [locale, { dir, open: t.widget.open }]);
	await buildLauncher(out, { languages: Object.fromEntries(known), first: site.defaultLocale, accent: site.accent.light });
}

function write(file: string, content: unknown): void {
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, JSON.stringify(content));
}
