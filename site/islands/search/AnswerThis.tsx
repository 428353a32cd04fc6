import { useEffect, useRef } from "react";
import { readsAsQuestion } from "#site/ask/reads-as-question.ts";
import { useAnswers } from "#site/islands/ask/use-answers.ts";
import { contactUrl, useWords } from "./words.tsx";

interface AnswerThisProps {
	query: string;
	/** What was found, in words; stands beside the button. */
	count: string;
	/** The words may be answered: the search for them is done. */
	offered: boolean;
}

/** How much was found; and where the words read as a question, a button that answers it above the results. */
export function AnswerThis({ query, count, offered }: AnswerThisProps) {
	const { t, base, format } = useWords();
	const row = useRef<HTMLDivElement>(null);
	const answers = useAnswers({ place: "search", format, links: { contact: (question) => contactUrl(base, question), search: null } });
	const { clear } = answers;
	const words = query.trim();

	// Other words are another question.
	useEffect(() => clear, [words]);

	return (
		<div>
			<div ref={row} className="result-count">
				<p aria-hidden="true">{count}</p>
				{offered && readsAsQuestion(words) ? (
					<button
						className="button quiet small"
						type="button"
						onPointerEnter={answers.warmUp}
						onFocus={answers.warmUp}
						onClick={() => void answers.ask(words, row.current)}
					>
						{t.answerThis}
					</button>
				) : null}
			</div>
			{answers.failed ? (
				<p className="notice bad" role="alert">
					{t.askNotLoaded}
				</p>
			) : null}
			<div ref={answers.place} />
		</div>
	);
}
