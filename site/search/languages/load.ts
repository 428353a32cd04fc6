import type { Language } from "./language.ts";

/** Languages with a stemmer and function words of their own, each in its own file so that a browser fetches one. */
const known: Record<string, () => Promise<Language>> = {
	ar: async () => (await import("./arabic.ts")).arabic,
	en: async () => (await import("./english.ts")).english,
	de: async () => (await import("./german.ts")).german,
	es: async () => (await import("./spanish.ts")).spanish,
};

/** A language nobody has taught us: every word counts, as it is written. */
export function plain(code: string): Language {
	return { code, stopWords: new Set(), stem: (word) => word, fold: (word) => word };
}

/** The language of a locale. Example: `de-CH` → German. */
export async function loadLanguage(locale: string): Promise<Language> {
	const code = locale.toLowerCase().split("-")[0] ?? locale;
	return Object.hasOwn(known, code) ? ((await known[code]?.()) ?? plain(code)) : plain(code);
}
