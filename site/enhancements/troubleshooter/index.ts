import { keep, recall } from "#site/browser/visit.ts";
import { addWalk } from "#site/lib/troubleshooter/add-walk.ts";
import { walkEntry } from "#site/lib/troubleshooter/walk-entry.ts";
import { askWhetherSolved, fill, makeControls, showAnswers, type Words } from "./controls.ts";
import { answersOfEntry, enter, partInAddress, partsOf, type Answered, type Part } from "./walk.ts";

/** Shows one question at a time. Without script all of them stand on the page, and answers lead from one to the next. */
function enhance(root: HTMLElement): void {
	const words = JSON.parse(root.dataset["guided"] ?? "{}") as Words;
	const parts = partsOf(root);
	const [start] = parts.values();
	if (!start) return;
	const { list, status, again } = makeControls(words, start.id);
	let answers: Answered[] = [];
	let current: Part = start;

	function show(part: Part, given: Answered[]): void {
		answers = given.filter(({ id }) => parts.has(id));
		current = part;
		for (const { section } of parts.values()) {
			// The browser's own search in the page finds what is hidden so, and opens it.
			if (section === part.section) section.removeAttribute("hidden");
			else section.setAttribute("hidden", "until-found");
		}
		showAnswers(list, answers, parts, words);
		again.hidden = part === start && answers.length === 0;
		if (part.isOutcome) askWhetherSolved(part.section, words);
	}

	/** Says where the reader is now, and lets reading go on there. */
	function tell(answer?: string): void {
		const message = current.isOutcome ? words.found : answer === undefined ? words.back : words.nextQuestion;
		status.textContent = answer === undefined && current.isOutcome ? "" : fill(message, { answer: answer ?? "", number: String(answers.length + 1) });
		current.heading.tabIndex = -1;
		current.heading.focus();
	}

	function move(id: string, given: Answered[], answer?: string): void {
		const part = parts.get(id);
		if (!part) return;
		enter(id, given);
		show(part, given);
		tell(answer);
		rememberWalk(answers, part, parts);
	}

	root.addEventListener("click", (event) => {
		const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href^='#']") : null;
		const id = decodeURIComponent(link?.hash.slice(1) ?? "");
		if (!link || !parts.has(id) || event.ctrlKey || event.metaKey || event.shiftKey) return;
		event.preventDefault();
		if (link.classList.contains("guided-choice")) {
			const answer = link.textContent.trim();
			move(id, [...answers, { id: current.id, answer }], answer);
		} else if (link.dataset["step"] !== undefined) move(id, answers.slice(0, Number(link.dataset["step"])));
		else move(id, id === start.id ? [] : answers);
	});
	root.addEventListener("beforematch", ({ target }) => {
		const found = [...parts.values()].find(({ section }) => section === target);
		if (found) show(found, []);
	});
	addEventListener("popstate", () => {
		// Another place of the page leaves the walk as it is.
		const part = location.hash === "" ? start : partInAddress(parts);
		if (!part) return;
		show(part, answersOfEntry());
		if (location.hash !== "") tell();
	});

	const first = start.section;
	first.before(list, status);
	root.append(again);
	show(partInAddress(parts) ?? start, answersOfEntry());
	root.dataset["live"] = "";
}

/** Keeps the walk for the ticket's trail, as everything that was done before writing. */
function rememberWalk(answers: Answered[], part: Part, parts: ReadonlyMap<string, Part>): void {
	const article = document.body.dataset["article"];
	if (!article) return;
	const given = answers.map(({ id, answer }) => ({ question: parts.get(id)?.words ?? "", answer }));
	const title = document.querySelector("h1")?.textContent.trim() ?? article;
	keep("trail", addWalk(recall("trail"), walkEntry({ article, title, answers: given, ...(part.isOutcome && { outcome: part.words }) })));
}

for (const root of document.querySelectorAll<HTMLElement>("[data-guided]")) enhance(root);
