import { useEffect, useRef, useState, type SubmitEvent } from "react";
import { recordEvent } from "#site/api-client.ts";
import { limits } from "#contract/limits.ts";
import { tidy } from "#site/lib/tidy.ts";
import { useWords } from "./words.tsx";

/** A few words of a reader whose search had no good answer, for those who write the articles. */
export function TellUs({ query, settle }: { query: string; settle: () => string | null }) {
	const { t } = useWords();
	const [text, setText] = useState("");
	const [missing, setMissing] = useState(false);
	const [sent, setSent] = useState(false);
	const field = useRef<HTMLTextAreaElement>(null);
	const thanks = useRef<HTMLParagraphElement>(null);

	// The form is gone with its button.
	useEffect(() => {
		if (sent) thanks.current?.focus();
	}, [sent]);

	// Other words without an answer are another thing to tell of; what was not sent yet stays.
	useEffect(() => setSent(false), [query]);

	function send(event: SubmitEvent) {
		event.preventDefault();
		const words = tidy(text, limits.told);
		setMissing(words === "");
		if (words === "") {
			field.current?.focus();
			return;
		}
		const search = settle();
		if (search) recordEvent({ type: "search_told", search, text: words });
		setText("");
		setSent(true);
	}

	if (sent) {
		return (
			<p className="notice thanks" ref={thanks} tabIndex={-1}>
				{t.tellUsThanks}
			</p>
		);
	}
	return (
		<form className="tell-us" onSubmit={send} noValidate>
			<label htmlFor="tell-us">{t.tellUs}</label>
			<p className="muted" id="tell-us-note">
				{t.tellUsNote}
			</p>
			<textarea
				ref={field}
				id="tell-us"
				rows={3}
				maxLength={limits.told}
				value={text}
				required
				aria-describedby={missing ? "tell-us-missing tell-us-note" : "tell-us-note"}
				aria-invalid={missing || undefined}
				onChange={(event) => setText(event.target.value)}
			/>
			{missing ? (
				<p className="field-error" id="tell-us-missing">
					{t.tellUsMissing}
				</p>
			) : null}
			<p>
				<button className="button quiet" type="submit">
					{t.send}
				</button>
			</p>
		</form>
	);
}
