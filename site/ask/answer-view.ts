import { limits } from "#contract/limits.ts";
import { tidy } from "#site/lib/tidy.ts";
import { leadFocus, make, mayLeadFocus } from "./elements.ts";
import { newId } from "./new-id.ts";
import { createShow } from "./show-answer.ts";
import { showPieces } from "./show-pieces.ts";
import type { Surroundings } from "./types.ts";

/** The place where answers stand. */
export interface AnswerView {
	/** Asks; what was asked before is given up. Nothing happens with an empty question. */
	ask: (question: string) => Promise<void>;
	/** Takes the answer away. */
	clear: () => void;
}

/**
 * Answers questions below a field: pieces as they come, with their sources, whether they helped, and always a way to a person.
 *
 * @param around if the focus is in here when the answer comes, it is led to the answer. Default: what the root stands in
 */
export function createAnswerView(surroundings: Surroundings, around: HTMLElement | null = surroundings.root.parentElement): AnswerView {
	const { root, t, say, send, onEvent, links } = surroundings;
	const status = make("p", "ask-status");
	status.setAttribute("role", "status");
	const body = make("div", "ask-body");
	root.classList.add("ask-box");
	root.replaceChildren(status, body);
	let current = new AbortController();

	/** Says how it stands; only those who listen are told of what can be seen elsewhere. */
	function tell(words: string, heard = false): void {
		status.classList.toggle("ask-unseen", heard);
		status.textContent = words;
	}

	function clear(): void {
		current.abort();
		tell("");
		body.replaceChildren();
	}

	/** Shows what begins with a heading, and leads there who has waited for it. */
	function show(content: HTMLElement[]): void {
		const waits = mayLeadFocus(around ?? root);
		const [heading] = content;
		tell(waits ? "" : (heading?.textContent ?? ""), true);
		body.replaceChildren(...content);
		if (!heading || !waits) return;
		leadFocus(heading);
		// The focus alone would only bring the heading into view.
		body.scrollIntoView({ block: "nearest" });
	}

	async function ask(words: string): Promise<void> {
		const question = tidy(words, limits.question);
		if (question.length < 2) return;
		clear();
		const { signal } = (current = new AbortController());
		const id = newId();
		const shown = createShow(surroundings, { id, words: words.trim(), again: () => void ask(words) });
		const growing = showPieces({ t, say, links, numbered: true, from: t.ask.from, onOpen: shown.open });
		tell(t.ask.looking);
		const reply = await send(
			{ id, question },
			{
				signal,
				onEvent(event) {
					if (signal.aborted) return;
					if (event.event === "sources") growing.use(event.sources);
					else growing.add(event.part);
					if (event.event === "part" && !growing.node.isConnected) body.replaceChildren(make("h2", "", t.ask.answer), growing.node);
				},
			},
		);
		if (signal.aborted) return;
		if (reply.ok) onEvent({ type: "answer_shown", answer: id, question, found: reply.answer });
		show(reply.ok ? shown.answer(reply.answer) : shown.failure(reply.problem));
	}

	return { ask, clear };
}
