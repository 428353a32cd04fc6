import { make, makeButton, makeOutwardLink } from "../dom.ts";
import type { WidgetArticle } from "../config.ts";
import type { View } from "./frame.ts";
import { render, showPlace } from "./render.ts";
import type { Tools } from "./views.ts";
import { voteBox } from "./vote-box.ts";

/** An article to read in the panel. @param from id of the place that is meant, and the languages in which the article is looked for */
export async function articleView(tools: Tools, id: string, { at, locales }: { at: string | undefined; locales: readonly string[] }): Promise<View> {
	const { config, session, page } = tools;
	const { t, locale, base } = config;
	const article = await session.wire.article(id, locales).catch(() => null);
	if (!article) return missing(tools, page(`${base}/${id}/`));
	session.record({ type: "page_viewed", path: article.url, article: id });
	session.remember({ kind: "article", article: id, title: article.title.slice(0, 200) });
	const isForeign = article.locale !== locale;
	const foreign = isForeign ? { lang: article.locale, dir: article.dir } : {};
	const body = make("div", { class: "prose", ...foreign });
	body.append(render(article.body, { page, picture: t.widget.picture, onArticle: (other, from) => void tools.go.article(other, from) }));
	const element = make(
		"div",
		{ class: "view" },
		...(isForeign ? [make("p", { class: "note" }, t.widget.otherLanguage)] : []),
		make("h1", foreign, article.title),
		make("p", { class: "lead", ...foreign }, article.summary),
		body,
		voteBox(tools, article),
		footOf(tools, article),
	);
	const target = at === undefined ? null : body.querySelector<HTMLElement>(`[id="${CSS.escape(at)}"]`);
	return { title: article.title, element, ...(target && { focus: () => showPlace(target) }) };
}

function footOf({ config, go, page }: Tools, { url }: Pick<WidgetArticle, "url">): HTMLElement {
	const { t } = config;
	return make(
		"div",
		{ class: "foot" },
		makeButton(t.widget.askPerson, () => go.contact(), { class: "main" }),
		makeOutwardLink(t.widget.openPage, page(url)),
	);
}

/** It could not be loaded, or is there no more: the page itself may know. */
function missing({ config, go }: Tools, address: string): View {
	const { t } = config;
	const element = make(
		"div",
		{ class: "view" },
		make("h1", {}, t.widget.notLoaded),
		make(
			"div",
			{ class: "foot" },
			makeButton(t.widget.askPerson, () => go.contact(), { class: "main" }),
			makeOutwardLink(t.widget.openPage, address),
		),
	);
	return { title: t.widget.notLoaded, element };
}
