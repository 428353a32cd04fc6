import type { SearchAnswer } from "#site/search/types.ts";

/** Asks the site's search; null while it does not work. */
export type Ask = (words: string) => Promise<Pick<SearchAnswer, "answered" | "results"> | null>;

/** The article that answers some words today, where search is sure of it; else null. */
export type BestAnswer = (words: string) => Promise<string | null>;

/** What was answered before, for one build of the index: a report asks for the same words again and again. */
export interface ReplayMemory {
	/** Names the build. */
	version: string;
	answers: Map<string, string | null>;
}

/** Words remembered at most. */
const remembered = 5000;

/** Makes the replay of words against today's index. @param version names the build of the index */
export function createReplay(ask: Ask, version: string, memory: ReplayMemory): BestAnswer {
	if (memory.version !== version) memory.answers.clear();
	memory.version = version;
	return async (words) => {
		const known = memory.answers.get(words);
		if (known !== undefined) return known;
		const answer = await ask(words);
		const best = (answer?.answered && answer.results[0]?.document.id) || null;
		if (answer !== null && memory.answers.size < remembered) memory.answers.set(words, best);
		return best;
	};
}
