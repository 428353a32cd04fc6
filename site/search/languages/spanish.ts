import { stemmer } from "@orama/stemmers/spanish";
import { stopwords } from "@orama/stopwords/spanish";
import { normalise } from "../normalise.ts";
import type { Language } from "./language.ts";

/** Snowball's Spanish stemmer. Accents are removed before it: customers seldom type them. */
export const spanish: Language = {
	code: "es",
	stopWords: new Set(stopwords.map(normalise)),
	stem: (word) => stemmer(word),
	fold: (word) => word,
};
