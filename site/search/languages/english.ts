import { stemmer } from "stemmer";
import { englishStopWords } from "../stop-words.ts";
import type { Language } from "./language.ts";

/** Porter's stemmer (An algorithm for suffix stripping, 1980). */
export const english: Language = {
	code: "en",
	stopWords: englishStopWords,
	stem: (word) => stemmer(word.replace(/'s$/, "")),
	fold: (word) => word,
};
