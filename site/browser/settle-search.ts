import { recordEvent } from "#site/api-client.ts";
import { limits } from "#contract/limits.ts";
import { tidy } from "#site/lib/tidy.ts";
import type { SearchAnswer, SearchFilters } from "#site/search/types.ts";
import { rememberSearch } from "./recent-searches.ts";
import { keep, recall, remember, isManagersVisit } from "./visit.ts";

export type SearchSource = "box" | "page" | "contact" | "not-found" | "ask";

/** A search is settled after this long without typing, or on Enter or a click. In milliseconds. */
export const settleMs = 1500;
const extendMs = 30_000;
const kept = 50;

/** What is counted of an answer to a search or a question. */
type Settled = Pick<SearchAnswer, "query" | "answered"> & { results: readonly unknown[] };

/**
 * Notes a settled search and returns its id. Equal words and filters are one search for the whole visit, however often they are
 * asked; words that only extend the last ones within half a minute replace it. So does the answer box, asked for words that were
 * searched before without using a result: its word is the last one. What is not confidently answered counts as no result, whatever
 * topics were shown.
 */
export function settleSearch(answer: Settled, source: SearchSource, { category, type }: SearchFilters = {}): string | null {
	const query = tidy(answer.query, limits.query);
	if (query.length < 2 || isManagersVisit()) return null;
	const asked = query.toLowerCase();
	const filters = [category, type].join("|");
	const searches = recall("searches");
	const known = searches.find((search) => search.asked === asked && search.filters === filters);
	// A question is told to a person or to the answer box, and nobody wants to meet it again in a search box.
	const offeredAgain = source !== "contact" && source !== "ask";
	const overruled = known && source === "ask" && !known.used && !known.box ? known : undefined;
	if (known && !overruled) {
		if (offeredAgain) rememberSearch(query);
		keep("searches", [...searches.filter((search) => search !== known), known]);
		return known.id;
	}
	const last = searches.at(-1);
	const extended = last && last.filters === filters && Date.now() - last.at < extendMs && asked.startsWith(last.asked) ? last : undefined;
	const replaced = overruled ?? extended;
	const results = answer.answered ? Math.min(answer.results.length, 1000) : 0;
	const id = recordEvent({
		type: "search_settled",
		query,
		results,
		source,
		...(category && { category }),
		...(type && { contentType: type }),
		...(replaced && { replaces: replaced.id }),
	});
	// A question stands in the trail with its answer.
	if (source !== "ask") remember({ kind: "search", query, results });
	if (offeredAgain) rememberSearch(query, replaced?.asked);
	// What was replaced no longer counts, so the same words would be a new search.
	const settled = { id, asked, filters, at: Date.now(), ...(source === "ask" && { box: { overruled: overruled?.id ?? null } }) };
	keep("searches", [...searches.filter((search) => search !== replaced), settled].slice(-kept));
	return id;
}

/** Notes that a result was used. @param found the search it was found by; where the answer box was asked since, that counts in its place */
export function clickResult(found: string | null, article: string, position: number, how: "opened" | "answered" = "opened"): void {
	if (!found) return;
	const searches = recall("searches");
	const search = searches.find(({ box }) => box?.overruled === found)?.id ?? found;
	keep(
		"searches",
		searches.map((one) => (one.id === search ? { ...one, used: true } : one)),
	);
	recordEvent({ type: "search_clicked", search, article, position, how });
}
