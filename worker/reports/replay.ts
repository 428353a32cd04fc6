import type { SearchAnswer } from "#site/search/types.ts";
import type { Env } from "../env.ts";
import { askSite } from "../lib/site-search.ts";

/** Asks the site's search; null while it does not work. */
export type Ask = (words: string) => Promise<Pick<SearchAnswer, "answered" | "results"> | null>;

/** The article that answers some words today, where search is sure of it; else null. */
export type BestAnswer = (words: string) => Promise<string | null>;

/** What was answered before, for one build of the index: a report asks for the same words again and again. */
interface ReplayMemory {
	/** Names the build. */
	version: string;
	answers: Map<string, string | null>;
}

/** Words remembered at most. */
const remembered = 5000;

const memory: ReplayMemory = { version: "", answers: new Map() };

/** The replay of words against the site's index. @param version names the build of the index */
export function replayOn(env: Pick<Env, "ASSETS">, version: string): BestAnswer {
	return createReplay((words) => askSite(env, words), version, memory);
}

/** Makes the replay of words against an index; of what is remembered, the latest words take the place of the earliest. */
export function createReplay(ask: Ask, version: string, known: ReplayMemory): BestAnswer {
	if (known.version !== version) known.answers.clear();
	known.version = version;
	return async (words) => {
		const before = known.answers.get(words);
		if (before !== undefined) return before;
		const answer = await ask(words);
		// Where search does not work, nobody knows; it may work the next time.
		if (answer === null) return null;
		const best = (answer.answered && answer.results[0]?.document.id) || null;
		known.answers.set(words, best);
		for (const earliest of known.answers.keys()) {
			if (known.answers.size <= remembered) break;
			known.answers.delete(earliest);
		}
		return best;
	};
}
