import { recordEvent } from "#site/api-client.ts";
import { redact } from "#contract/redaction.ts";
import type { SearchAnswer } from "#site/search/types.ts";
import { remember } from "#site/lib/visit.ts";

export type SearchSource = "box" | "page" | "contact" | "not-found";

/** A search is settled after this long without typing, or on Enter or a click. */
export const settleMs = 1500;
const extendMs = 30_000;
const longest = 200;
const key = "last-search";

interface Settled {
	id: string;
	query: string;
	at: number;
}

function lastSettled(): Settled | null {
	try {
		return JSON.parse(sessionStorage.getItem(key) ?? "null") as Settled | null;
	} catch {
		return null;
	}
}

/**
 * Notes a settled search and returns its id. The same words again within the time keep their id; words that only extend the
 * last ones replace it. What is not confidently answered counts as no result, whatever topics were shown.
 */
export function settleSearch(answer: SearchAnswer, source: SearchSource, category?: string): string | null {
	const query = redact(answer.query.replace(/\s+/g, " ").trim()).slice(0, longest);
	if (query.length < 2) return null;
	const last = lastSettled();
	const recent = last && Date.now() - last.at < extendMs ? last : null;
	if (recent?.query === query) return recent.id;
	const results = answer.answered ? Math.min(answer.results.length, 1000) : 0;
	const replaces = recent && query.startsWith(recent.query) ? recent.id : undefined;
	const id = recordEvent({ type: "search_settled", query, results, source, ...(category && { category }), ...(replaces && { replaces }) });
	remember({ kind: "search", query, results });
	try {
		sessionStorage.setItem(key, JSON.stringify({ id, query, at: Date.now() } satisfies Settled));
	} catch {
		// Without storage an extended search counts as one of its own.
	}
	return id;
}

/** Notes that a result was used. */
export function clickResult(search: string | null, article: string, position: number, how: "opened" | "answered" = "opened"): void {
	if (search) recordEvent({ type: "search_clicked", search, article, position, how });
}
