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
	/** The shown answer was counted. */
	settled: boolean;
	/** Counts the shown answer now, because it was used; returns its id. */
	settle: () => string | null;
	/** Counts these words, because they were sent with Enter: at once, or as soon as they are answered. */
	settleWords: (words: string) => void;
}

interface SearchOptions {
	source: SearchSource;
	filters?: SearchFilters;
	/** Whether words that rest are counted. Default: yes */
	counts?: boolean;
}

/** Words that were asked, and what became of them. */
interface Question {
	words: string;
	filters: SearchFilters;
	/** The words have settled; their answer is counted when it is there, however late. */
	due: boolean;
	answer: SearchAnswer | null;
}

const minimumLength = 2;

/** Answers while somebody types, and counts what has settled. */
export function useSearch(query: string, { source, filters: { category, type } = {}, counts = true }: SearchOptions): SearchState {
	const [shown, setShown] = useState<Question | null>(null);
	const [failed, setFailed] = useState(false);
	const [counted, setCounted] = useState<Question | null>(null);
	const asked = useRef<Question | null>(null);
	const awaited = useRef<string | null>(null);

	function count(question: Question): string | null {
		question.due = true;
		if (!question.answer) return null;
		setCounted(question);
		return settleSearch(question.answer, source, question.filters);
	}

	useEffect(() => {
		if (query.trim().length < minimumLength) {
			asked.current = null;
			awaited.current = null;
			setShown(null);
			return;
		}
		const question: Question = {
			words: query,
			filters: { ...(category && { category }), ...(type && { type }) },
			due: awaited.current === query,
			answer: null,
		};
		asked.current = question;
		awaited.current = null;
		searchEngine()
			.then((search) => search(query, question.filters))
			.then((answer) => {
				question.answer = answer;
				if (question.due) count(question);
				if (asked.current !== question) return;
				setShown(question);
				setFailed(false);
			})
			.catch(() => asked.current === question && setFailed(true));
		const timer = counts ? setTimeout(() => count(question), settleMs) : undefined;
		return () => clearTimeout(timer);
		// `count` reads nothing of this render but `source`, which never changes.
	}, [query, category, type, counts]);

	return {
		answer: shown?.answer ?? null,
		failed,
		settled: shown !== null && shown === counted,
		settle: () => (shown ? count(shown) : null),
		settleWords(words) {
			if (asked.current?.words === words) count(asked.current);
			else awaited.current = words;
		},
	};
}
