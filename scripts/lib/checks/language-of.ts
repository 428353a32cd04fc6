import { createAnalyse } from "#site/search/analyse.ts";
import type { Analyse } from "#site/search/analyse.ts";
import { english } from "#site/search/languages/english.ts";
import { german } from "#site/search/languages/german.ts";
import { plain } from "#site/search/languages/load.ts";
import { spanish } from "#site/search/languages/spanish.ts";

const taught = [english, german, spanish];
const known = new Map<string, Analyse>();

/** Words and stems of a text as the search of a locale knows them. Unlike the site's, it need not be waited for. */
export function analyseIn(locale: string): Analyse {
	const code = locale.toLowerCase().split("-")[0] ?? locale;
	const analyse = known.get(code) ?? createAnalyse(taught.find((language) => language.code === code) ?? plain(code));
	known.set(code, analyse);
	return analyse;
}
