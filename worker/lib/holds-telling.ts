import type { QueryTerm, SearchResult } from "#site/search/types.ts";

/** In a longer text the word that tells most may be said by the way; there the search's own confidence decides. */
const mostWords = 4;

/**
 * Whether a result says the word that tells most of what was asked, or what it means: the one that no article holds, else the one that
 * fewest hold. A result that shares only the others is none (`connect power bi` and an article on connecting). A word that is merely the
 * beginning of others (`bi`, `bill`) is not said by them: whoever searched had done typing.
 *
 * @param terms of the query
 * @param holding articles that hold a stem
 */
export function holdsTelling(terms: QueryTerm[], { matched, pinned }: Pick<SearchResult, "matched" | "pinned">, holding: (stem: string) => number): boolean {
	const telling = terms
		.filter(({ functional }) => !functional)
		.map(({ stems }) => {
			const meant = stems.flatMap(({ stem, kind }) => (kind === "completed" || holding(stem) === 0 ? [] : [stem]));
			return { known: Math.max(0, ...meant.map(holding)), isHeld: meant.some((stem) => matched.includes(stem)) };
		});
	if (pinned || telling.length === 0 || telling.length > mostWords) return true;
	const rarest = Math.min(...telling.map(({ known }) => known));
	return telling.some(({ known, isHeld }) => known === rarest && isHeld);
}
