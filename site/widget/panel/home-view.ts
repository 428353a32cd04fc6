import type { ArticleLink } from "../config.ts";
import { make, makeButton, makeOutwardLink } from "../dom.ts";
import { ruleFor } from "../match.ts";
import { tell } from "../tell.ts";
import type { View } from "./frame.ts";
import { searchField } from "./search-field.ts";
import type { Tools } from "./views.ts";

/** Suggestions for a place of the product, with their heading. */
interface Suggested {
	heading: string;
	articles: ArticleLink[];
}

const shown = 6;

/** What is suggested: the named topic, else what `widget.yml` says of the page that is open, else a start. The address stays in the browser. */
export function suggestionsFor({ config }: Pick<Tools, "config">, topic: string | undefined, at: Pick<Location, "pathname" | "hash">): Suggested {
	const { topics, pages, start, t } = config;
	const rule = topic === undefined ? ruleFor(at, pages) : undefined;
	const named = topic ?? rule?.topic ?? "";
	const about = Object.hasOwn(topics, named) ? topics[named] : undefined;
	const first = rule?.articles ?? [];
	const articles = [...first, ...(about?.articles ?? []).filter(({ id }) => !first.some((article) => article.id === id))].slice(0, shown);
	if (articles.length === 0) return { heading: t.widget.start, articles: start };
	return { heading: topic === undefined ? t.widget.forThisPage : (about?.title ?? t.widget.forThisPage), articles };
}

/** The first view: search, suggestions, and the way to a person. */
export function homeView(tools: Tools, { query = "", topic }: { query?: string; topic?: string }): View {
	const { config, link, go, page } = tools;
	const { t, greeting, base } = config;
	if (topic !== undefined && !Object.hasOwn(config.topics, topic))
		tell(
			`the centre has no topic "${topic.slice(0, 60)}". Do: use an id of content/data/categories.yml, such as ${Object.keys(config.topics)[0] ?? "data-entry"}.`,
		);
	const { heading, articles } = suggestionsFor(tools, topic, location);
	const suggestions = make(
		"section",
		{ "aria-labelledby": "suggested" },
		make("h2", { id: "suggested" }, heading),
		make("ul", { class: "lines" }, ...articles.map((article) => make("li", {}, link(article)))),
	);
	const search = searchField(tools, suggestions);
	const element = make(
		"div",
		{ class: "view home" },
		make("h1", {}, greeting),
		search.element,
		suggestions,
		make(
			"div",
			{ class: "foot" },
			makeButton(t.widget.askPerson, () => go.contact(search.words()), { class: "main" }),
			makeOutwardLink(t.widget.openCentre, page(`${base}/`)),
		),
	);
	if (query) search.ask(query);
	return { title: greeting, element, focus: () => search.focus(), onLeave: () => search.leave() };
}
