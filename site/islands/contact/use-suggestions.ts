import { useEffect, useState, useSyncExternalStore } from "react";
import { articleBefore } from "#site/browser/contact-visit.ts";
import { changeContact, contactState, onContactChange, type ContactState } from "#site/browser/contact-state.ts";
import { settleMs } from "#site/browser/settle-search.ts";
import { useSearch } from "#site/islands/search/use-search.ts";
import { firstSentence, hasMoreSentences } from "#site/lib/split-question.ts";
import type { SearchDocument } from "#site/search/types.ts";
import { rankSuggestions } from "./rank.ts";

const shown = 3;
const wanted = 8;

/** What the form below says now. */
export function useContactState(): ContactState {
	return useSyncExternalStore(onContactChange, contactState, contactState);
}

interface Circumstances {
	/** Nothing is looked up for subjects that belong to a person. */
	active: boolean;
	/** Ids of articles that did not help. */
	rejected: readonly string[];
	/** Categories of articles that answer a ticket category, by its id. */
	answeredIn: Record<string, string[]>;
	/** Begins the addresses of the language that is searched. */
	base: string;
}

interface Suggestions {
	/** Best first. */
	documents: SearchDocument[];
	/** Something was searched for and answered, with articles or without. */
	answered: boolean;
	/** What is shown has rested so long that it was read. */
	rested: boolean;
	/** Counts the search because one of these is used; null where it came from words in the form, which are nobody's search yet. */
	settle: (document: SearchDocument) => string | null;
	/** Counts the question as a search, because it was sent with Enter. */
	settleQuestion: () => void;
}

/**
 * Articles that may answer: to the first sentence of the question, which is what it is about, then to all that was written. Only
 * the first sentence is counted as a search; the rest is a message that was not sent yet, and is looked up in the browser alone.
 */
export function useSuggestions(question: string, { active, rejected, answeredIn, base }: Circumstances): Suggestions {
	const { description, category } = useContactState();
	const isLong = hasMoreSentences(question);
	const opening = isLong ? firstSentence(question) : question;
	const whole = isLong || description !== "" ? `${question}\n${description}`.trim() : "";
	const asked = useSearch(active ? opening : "", { source: "contact", base, limit: wanted });
	const told = useSearch(active ? whole : "", { source: "contact", base, limit: wanted, counts: false });
	const ranked = [asked, told].map(({ answer }) =>
		answer?.answered ? rankSuggestions(answer.results, { article: articleBefore(), answeredIn: answeredIn[category] ?? [] }) : [],
	);
	const all = new Map(ranked.flat().map((document) => [document.id, document]));
	const documents = [...all.values()].filter(({ id }) => !rejected.includes(id)).slice(0, shown);
	const ids = documents.map(({ id }) => id).join(" ");
	const [restedOn, setRestedOn] = useState("");

	useEffect(() => {
		changeContact({ suggested: documents.length });
		const timer = setTimeout(() => setRestedOn(ids), settleMs);
		return () => clearTimeout(timer);
	}, [ids]);

	return {
		documents,
		answered: asked.answer !== null || told.answer !== null,
		rested: asked.settled || (restedOn === ids && ids !== ""),
		settle: ({ id }) => (ranked[0]?.some((document) => document.id === id) ? asked.settle() : null),
		settleQuestion: () => asked.settleWords(opening),
	};
}
