import { useEffect, useRef, useState } from "react";
import type { SearchAnswer, SearchFilters } from "#site/search/types.ts";
import { searchEngine } from "./engine.ts";
import { settleMs, settleSearch, type SearchSource } from "./settle.ts";

/** Where a search stands. */
export interface SearchState {
	/** The last answer; null before the first. */
	answer: SearchAnswer | null;
	/** The search's files could not be loaded. */
	failed: boolean;
	/** Counts the search now, because it was used; returns its id. */
	settle: () => string | null;
}

const minimumLength = 2;

/** Answers while somebody types, and counts what has settled. */
export function useSearch(query: string, source: SearchSource, filters: SearchFilters = {}): SearchState {
	const [answer, setAnswer] = useState<SearchAnswer | null>(null);
	const [failed, setFailed] = useState(false);
	const latest = useRef<SearchAnswer | null>(null);
	const { category, type } = filters;

	useEffect(() => {
		let current = true;
		if (query.trim().length < minimumLength) {
			latest.current = null;
			setAnswer(null);
			return;
		}
		searchEngine()
			.then((search) => search(query, { ...(category && { category }), ...(type && { type }) }))
			.then((found) => {
				if (!current) return;
				latest.current = found;
				setAnswer(found);
				setFailed(false);
			})
			.catch(() => current && setFailed(true));
		const timer = setTimeout(() => latest.current?.query === query && settleSearch(latest.current, source, category), settleMs);
		return () => {
			current = false;
			clearTimeout(timer);
		};
	}, [query, source, category, type]);

	return { answer, failed, settle: () => (latest.current ? settleSearch(latest.current, source, category) : null) };
}
