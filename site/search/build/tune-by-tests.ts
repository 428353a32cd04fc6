import { supportFrom } from "../confidence.ts";
import { createSearch } from "../create-search.ts";
import type { IndexRoot } from "../index-files.ts";
import type { Language } from "../languages/language.ts";
import { openIndex } from "../read-index.ts";
import type { BuiltIndex } from "./build-index.ts";

/** A search that is known to have an answer, or to have none. */
export interface KnownSearch {
	query: string;
	answerable: boolean;
}

/** Fewer of either kind say too little. */
const minimum = 10;
/** How far the tests may raise what the site's own texts say. */
const mostRaise = 2.5;

/**
 * Asks more support of answers where the writers' search tests show that the site can: customers' words among the keywords lift real
 * answers, and what stays below is none. The value with the fewest tests on the wrong side is taken, midway to the next.
 */
export async function tuneByTests({ root, files }: BuiltIndex, tests: KnownSearch[], language: Language): Promise<IndexRoot["enough"]> {
	const { enough } = root;
	const none = tests.filter(({ answerable }) => !answerable).length;
	if (none < minimum || tests.length - none < minimum) return enough;
	const search = createSearch(
		openIndex({ ...root, folder: "" }, (name) => Promise.resolve(files.get(name))),
		{ language },
	);
	const seen: { support: number; answerable: boolean }[] = [];
	for (const { query, answerable } of tests) {
		const { confidence, results } = await search(query, { limit: 1 });
		if (!results[0]?.pinned) seen.push({ support: supportFrom(confidence, enough.compact), answerable });
	}
	const wrongAt = (value: number) => seen.filter(({ support, answerable }) => support >= value !== answerable).length;
	const steps = [
		enough.compact,
		...seen.map(({ support }) => support).filter((support) => support > enough.compact && support <= enough.compact * mostRaise),
	].sort((a, b) => a - b);
	const between = steps.map((step, index) => (index === 0 ? step : (step + (steps[index - 1] ?? step)) / 2));
	const best = between.reduce((least, value) => (wrongAt(value) < wrongAt(least) ? value : least));
	const raise = best / enough.compact;
	const rounded = (value: number) => Number((value * raise).toPrecision(4));
	return { full: rounded(enough.full), compact: rounded(enough.compact) };
}
