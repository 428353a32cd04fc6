import { useRef, useState } from "react";
import { readsAsQuestion } from "#site/ask/reads-as-question.ts";
import { contactUrl, useWords } from "./words.tsx";

const load = () => import("#site/islands/ask/open-answers.ts");

/** Below the results: a box for a question in a sentence, opened by a button. @param waiting its code is not there yet; its place is kept */
export function AskInstead({ query, waiting }: { query: string; waiting: boolean }) {
	const { t, base, format } = useWords();
	const place = useRef<HTMLDivElement>(null);
	const [state, setState] = useState<"closed" | "open" | "failed">("closed");

	async function open() {
		try {
			const { openBox } = await load();
			if (!place.current) return;
			const links = { contact: (question: string) => contactUrl(base, question), search: null };
			const box = await openBox(place.current, { current: { place: "search", format, links } });
			if (readsAsQuestion(query)) box.fill(query.trim());
			setState("open");
			box.focus();
		} catch {
			setState("failed");
		}
	}

	return (
		<div className="ask-instead" inert={waiting}>
			{state === "open" ? null : (
				<button className="button quiet" type="button" onPointerEnter={() => void load().catch(() => undefined)} onClick={() => void open()}>
					{t.askInstead}
				</button>
			)}
			{state === "failed" ? (
				<p className="notice bad" role="alert">
					{t.askNotLoaded}
				</p>
			) : null}
			<div ref={place} />
		</div>
	);
}
