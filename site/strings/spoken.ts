import { spoken as ar } from "./ar/spoken.ts";
import { spoken as de } from "./de/spoken.ts";
import { spoken as en } from "./en/spoken.ts";
import { spoken as es } from "./es/spoken.ts";
import { inLanguage } from "./in-language.ts";
import type { Translated } from "./message.ts";

/** The messages that the Worker says, in one language: the others would only make it larger. */
export type SpokenStrings = Translated<typeof en>;

/** Those that the Worker says, by language. */
const catalogue: Record<string, SpokenStrings> = { en, de, es, ar };

/** What is said where no language is known, and to the people who run the centre. */
export const englishSpoken: SpokenStrings = en;

/** The messages of a locale that the Worker says; English where nobody has translated them. */
export function spokenStringsOf(locale: string): SpokenStrings {
	return inLanguage(catalogue, locale) ?? en;
}
