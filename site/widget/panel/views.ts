import { createSay, type Say } from "#site/strings/message.ts";
import type { ArticleLink } from "../config.ts";
import { asksForTab, make } from "../dom.ts";
import { articleView } from "./article-view.ts";
import { contactView } from "./contact-view.ts";
import type { Frame, View } from "./frame.ts";
import { homeView } from "./home-view.ts";
import type { PanelPlace } from "./index.ts";
import type { Session } from "./session.ts";

/** What every view may use. */
export interface Tools extends PanelPlace {
	session: Session;
	frame: Frame;
	say: Say;
	go: Views;
	/** Full address of a path of the centre. */
	page: (path: string) => string;
	/** An article as a line that opens it in the panel, and as a page in another tab where somebody wants that. */
	link: (article: ArticleLink & { summary?: string; url?: string }, onOpen?: () => void) => HTMLAnchorElement;
}

/** The ways through the panel. */
export interface Views {
	home: (start: { query?: string; topic?: string }) => void;
	/** `at`: id of a place in it; `locale`: the language that it is there in, where that is known. */
	article: (id: string, from?: { at?: string | undefined; locale?: string | undefined }) => Promise<void>;
	contact: (words?: string) => void;
}

/** Joins the views to each other. */
export function createViews(place: PanelPlace & { session: Session; frame: Frame }): Views {
	const { config, frame, centre } = place;
	let contact: View | undefined;

	const go: Views = {
		home: (start) => frame.show(homeView(tools, start), { reset: true }),
		async article(id, { at, locale } = {}) {
			frame.announce(config.t.widget.loading);
			frame.show(await articleView(tools, id, { at, locales: locale === undefined ? config.articleLocales : [locale] }));
			// The page may have opened it at once: search and the other articles are one step back.
			if (frame.isHome()) frame.ground(homeView(tools, {}));
		},
		contact(words) {
			// Words that were written and not sent are there again.
			contact ??= contactView(tools, words ?? "", () => (contact = undefined));
			frame.show(contact);
		},
	};
	const tools: Tools = {
		...place,
		say: createSay(config.format),
		go,
		page: (path) => `${centre}${path}`,
		link({ id, title, locale, summary, url }, onOpen) {
			const foreign = locale === config.locale ? {} : { lang: locale, dir: "auto" };
			const anchor = make(
				"a",
				{ class: "line", href: `${centre}${url ?? `${locale === config.locale ? config.base : ""}/${id}/`}`, rel: "noreferrer", ...foreign },
				make("span", { class: "line-title" }, title),
			);
			if (summary) anchor.append(make("span", { class: "line-text" }, summary));
			anchor.addEventListener("click", (event) => {
				onOpen?.();
				if (asksForTab(event)) return;
				event.preventDefault();
				void go.article(id, { locale });
			});
			return anchor;
		},
	};
	return go;
}
