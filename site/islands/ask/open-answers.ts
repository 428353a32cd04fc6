import type { AnswerPlace } from "#contract/answers.ts";
import { postQuestion, readFile } from "#site/api-client.ts";
import { createAnswerView, type AnswerView } from "#site/ask/answer-view.ts";
import { createAskBox, type AskBox } from "#site/ask/create-ask-box.ts";
import { sendQuestion } from "#site/ask/send-question.ts";
import type { Surroundings, TreeFile } from "#site/ask/types.ts";
import { signedIdentity } from "#site/browser/signed-identity.ts";
import { loadAskStrings } from "#site/strings/ask.ts";
import { createSay } from "#site/strings/message.ts";
import askStyles from "#site/styles/ask.css?url";
import { noteAnswers } from "./note-answers.ts";

/** Where on the site somebody asks. What it says is read anew with each question. */
export interface AskSite {
	place: AnswerPlace;
	/** How numbers are written, as BCP 47. */
	format: string;
	links: Surroundings["links"];
	/** Id of the ticket category that is chosen, or empty. */
	category?: string;
	/** An answer helped; told of its first article's title. */
	onSolved?: (title: string) => void;
}

let styled: Promise<unknown> | undefined;

/** Brings the styles of answers, once in a page. They are no part of its own: most readers never ask. What cannot be loaded leaves plain words. */
function bringStyles(): Promise<unknown> {
	return (styled ??= new Promise((done) => {
		const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: askStyles });
		link.addEventListener("load", done);
		link.addEventListener("error", done);
		document.head.append(link);
	}));
}

async function surroundingsOf(root: HTMLElement, site: { readonly current: AskSite }): Promise<Surroundings> {
	const { place, format, links } = site.current;
	const note = noteAnswers(place);
	const [t] = await Promise.all([loadAskStrings(document.documentElement.lang), bringStyles()]);
	return {
		root,
		t,
		say: createSay(format),
		links,
		send(question, following) {
			const { category } = site.current;
			const identity = signedIdentity();
			const asked = { ...question, place, ...(category && { category }), ...(identity && { identity }) };
			return sendQuestion((accept, signal) => postQuestion(asked, accept, signal), following);
		},
		async readTree(path) {
			const reply = await readFile<TreeFile>(path);
			return reply.ok ? reply.answer : null;
		},
		onEvent(event) {
			note(event);
			if (event.type !== "answer_solved") return;
			const { found } = event;
			const [source] = found.kind === "answered" ? found.sources : [...found.guesses.map(({ source: place }) => place), ...found.nearest];
			if (source) site.current.onSolved?.(source.title);
		},
	};
}

/** Opens the place of answers in a page of the site. @param around where the question is written */
export async function openAnswers(root: HTMLElement, around: HTMLElement, site: { readonly current: AskSite }): Promise<AnswerView> {
	return createAnswerView(await surroundingsOf(root, site), around);
}

/** Opens a box for questions in a page of the site. */
export async function openBox(root: HTMLElement, site: { readonly current: AskSite }): Promise<AskBox> {
	return createAskBox(await surroundingsOf(root, site));
}
