import { spoken as ar } from "./ar/spoken.ts";
import { spoken as de } from "./de/spoken.ts";
import { spoken as es } from "./es/spoken.ts";
import { inLanguage } from "./in-language.ts";
import { englishSpoken, type SpokenStrings } from "./spoken.ts";

/** What the Worker says, by language. */
const catalogue: Record<string, SpokenStrings> = { en: englishSpoken, de, es, ar };

/** The messages of a locale that the Worker says; English where nobody has translated them. */
export function spokenStringsOf(locale: string): SpokenStrings {
	return inLanguage(catalogue, locale) ?? englishSpoken;
}

/** What the Worker of a centre must be given: the messages of its locales, without those that are English. */
export function spokenBy(locales: string[]): Record<string, SpokenStrings> {
	return Object.fromEntries(locales.map((locale) => [locale, spokenStringsOf(locale)] as const).filter(([, strings]) => strings !== englishSpoken));
}
