import { pairsOf } from "./analyse.ts";
import { fullImpact, information } from "./relevance.ts";
import { placeOf, type PostingList, type PostingSource } from "./score.ts";
import type { QueryTerm } from "./types.ts";
import { weights } from "./weights.ts";

/** What a word tells, for the question whether it was understood: telling words count more than in ranking, unknown ones most. */
function importance(holding: number, source: PostingSource): number {
	return information(source.size, holding) ** weights.support.telling * (holding === 0 ? weights.support.unknown : 1);
}

function impactOn(document: number, list: PostingList | null): number {
	const place = list ? placeOf(document, list) : -1;
	return list && place >= 0 ? (list.impacts[place] ?? 0) / fullImpact : 0;
}

/** What a term tells at most, and what of it a document holds. */
function supportOfTerm(term: QueryTerm, document: number, source: PostingSource): [tells: number, holds: number] {
	let tells = 0;
	let holds = 0;
	for (const { stem, weight, kind } of term.stems) {
		const list = source.find(stem);
		if (!list || list.holding === 0) continue;
		const own = importance(list.holding, source);
		// Nobody knows whether a repaired word was meant, or one that was taken apart, so in part it stays an unknown one.
		const trust = kind === "repaired" || kind === "split" ? weights.support.repaired : 1;
		tells = Math.max(tells, trust * own + (1 - trust) * importance(0, source));
		holds = Math.max(holds, own * weight * impactOn(document, list));
		// What the site knows is asked for as it is; its synonyms only help to find it.
		if (kind === "typed") holds = Math.min(tells, holds);
	}
	return [tells || importance(0, source), Math.min(holds, tells)];
}

/**
 * How far a document holds what was asked: the share, 0 to 1, of what the query's words and pairs tell that it says, each as much as
 * it can. It is the sign by which "no answer" is told from an answer; a long list of results is none.
 */
export function supportOf(terms: QueryTerm[], document: number, source: PostingSource): number {
	let asked = 0;
	let held = 0;
	const seen = new Set<string>();
	for (const term of terms) {
		const stem = term.stems[0]?.stem ?? term.word;
		if (seen.has(stem)) continue;
		seen.add(stem);
		const factor = term.functional ? weights.functional : 1;
		const [tells, holds] = supportOfTerm(term, document, source);
		asked += factor * tells;
		held += factor * holds;
	}
	const pairWeight = source.learned ? weights.pairLearned : weights.pair;
	for (const pair of new Set(pairsOf(terms.map((term) => term.stems[0]?.stem ?? term.word)))) {
		const list = source.find(pair);
		const tells = information(source.size, list?.holding ?? 0) ** weights.support.telling;
		asked += pairWeight * tells;
		held += pairWeight * tells * impactOn(document, list);
	}
	return asked > 0 ? (held / asked) * doubtOfShort(terms, source) : 0;
}

/**
 * In a question of two or three subject words, one that the site has never seen is what it is about (`dark mode`), unless articles are
 * so short that words are new all the time.
 */
function doubtOfShort(terms: QueryTerm[], source: PostingSource): number {
	const subjects = terms.filter((term) => !term.functional);
	const isUnknown = (term: QueryTerm) => term.stems.every(({ stem }) => (source.find(stem)?.holding ?? 0) === 0);
	const { unknownOfFew, usualOwnWords, manyOwnWords } = weights.support;
	const telling = Math.max(0, Math.min(1, (manyOwnWords - source.ownWords) / (manyOwnWords - usualOwnWords)));
	return subjects.length <= 3 && subjects.some(isUnknown) ? 1 - (telling * unknownOfFew) / subjects.length : 1;
}

/** Whether a query says what it is about: by a subject word, or by function words that tell enough (`who are you`, not `how do i`). */
export function asksSomething(terms: QueryTerm[], source: PostingSource): boolean {
	const told = terms.reduce((sum, { stems }) => sum + information(source.size, source.find(stems[0]?.stem ?? "")?.holding ?? 0), 0);
	return terms.some((term) => !term.functional) || (terms.length > 1 && told >= weights.support.leastTold * terms.length);
}

/**
 * Probability, 0 to 1, that a document which holds so much of the query answers it: one half where support is what the site calls
 * enough, and logistic in the logarithm of their ratio.
 */
export function confidenceOf(support: number, enough: number): number {
	return support > 0 ? 1 / (1 + (enough / support) ** weights.support.steepness) : 0;
}

/** The support that a confidence stands for. */
export function supportFrom(confidence: number, enough: number): number {
	return confidence > 0 ? enough / (1 / confidence - 1) ** (1 / weights.support.steepness) : 0;
}

/** Confidence from which a result is called an answer. */
export const answeredFrom = 0.5;
/** The most confidence of what is no answer for another reason. */
export const notAnswered = 0.4999;
