import { stemmer } from "@orama/stemmers/arabic";
import { stopwords } from "@orama/stopwords/arabic";
import { normalise } from "../normalise.ts";
import type { Language } from "./language.ts";

/** Snowball's Arabic stemmer. Letters that people write in several ways are brought to one: أ إ آ → ا, ى → ي, ة → ه. */
export const arabic: Language = {
	code: "ar",
	stopWords: new Set(stopwords.map((word) => fold(normalise(word)))),
	stem: (word) => stemmer(word),
	fold,
};

function fold(word: string): string {
	return word
		.replace(/[أإآٱ]/g, "ا")
		.replaceAll("ى", "ي")
		.replaceAll("ة", "ه")
		.replaceAll("ـ", "");
}
