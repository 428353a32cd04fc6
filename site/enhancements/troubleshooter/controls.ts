import type { Answered, Part } from "./walk.ts";

/** Words of the controls, from the page, and the address of its contact form. */
export type Words = Record<
	"contact" | "soFar" | "change" | "changeAnswer" | "startAgain" | "nextQuestion" | "found" | "back" | "solved" | "yes" | "no",
	string
>;

/** A message with its `{names}` filled in. */
export function fill(message: string, values: Record<string, string>): string {
	return message.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

function make(tag: string, className: string, ...children: (Node | string)[]): HTMLElement {
	const element = document.createElement(tag);
	if (className) element.className = className;
	element.append(...children);
	return element;
}

function link(href: string, className: string, text: string): HTMLAnchorElement {
	const element = document.createElement("a");
	element.href = href;
	element.className = className;
	element.textContent = text;
	return element;
}

/** The answers so far, each with a link back to its question. */
export function showAnswers(list: HTMLElement, answers: Answered[], parts: ReadonlyMap<string, Part>, words: Words): void {
	const items = answers.map(({ id, answer }, index) => {
		const question = parts.get(id)?.words ?? "";
		const change = link(`#${id}`, "guided-change", words.change);
		change.dataset["step"] = String(index);
		change.setAttribute("aria-label", fill(words.changeAnswer, { question }));
		return make("li", "", make("span", "", question), make("strong", "", answer), change);
	});
	list.replaceChildren(...items);
	list.hidden = items.length === 0;
}

/** “Did this solve it?” below an outcome. Yes is the page's own vote; No leads to a person, with the path. Nothing on a page without a vote. */
export function askWhetherSolved(outcome: HTMLElement, words: Words): void {
	const vote = document.querySelector<HTMLButtonElement>('[data-vote] button[value="yes"]');
	const article = document.body.dataset["article"];
	if (!vote || !article || outcome.querySelector(".guided-solved")) return;
	const yes = document.createElement("button");
	yes.type = "button";
	yes.className = "button quiet small";
	yes.textContent = words.yes;
	yes.addEventListener("click", () => {
		vote.focus();
		vote.click();
	});
	const box = make("div", "guided-solved", make("p", "", words.solved), yes, link(`${words.contact}?from=${article}`, "button quiet small", words.no));
	box.setAttribute("role", "group");
	box.setAttribute("aria-label", words.solved);
	outcome.append(box);
}

/** The parts of the walk that no page has without script: answers so far, a voice, and the way back to the start. */
export function makeControls(words: Words, start: string): { list: HTMLElement; status: HTMLElement; again: HTMLElement } {
	const list = make("ol", "guided-path");
	list.setAttribute("aria-label", words.soFar);
	list.hidden = true;
	const status = make("p", "visually-hidden");
	status.setAttribute("role", "status");
	const again = make("p", "guided-again", link(`#${start}`, "", words.startAgain));
	again.hidden = true;
	return { list, status, again };
}
