import type { Answer, AnswerSource, FoundAnswer, Guess, UnsureAnswer } from "#contract/answers.ts";
import type { ProblemDocument } from "#contract/problem.ts";
import { leadFocus, make, makeButton, makeLink } from "./elements.ts";
import { showGuide } from "./show-guide.ts";
import { makeContactLink, showPerson, showPersonBeside } from "./show-person.ts";
import { showPieces } from "./show-pieces.ts";
import type { Surroundings } from "./types.ts";

/** What was asked. */
interface Asked {
	id: string;
	/** As it was written. */
	words: string;
	/** Asks once more. */
	again: () => void;
}

/** Shows what came of one question. Each begins with its heading. */
export interface Show {
	answer: (answer: Answer) => HTMLElement[];
	/** Nobody answered: in plain words, with every other way on. */
	failure: (problem: Pick<ProblemDocument, "detail"> | null) => HTMLElement[];
	/** Notes that a source is opened. */
	open: (source: AnswerSource, position: number, event: MouseEvent) => void;
}

/** Makes what shows the answer to one question. */
export function createShow({ t, say, links, readTree, onEvent, onSource, onContact }: Surroundings, { id, words, again }: Asked): Show {
	const person = { t, links, question: words, onContact };

	function open(source: AnswerSource, position: number, event: MouseEvent): void {
		onEvent({ type: "source_opened", answer: id, source, position });
		onSource?.(source, event);
	}

	/** Pieces with their sources. */
	function showText({ parts, sources }: Pick<FoundAnswer, "parts" | "sources">, isWritten = false): HTMLElement {
		const numbered = isWritten || new Set(parts.map(({ source }) => source)).size > 1;
		const pieces = showPieces({ t, say, links, numbered, from: isWritten ? t.ask.written : t.ask.from, onOpen: open });
		pieces.use(sources);
		for (const part of parts) pieces.add(part);
		return pieces.node;
	}

	function showFound(answer: FoundAnswer): HTMLElement[] {
		const end = make("div", "ask-end", askWhetherHelped(answer), showPersonBeside(answer.person, person));
		return [make("h2", "", t.ask.answer), showText(answer, answer.way === "written"), ...offerGuide(answer, end), end];
	}

	function showUnsure(answer: UnsureAnswer): HTMLElement[] {
		const { guesses, nearest } = answer;
		const near = showPieces({ t, say, links, numbered: false, from: t.ask.nearest, onOpen: open });
		near.list(nearest);
		const end = make("div", "ask-end", ...(guesses.length > 0 ? [askWhetherHelped(answer)] : []), showPerson("", answer.person, person));
		return [make("h2", "", t.ask.unsure), ...showGuesses(guesses), ...(nearest.length > 0 ? [near.node] : []), ...offerGuide(answer, end), end];
	}

	/** Places that may help, the first one open. */
	function showGuesses(guesses: readonly Guess[]): HTMLElement[] {
		if (guesses.length === 0) return [];
		const items = guesses.map(({ source, parts }, index) => {
			const pieces = showPieces({ t, say, links, numbered: false, from: t.ask.from, onOpen: (opened, _, event) => open(opened, index + 1, event) });
			for (const part of parts) pieces.add({ ...part, source: 0 });
			pieces.list([source]);
			const summary = make("summary", "", source.heading ?? source.title);
			summary.dir = "auto";
			const item = make("details", "ask-guess", summary, pieces.node);
			item.open = index === 0;
			return item;
		});
		return [make("p", "ask-muted", t.ask.guess), make("div", "ask-guesses", ...items)];
	}

	/** The guided troubleshooter of the best article, walked here. Where it ends it is asked whether it helped. */
	function offerGuide(answer: FoundAnswer | UnsureAnswer, end: HTMLElement): HTMLElement[] {
		const { tree } = answer;
		if (!tree) return [];
		const place = make("div", "ask-guided");
		const start = makeButton(t.ask.guide, async () => {
			start.setAttribute("aria-disabled", "true");
			const file = await readTree(tree);
			if (!file) return place.replaceChildren(make("p", "ask-muted", t.ask.noGuide));
			showGuide(place, file, {
				t,
				say,
				links,
				onStep(walk) {
					onEvent({ type: "walked", answer: id, walk });
					end.replaceChildren(...(walk.outcome === undefined ? [] : [askWhetherHelped(answer)]), showPersonBeside(answer.person, person));
				},
				onOpen: (source, event) => open(source, 1, event),
			});
		});
		place.append(start);
		return [place];
	}

	/** Yes ends it; No leads to a person. */
	function askWhetherHelped(found: FoundAnswer | UnsureAnswer): HTMLElement {
		function end(type: "answer_solved" | "answer_rejected", content: HTMLElement): void {
			onEvent({ type, answer: id, found });
			box.parentElement?.replaceChildren(content);
			leadFocus(content);
		}
		const box = make(
			"div",
			"ask-helped",
			make("p", "", t.ask.helped),
			makeButton(t.ask.yes, () => end("answer_solved", make("p", "ask-thanks", t.ask.thanks))),
			makeButton(t.ask.no, () => end("answer_rejected", showPerson(t.ask.sorry, found.person, person))),
		);
		box.setAttribute("role", "group");
		box.setAttribute("aria-label", t.ask.helped);
		return box;
	}

	return {
		open,
		answer(answer) {
			if (answer.kind === "answered") return showFound(answer);
			if (answer.kind === "unsure") return showUnsure(answer);
			const heading = make("h2", "", answer.reason === "tier" ? t.ask.tier : t.ask.urgent);
			return [heading, showPerson("", answer.person, { ...person, urgent: true })];
		},
		failure(problem) {
			const ways = [
				makeButton(t.ask.again, again),
				...(links.search ? [makeLink(links.search(words), "ask-button quiet", t.ask.search)] : []),
				makeContactLink(t.ask.write, "ask-button quiet", person),
			];
			return [make("p", "ask-failed", problem?.detail ?? t.ask.failed), make("p", "ask-choices", ...ways)];
		},
	};
}
