import { ar } from "./ar/index.ts";
import { de } from "./de/index.ts";
import { en } from "./en/index.ts";
import { es } from "./es/index.ts";
import { inLanguage } from "./in-language.ts";
import type { Translated } from "./message.ts";

/** Every message of the interface, in one language. */
export type Strings = Translated<typeof en>;

/** The languages of the interface, by locale. */
const catalogue: Record<string, Strings> = { en, de, es, ar };

/** Locales whose interface is translated. */
export const translatedLocales = Object.keys(catalogue);

/**
 * The messages of a locale: its own, or those of its language. Example: `de-CH` → German
 * @returns undefined where nobody has translated them
 */
export function stringsOf(locale: string): Strings | undefined {
	return inLanguage(catalogue, locale);
}
