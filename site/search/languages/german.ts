import { stemmer } from "@orama/stemmers/german";
import { stopwords } from "@orama/stopwords/german";
import { normalise } from "../normalise.ts";
import type { Language } from "./language.ts";

/** Snowball's German stemmer; `ae`, `oe`, `ue` and umlauts are one spelling (after Lucene's GermanNormalizationFilter). */
export const german: Language = {
	code: "de",
	stopWords: new Set(stopwords.map((word) => foldUmlauts(normalise(word)))),
	stem: (word) => stemmer(word),
	fold: foldUmlauts,
};

/** `ue` after a vowel or q is no umlaut (`neue`, `quelle`). */
function foldUmlauts(word: string): string {
	return word.replace(/(?<![aeiouq])([aou])e/g, "$1");
}
