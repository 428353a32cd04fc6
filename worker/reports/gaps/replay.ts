import type { Env } from "../../env.ts";
import { searchSite } from "../../lib/site-search.ts";
import type { ReplayedQuery } from "./diagnose.ts";

/** Phrasings and told sentences of a cluster that are asked again, those that were searched most. */
const mostPhrasings = 4;
const mostTold = 2;

/** Answers of this deployment's index, which does not change. */
const answers = new Map<string, string | null>();
const remembered = 5000;

/** Asks today's search what readers asked: the best article of each phrasing, where it is confident of it. */
export async function replay(
	env: Pick<Env, "ASSETS">,
	{ phrasings }: { phrasings: { query: string; searches: number; zero: number }[] },
	told: string[],
): Promise<ReplayedQuery[]> {
	const asked = [...phrasings.slice(0, mostPhrasings), ...told.slice(0, mostTold).map((query) => ({ query, searches: 1, zero: 1 }))];
	const replayed: ReplayedQuery[] = [];
	for (const { query, searches, zero } of asked) replayed.push({ query, searches, zero, answer: await answerOf(env, query) });
	return replayed;
}

async function answerOf(env: Pick<Env, "ASSETS">, query: string): Promise<string | null> {
	const known = answers.get(query);
	if (known !== undefined) return known;
	const found = await searchSite(env, query, { limit: 1 });
	// Where search does not work, nobody knows; it may work the next time.
	if (!found) return null;
	const answer = found.answered ? (found.results[0]?.document.id ?? null) : null;
	if (answers.size >= remembered) answers.clear();
	answers.set(query, answer);
	return answer;
}
