import type { ArticleData, TranslationData } from "#site/schemas/article.ts";

/** Whether front matter is that of a translation, which leaves to its source what both share. */
export function isTranslation(fields: object): boolean {
	return "translation" in fields && !("type" in fields);
}

/** The fields of a translated article: its own words, and what it shares with its source. */
export function withSource(own: TranslationData, source: ArticleData): ArticleData {
	return { ...source, ...own, draft: own.draft || source.draft, redirectFrom: [], changes: [] };
}

/** A change of the source that a translation may not say yet: the latest `major` one after the day it was checked. */
export function translationDebt(changes: ArticleData["changes"], checked: string): ArticleData["changes"][number] | null {
	const [latest] = changes.filter(({ on, significance }) => significance === "major" && on > checked).sort((one, other) => other.on.localeCompare(one.on));
	return latest ?? null;
}
