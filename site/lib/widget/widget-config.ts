import type { BuiltArticle } from "#site/lib/build-record.ts";
import { readContentData } from "#site/lib/content-data.ts";
import type { Language } from "#site/lib/languages.ts";
import { topicsIn } from "#site/lib/topics.ts";
import type { ArticleLink, PageRule, Tip, WidgetConfig, WidgetStrings } from "#site/widget/config.ts";

/** Articles that a topic names at most. */
const listed = 6;

/** Types that help in the middle of work come first; what is read in one's own time comes last. */
const order = ["how-to", "troubleshooting", "faq", "getting-started", "reference", "best-practices", "release-notes"];

/** What the widget needs in one language. An article that nobody has translated is named in its own. */
export function widgetConfig(language: Language, articles: BuiltArticle[], panel: string): WidgetConfig {
	const { site, widget } = readContentData();
	const { locale, dir, format, base, support } = language;
	const found = new Map(articles.filter((article) => article.locale === site.defaultLocale).map((article) => [article.id, article]));
	for (const article of articles) if (article.locale === locale) found.set(article.id, article);
	const inOrder = [...found.values()].sort((one, other) => placeOf(one) - placeOf(other) || (one.title < other.title ? -1 : 1));
	const named = (ids: readonly string[]) => ids.flatMap((id) => found.get(id) ?? []).map(linkTo);
	const topics = topicsIn(locale).map(({ id, title }) => {
		const within = inOrder.filter(({ category }) => category === id || category.startsWith(`${id}/`)).map(linkTo);
		return [id, { title, articles: within.slice(0, listed) }] as const;
	});
	return {
		panel,
		...{ locale, dir, format, base },
		articleLocales: [...new Set([locale, site.defaultLocale])],
		url: site.url,
		name: language.site.name,
		greeting: language.site.greeting,
		accent: site.accent,
		pages: widget.pages.map(({ path, topic, articles: ids }): PageRule => ({ path, ...(topic && { topic }), articles: named(ids) })),
		tips: Object.fromEntries(Object.entries(widget.tips).map(([name, tip]) => [name, tipOf(tip)])),
		topics: Object.fromEntries(topics),
		start: inOrder
			.filter(({ type }) => type === "getting-started" || type === "faq")
			.map(linkTo)
			.slice(0, listed),
		answers: support.answers.enabled,
		categories: support.ticketCategories.map(({ id, label }) => ({ id, label })),
		support: {
			email: support.channels.email,
			phones: support.channels.phones.map(({ label, number, when }) => ({ label, number, when })),
			hotline: support.channels.hotline ?? null,
		},
		t: wordsOf(language),
	};

	/** What is written in the reader's language stands first. */
	function placeOf(article: BuiltArticle): number {
		return order.indexOf(article.type) + (article.locale === locale ? 0 : order.length + 1);
	}

	function tipOf({ text, translations, article }: (typeof widget.tips)[string]): Tip {
		const translated = locale === site.defaultLocale ? text : translations[locale];
		const [link] = article === undefined ? [] : named([article]);
		return { text: translated ?? text, ...(translated === undefined && { lang: site.defaultLocale }), ...(link && { article: link }) };
	}
}

function linkTo({ id, title, locale }: BuiltArticle): ArticleLink {
	return { id, title, locale };
}

function wordsOf({ t: { widget, contact, contactSend, feedback, fields } }: Language): WidgetStrings {
	const { title, subject, happened, happenedHelp, topic, choose, name, email, severity, send, trail } = contact;
	const { remove, removeThis, removed, sending, byEmail, call } = contactSend;
	const { question, yes, no, counted, unreachable } = feedback;
	return {
		widget,
		contact: { title, subject, happened, happenedHelp, topic, choose, name, email, severity, send, trail },
		send: { trail: contactSend.trail, remove, removeThis, removed, sending, byEmail, call },
		fields: { subject: fields.subject, description: fields.description, category: fields.category, name: fields.name, email: fields.email },
		feedback: { question, yes, no, counted, unreachable },
	};
}
