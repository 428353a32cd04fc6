import { holdsTelling } from "../lib/holds-telling.ts";
import type { SearchedWords } from "../lib/site-search.ts";
import type { Ranked } from "./choose-section.ts";

/** Shares of what a question tells that an answer must hold. */
const enough = { article: 0.6 };

/**
 * Whether the best passage may be given as an answer. Stricter than search, which shows what may help: whoever asks takes what comes as
 * the answer. Its article must be one that search calls an answer, say the word that tells most, and hold most of what was asked.
 */
export function isAnswered({ found, held }: Ranked, { answer, holding }: SearchedWords): boolean {
	return answer.answered && holdsTelling(answer.terms, found, holding) && (found.pinned || held.article >= enough.article);
}
