import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { manifestPath, spokenPath, type SiteManifest } from "#contract/site-manifest.ts";
import { builtArticles } from "#site/lib/build-record.ts";
import { editLink } from "#site/lib/edit-link.ts";
import { languages, type Language } from "#site/lib/languages.ts";
import { readContentData } from "#site/lib/content-data.ts";
import { spokenBy } from "#site/strings/spoken-catalogue.ts";

/** Writes what the Worker must know of this build: articles with their revisions, the public support data, and what it says in each language. */
export function writeManifest(out: string, csp: string): void {
	const { site, support, gaps, categories, widget } = readContentData();
	const { incidents: _incidents, urgentSignals: _urgentSignals, ...publicSupport } = support;
	const articles = [...builtArticles().values()]
		.filter((article) => article.locale === site.defaultLocale)
		.map(({ id, locale, title, url, revision, category, type, answers, owner, lastReviewed, reviewEvery, archived, released }) => [
			id,
			{
				title,
				url,
				revision,
				category,
				type,
				answers,
				owner,
				lastReviewed,
				reviewEvery,
				archived,
				...(released && { released }),
				edit: editLink(site, `${locale}/${id}.mdx`),
			},
		]);
	const manifest: SiteManifest = {
		name: site.name,
		url: site.url,
		defaultLocale: site.defaultLocale,
		locales: languages.map(({ locale }) => locale),
		languages: Object.fromEntries(languages.map((language) => [language.locale, wordsOf(language)])),
		translations: translationsOf(site.defaultLocale),
		csp,
		categories: Object.fromEntries(categories.map(({ slug, title }) => [slug, title])),
		widgetOrigins: widget.origins,
		gaps: gaps.map(({ id, phrasings, article, diagnosis, added }) => ({ id, phrasings, article, diagnosis, added })),
		articles: Object.fromEntries(articles) as SiteManifest["articles"],
		support: publicSupport,
	};
	mkdirSync(dirname(join(out, manifestPath)), { recursive: true });
	writeFileSync(join(out, manifestPath), JSON.stringify(manifest));
	writeFileSync(join(out, spokenPath), JSON.stringify(spokenBy(manifest.locales)));
}

/** What the Worker says in a language besides the messages of the interface. */
function wordsOf({ locale, base, site, format, dir, support }: Language): SiteManifest["languages"][string] {
	const { P1, P2, P3, P4, P5 } = support.promises;
	return {
		name: site.name,
		format,
		dir,
		categories: Object.fromEntries(support.ticketCategories.map(({ id, label }) => [id, label])),
		promises: { P1: P1.meaning, P2: P2.meaning, P3: P3.meaning, P4: P4.meaning, P5: P5.meaning },
		phones: support.channels.phones.map(({ label }) => label),
		chat: support.channels.chat?.label ?? null,
		urgentSignals: support.urgentSignals,
		sensitiveSignals: support.ticketCategories.flatMap(({ sensitive, signals }) => (sensitive ? signals : [])),
		titles: Object.fromEntries([...builtArticles().values()].flatMap(({ id, title, locale: its }) => (base !== "" && its === locale ? [[id, title]] : []))),
	};
}

/** Ids of the articles of each locale but the default one. */
function translationsOf(defaultLocale: string): Record<string, string[]> {
	const others = [...builtArticles().values()].filter(({ locale, archived }) => locale !== defaultLocale && !archived);
	return Object.fromEntries([...Map.groupBy(others, ({ locale }) => locale)].map(([locale, articles]) => [locale, articles.map(({ id }) => id)]));
}
