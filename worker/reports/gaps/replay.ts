import type { Env } from "../../env.ts";
import { siteWords } from "../../lib/site-search.ts";
import { replayOn } from "../replay.ts";
import type { ReplayedQuery } from "./diagnose.ts";

/** Phrasings and told sentences of a cluster that are asked again, those that were searched most. */
const mostPhrasings = 4;
const mostTold = 2;

/** Asks today's search what readers asked: the best article of each phrasing, where it is confident of it. */
export async function replay(
	env: Pick<Env, "ASSETS">,
	{ phrasings }: { phrasings: { query: string; searches: number; zero: number }[] },
	told: string[],
): Promise<ReplayedQuery[]> {
	const asked = [...phrasings.slice(0, mostPhrasings), ...told.slice(0, mostTold).map((query) => ({ query, searches: 1, zero: 1 }))];
	const words = await siteWords(env, []);
	const answerOf = words ? replayOn(env, words.version) : () => null;
	const replayed: ReplayedQuery[] = [];
	for (const { query, searches, zero } of asked) replayed.push({ query, searches, zero, answer: await answerOf(query) });
	return replayed;
}
