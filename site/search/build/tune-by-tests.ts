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
/** How far the tests may raise what the site's own texts say: keywords are written with the tests in mind, new questions are not. */
const mostRaise = 2;
/** An answer that is withheld is worse than one too many. */
const costOfLost = 2;

/**
 * Asks more support of answers where the writers' search tests show that the site can: customers' words among the keywords lift real
 * answers, and what stays below is none. The value that does least harm is taken, midway to the next.
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
	const costAt = (value: number) =>
		seen.reduce((cost, { support, answerable }) => cost + (support >= value === answerable ? 0 : answerable ? costOfLost : 1), 0);
	const steps = [
		enough.compact,
		...seen.map(({ support }) => support).filter((support) => support > enough.compact && support <= enough.compact * mostRaise),
	].sort((a, b) => a - b);
	const between = steps.map((step, index) => (index === 0 ? step : (step + (steps[index - 1] ?? step)) / 2));
	const best = between.reduce((least, value) => (costAt(value) < costAt(least) ? value : least));
	const raise = best / enough.compact;
	const rounded = (value: number) => Number((value * raise).toPrecision(4));
	return { full: rounded(enough.full), compact: rounded(enough.compact) };
}
