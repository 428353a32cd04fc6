import type { AnswerSource } from "#contract/answers.ts";
import type { Walk } from "#site/lib/troubleshooter/add-walk.ts";
import { leadFocus, make, makeButton, makePageLink } from "./elements.ts";
import type { Surroundings, TreeFile } from "./types.ts";
import { backTo, beginWalk, choose, entryOf, type WalkState } from "./walk.ts";

type GuideOptions = Pick<Surroundings, "t" | "say" | "links"> & {
	/** Told of the start, and after each step. */
	onStep: (walk: Walk) => void;
	onOpen: (source: AnswerSource, event: MouseEvent) => void;
};

/** Walks a guided troubleshooter in a place: one question at a time, with the way back. */
export function showGuide(place: HTMLElement, file: TreeFile, { t: { ask, guided }, say, links, onStep, onOpen }: GuideOptions): void {
	const status = make("p", "ask-unseen");
	status.setAttribute("role", "status");
	const path = make("ol", "ask-path");
	path.setAttribute("aria-label", guided.soFar);
	const node = make("div", "ask-node");
	const again = makeButton(guided.startAgain, () => go(beginWalk(file.tree), ""), "ask-plain");
	const root = make("section", "ask-guide", status, path, node, again);
	root.setAttribute("aria-label", ask.guide);

	/** Shows where the walk stands. @param answer the words that led here; empty after going back */
	function go(state: WalkState | null, answer: string): void {
		if (!state) return;
		const { given, at } = state;
		path.replaceChildren(...given.map(({ question, choice }, index) => answered(question.words, choice.words, () => go(backTo(state, index), ""))));
		path.hidden = again.hidden = given.length === 0;
		const heading = make("h3", "", at.words);
		const text = at.text.split("\n").filter((line) => line.trim() !== "");
		node.replaceChildren(heading, ...text.map((line) => make("p", "", line)), next(state));
		const message = answer === "" ? guided.back : at.kind === "outcome" ? guided.found : guided.nextQuestion;
		status.textContent = say(message, { answer, number: given.length + 1 });
		leadFocus(heading);
		onStep(entryOf(file, state));
	}

	function answered(question: string, answer: string, change: () => void): HTMLElement {
		const button = makeButton(guided.change, change, "ask-plain");
		button.setAttribute("aria-label", say(guided.changeAnswer, { question }));
		return make("li", "", make("span", "ask-muted", question), " ", make("strong", "", answer), " ", button);
	}

	/** The answers that may be given; at the end the way to the same place of the article. */
	function next(state: WalkState): HTMLElement {
		const { at } = state;
		if (at.kind === "outcome") {
			const source = { id: file.article, title: file.title, url: `${file.url}#${at.id}`, heading: at.words };
			const link = makePageLink(source.url, links, "", ask.inArticle);
			link.addEventListener("click", (event) => onOpen(source, event));
			return make("p", "", link);
		}
		const press = (choice: (typeof at.choices)[number]) => go(choose(state, choice, file.tree), choice.words);
		return make(
			"ul",
			"",
			...at.choices.map((choice) =>
				make(
					"li",
					"",
					makeButton(choice.words, () => press(choice), "ask-choice"),
				),
			),
		);
	}

	place.replaceChildren(root);
	go(beginWalk(file.tree), "");
}
