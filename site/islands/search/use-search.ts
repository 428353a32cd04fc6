import { startTransition, useEffect, useRef, useState } from "react";
import { settleMs, settleSearch, type SearchSource } from "#site/browser/settle-search.ts";
import type { SearchAnswer, SearchFilters } from "#site/search/types.ts";
import { searchEngine } from "./engine.ts";

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
	/** Begins the addresses of the language that is searched. Default: nothing, the centre's first one. */
	base?: string;
	filters?: SearchFilters;
	/** Whether words that rest are counted. Default: yes */
	counts?: boolean;
	/** Results wanted at most. Default: 10 */
	limit?: number;
}

/** Words that were asked, and what became of them. */
interface Question {
	words: string;
	filters: SearchFilters;
	/** The words have settled; their answer is counted when it is there, however late. */
	due: boolean;
	/** What is shown; while somebody types it is made in a hurry. */
	answer: SearchAnswer | null;
	/** The answer is the thorough one. */
	thorough: boolean;
}

/** Shorter words are not searched for. */
export const minimumLength = 2;

/** Words that rest so long are searched for thoroughly: also in the full text, and with the last word repaired. */
const restMs = 400;

/** Answers while somebody types, and counts what has settled. */
export function useSearch(query: string, { source, base = "", filters: { category, type } = {}, counts = true, limit = 10 }: SearchOptions): SearchState {
	const [shown, setShown] = useState<Question | null>(null);
	const [failed, setFailed] = useState(false);
	const [counted, setCounted] = useState<Question | null>(null);
	const asked = useRef<Question | null>(null);
	const awaited = useRef<string | null>(null);

	/** Counts an answer; one that was made in a hurry only where it was used as it stood. */
	function count(question: Question, used = false): string | null {
		question.due = true;
		if (!question.answer || !(question.thorough || used)) return null;
		setCounted(question);
		return settleSearch(question.answer, source, question.filters);
	}

	async function ask(question: Question, thorough: boolean): Promise<void> {
		try {
			const answer = await searchEngine(base)(question.words, { ...question.filters, limit, typing: !thorough });
			if (question.thorough) return;
			const isCurrent = asked.current === question;
			// In a hurry nothing was found; that is not yet worth telling.
			if (!thorough && !answer.answered) return;
			Object.assign(question, { answer, thorough });
			if (question.due) count(question);
			if (!isCurrent) return;
			// In pieces, so that the next key does not wait for what the last one found.
			startTransition(() => {
				setShown({ ...question });
				setFailed(false);
			});
		} catch {
			if (asked.current === question) setFailed(true);
		}
	}

	useEffect(() => {
		if (query.trim().length < minimumLength) {
			asked.current = null;
			setShown(null);
			setFailed(false);
			return;
		}
		const question: Question = {
			words: query,
			filters: { ...(category && { category }), ...(type && { type }) },
			due: awaited.current === query,
			answer: null,
			thorough: false,
		};
		asked.current = question;
		awaited.current = null;
		void ask(question, question.due);
		const rest = question.due ? undefined : setTimeout(() => void ask(question, true), restMs);
		const timer = counts ? setTimeout(() => count(question), settleMs) : undefined;
		return () => {
			clearTimeout(rest);
			clearTimeout(timer);
		};
		// `count` and `ask` read nothing of this render but `source` and `base`, which never change.
	}, [query, category, type, counts, limit]);

	return {
		answer: shown?.answer ?? null,
		failed,
		settled: shown !== null && shown.words === counted?.words && shown.filters === counted.filters,
		settle: () => (shown ? count(shown, true) : null),
		settleWords(words) {
			const question = asked.current;
			if (question?.words !== words) awaited.current = words;
			else if (question.thorough) count(question);
			else {
				question.due = true;
				void ask(question, true);
			}
		},
	};
}
