import { limits } from "#contract/limits.ts";
import type { AnswerView } from "#site/ask/answer-view.ts";
import type { Search } from "#site/search/create-search.ts";
import type { SearchAnswer, SearchResult } from "#site/search/types.ts";
import { readsAsQuestion } from "#site/ask/reads-as-question.ts";
import { tidy } from "#site/lib/tidy.ts";
import { make, makeButton } from "../dom.ts";
import { createSettler, settleMs } from "./settle.ts";
import type { Tools } from "./views.ts";

const typingMs = 150;
const shown = 6;

/** A field that answers as one types, and what it finds. `instead`: what stands there while nothing is written. */
export function searchField(tools: Tools, instead: HTMLElement) {
	const { config, session, frame, say, link } = tools;
	const { t } = config;
	const settler = createSettler(session);
	const input = make("input", {
		type: "search",
		id: "search",
		autocomplete: "off",
		enterkeyhint: "search",
		maxlength: limits.query,
		placeholder: t.widget.search,
	});
	const found = make("div", { class: "found", hidden: true });
	const answer = make("div", { class: "answer" });
	const form = make("form", { role: "search" }, make("label", { for: "search", class: "unseen" }, t.widget.search), input);
	let engine: Promise<Search> | undefined;
	let answering: Promise<AnswerView> | undefined;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let settling: ReturnType<typeof setTimeout> | undefined;
	let turn = 0;
	/** Notes the search that is shown; a click does it before the time is over. */
	let settle: () => string | null = () => null;

	/** What was asked in a sentence is answered above the results. It is no failure of the search where that cannot be loaded. */
	function answerNow(question: string): void {
		answering ??= import("./answers.ts").then(({ openAnswers }) => openAnswers(tools, settler, answer, form));
		answering.catch(() => (answering = undefined));
		void answering.then(
			(view) => view.ask(question),
			() => undefined,
		);
	}

	function load(): Promise<Search> {
		engine ??= import("./search-engine.ts").then(({ openSearch }) => openSearch(session.wire, config.base));
		engine.catch(() => (engine = undefined));
		return engine;
	}

	async function look(typing: boolean): Promise<void> {
		const query = input.value.trim();
		const mine = ++turn;
		clearTimeout(settling);
		settle = () => null;
		found.hidden = query === "";
		instead.hidden = query !== "";
		if (query === "") return;
		try {
			const search = await load();
			// A new deployment takes the files of an old index away.
			const answer = await search(query, { limit: shown, typing }).catch(async () => {
				engine = undefined;
				return (await load())(query, { limit: shown, typing });
			});
			if (mine !== turn) return;
			settle = () => (clearTimeout(settling), settler.settle(tidy(query, limits.query), answer));
			if (typing && !answer.answered) {
				// Words that are not finished are no question without an answer yet.
				settling = setTimeout(() => void look(false), settleMs - typingMs);
				return;
			}
			show(answer);
			if (typing) settling = setTimeout(() => settle(), settleMs - typingMs);
			else settle();
		} catch {
			if (mine !== turn) return;
			found.replaceChildren(
				make("p", {}, t.widget.searchFailed),
				makeButton(t.widget.again, () => void look(false), { class: "quiet" }),
			);
			frame.announce(t.widget.searchFailed);
		}
	}

	function show({ answered, results, didYouMean }: SearchAnswer): void {
		const lines = results.map((result, index) => make("li", {}, lineOf(result, index + 1)));
		const words = didYouMean ?? "";
		const meant = makeButton(words, () => ask(words), { class: "words" });
		const [before = "", after = ""] = t.widget.didYouMean.split("{words}");
		const told = answered ? say(t.widget.results, { count: results.length }) : results.length > 0 ? t.widget.noAnswer : t.widget.nothing;
		found.replaceChildren(
			...(words && !answered ? [make("p", {}, before, meant, after)] : []),
			...(answered ? [] : [make("p", { class: "muted" }, told)]),
			make("ul", { class: "lines" }, ...lines),
		);
		frame.announce(told);
	}

	function lineOf({ document: { id, title, summary, url }, heading }: SearchResult, position: number): HTMLAnchorElement {
		const { locale } = config;
		return link({ id, title, locale, url, summary: heading ? `${summary} › ${heading.text}` : summary }, () => {
			settler.click(settle(), id, position, "opened");
		});
	}

	function ask(words: string): void {
		input.value = words;
		void look(false);
	}

	input.addEventListener("focus", () => void load().catch(() => undefined), { once: true });
	input.addEventListener("input", (event) => {
		// Other words are another question.
		void answering?.then((view) => view.clear());
		clearTimeout(timer);
		if (!(event instanceof InputEvent && event.isComposing)) timer = setTimeout(() => void look(input.value.trim().length > 0), typingMs);
	});
	form.addEventListener("submit", (event) => {
		event.preventDefault();
		clearTimeout(timer);
		void look(false);
		const words = input.value.trim();
		if (config.answers && readsAsQuestion(words)) answerNow(words);
	});
	return {
		element: make("div", { class: "search" }, form, answer, found),
		ask,
		focus: () => input.focus(),
		words: () => input.value.trim(),
		leave() {
			clearTimeout(timer);
			settle();
		},
	};
}
