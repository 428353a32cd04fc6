import { limits } from "#contract/limits.ts";
import { createAnswerView, type AnswerView } from "#site/ask/answer-view.ts";
import { sendQuestion } from "#site/ask/send-question.ts";
import type { TreeFile } from "#site/ask/types.ts";
import { loadAskStrings } from "#site/strings/ask.ts";
import askCss from "#site/styles/ask.css?inline";
import { readableOn } from "../colours.ts";
import { asksForTab, makeSheet } from "../dom.ts";
import { placeOf } from "../place-of.ts";
import { noteAnswers } from "./note-answers.ts";
import type { Settler } from "./settle.ts";
import type { Tools } from "./views.ts";

/** The box's styles with the panel's colours. The host page decides how large a `rem` is, so lengths are in pixels here. */
function styles({ accent }: Pick<Tools["config"], "accent">): CSSStyleSheet {
	const tokens = Object.entries({
		...{ page: "var(--tz-page)", raised: "var(--tz-raised)", surface: "var(--tz-surface)", text: "var(--tz-text)", muted: "var(--tz-muted)" },
		...{ line: "var(--tz-line)", "line-strong": "var(--tz-line-strong)", bad: "light-dark(#b01c1c,#f99a9a)", accent: "var(--tz-link)" },
		...{ "accent-soft": "color-mix(in oklab,var(--tz-link) 9%,var(--tz-page))", "accent-line": "color-mix(in oklab,var(--tz-link) 40%,var(--tz-page))" },
		...{ "on-accent": `light-dark(${readableOn(accent.light)},${readableOn(accent.dark)})` },
		...{ radius: "12px", "radius-small": "10px", small: "14px", h1: "22px", h2: "17px", h3: "16px", measure: "none" },
	});
	const own = `.ask-box{${tokens.map(([name, value]) => `--${name}:${value}`).join(";")}}`;
	return makeSheet(own + askCss.replace(/(\d*\.?\d+)rem\b/g, (_, size: string) => `${Number(size) * 16}px`));
}

/** Opens the place in which questions are answered. @param around where the question is written */
export async function openAnswers(tools: Tools, settler: Settler, root: HTMLElement, around: HTMLElement): Promise<AnswerView> {
	const { config, session, page, go, identity, say } = tools;
	const { locale, base } = config;
	const contact = page(`${base}/contact/`);
	tools.root.adoptedStyleSheets.push(styles(config));

	// The way to a person is the panel's own form; whatever else leads away opens beside the host page, not in its place.
	root.addEventListener("click", (event) => {
		const link = event.composedPath().find((each): each is HTMLAnchorElement => each instanceof HTMLAnchorElement);
		if (!link || event.defaultPrevented) return;
		if (link.href.startsWith(contact)) {
			event.preventDefault();
			go.contact(new URL(link.href).searchParams.get("q") ?? "");
		} else if (/^https?:/.test(link.protocol)) {
			link.target = "_blank";
			link.rel = "noopener noreferrer";
		}
	});

	return createAnswerView(
		{
			root,
			t: await loadAskStrings(locale),
			say,
			links: { contact: (question) => `${contact}${question ? `?q=${encodeURIComponent(question)}` : ""}`, search: null, page, newTab: true },
			send(question, following) {
				const token = identity();
				const asked = { ...question, locale, place: "widget", ...(token !== "" && token.length <= limits.identity && { identity: token }) };
				return sendQuestion((accept, signal) => session.wire.ask(asked, accept, signal), following);
			},
			readTree: (path) => session.wire.read<TreeFile>(path).catch(() => null),
			onEvent: noteAnswers(session, settler),
			onSource({ id, url }, event) {
				if (asksForTab(event)) return;
				event.preventDefault();
				const [, at] = url.split("#");
				void go.article(id, { ...(at && { at: placeOf(at) }) });
			},
		},
		around,
	);
}
