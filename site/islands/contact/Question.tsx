import type { RefObject } from "react";
import { limits } from "#contract/limits.ts";
import { isComposing } from "#site/islands/search/typing.ts";
import { useWords } from "./words.ts";

interface QuestionProps {
	input: RefObject<HTMLTextAreaElement | null>;
	question: string;
	/** This code is there; until then the question is a plain form that leads to the search page. */
	started: boolean;
	example?: string | undefined;
	onChange: (question: string) => void;
	onSend: () => void;
	/** Somebody is about to ask. */
	onStart: () => void;
}

/** The question before the form, in as many words as somebody likes; the button answers it. The way to the form is the next stop after it. */
export function Question({ input, question, started, example, onChange, onSend, onStart }: QuestionProps) {
	const { t, say, base } = useWords();
	return (
		<form
			action={`${base}/search/`}
			method="get"
			onSubmit={(event) => {
				event.preventDefault();
				onSend();
			}}
		>
			<label className="field" htmlFor="contact-question">
				{t.question}
			</label>
			<div className="ask-first">
				<textarea
					ref={input}
					id="contact-question"
					name="q"
					rows={1}
					value={question}
					maxLength={started ? limits.longText : limits.query}
					autoComplete="off"
					placeholder={example ? say(t.example, { example }) : undefined}
					onFocus={onStart}
					onChange={(event) => onChange(event.target.value)}
					onKeyDown={(event) => {
						// Enter asks, as in a search box; Shift and Enter make a new line.
						if (event.key !== "Enter" || event.shiftKey || isComposing(event)) return;
						event.preventDefault();
						onSend();
					}}
				/>
				<button className="button quiet" type="submit">
					{t.find}
				</button>
			</div>
		</form>
	);
}
