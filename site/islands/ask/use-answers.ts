import { useEffect, useRef, useState, type RefObject } from "react";
import type { AnswerView } from "#site/ask/answer-view.ts";
import type { AskSite } from "./open-answers.ts";

/** The place of answers below a field of React's. */
export interface Answers {
	/** The element that the answers stand in; React leaves it empty. */
	place: RefObject<HTMLDivElement | null>;
	/** Answers, in `place`. @param around where the question is written; the focus is led from there */
	ask: (question: string, around: HTMLElement | null) => Promise<void>;
	/** Takes the answer away. */
	clear: () => void;
	/** Fetches the code, because somebody is about to ask. */
	warmUp: () => void;
	/** The code could not be loaded. */
	failed: boolean;
}

const load = () => import("./open-answers.ts");

/** Answers questions of an island. The code comes with the first one. */
export function useAnswers(site: AskSite): Answers {
	const place = useRef<HTMLDivElement>(null);
	const latest = useRef(site);
	const view = useRef<AnswerView | null>(null);
	const [failed, setFailed] = useState(false);

	useEffect(() => {
		latest.current = site;
	});

	return {
		place,
		async ask(question, around) {
			try {
				const { openAnswers } = await load();
				if (!place.current) return;
				view.current ??= await openAnswers(place.current, around ?? place.current, latest);
				setFailed(false);
				await view.current.ask(question);
			} catch {
				setFailed(true);
			}
		},
		clear: () => view.current?.clear(),
		warmUp() {
			// What fails now is told when somebody asks.
			load().catch(() => undefined);
		},
		failed,
	};
}
