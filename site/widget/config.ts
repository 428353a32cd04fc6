import type { Strings } from "#site/strings/catalogue.ts";

/** Folder of what the widget loads, from any origin. */
export const widgetFolder = "/_widget";

/** Address of the widget's data in a language. */
export function configPath(locale: string): string {
	return `${widgetFolder}/${locale}.json`;
}

/** Address of an article for the widget. */
export function articlePath(locale: string, id: string): string {
	return `${widgetFolder}/${locale}/${id}.json`;
}

/** What the launcher knows from the build, before it loads anything: a language of the centre. */
export interface LauncherLanguage {
	dir: "ltr" | "rtl";
	/** Words of the button. Example: `Help` */
	open: string;
}

/** An article in a list. `locale` is the one it is written in. */
export interface ArticleLink {
	id: string;
	title: string;
	locale: string;
}

/** A page of the product, and what is suggested there. */
export interface PageRule {
	/** Path with `*` for anything. */
	path: string;
	topic?: string;
	articles: ArticleLink[];
}

/** The explanation that an element with `data-help` shows. */
export interface Tip {
	text: string;
	/** The text is in this language, where that is not the widget's. */
	lang?: string;
	article?: ArticleLink;
}

/** `/_widget/<locale>.json`: what the widget needs in one language. */
export interface WidgetConfig {
	/** Address of the code behind the button; its name changes with its content. */
	panel: string;
	locale: string;
	dir: "ltr" | "rtl";
	/** How numbers and days are written, as BCP 47. */
	format: string;
	/** Begins the addresses of the language: nothing for the centre's first one, else `/de`. */
	base: string;
	/** Locales in which an article is looked for, one after the other: this one, then the centre's first. */
	articleLocales: string[];
	/** Address of the centre, for which identities are signed. Example: `https://help.example.com` */
	url: string;
	/** Name of the centre. */
	name: string;
	/** Question above the search. */
	greeting: string;
	accent: { light: string; dark: string };
	pages: PageRule[];
	tips: Record<string, Tip>;
	/** Topics by id: their name and the first of their articles. */
	topics: Record<string, { title: string; articles: ArticleLink[] }>;
	/** Where nothing else is known of what the reader wants. */
	start: ArticleLink[];
	/** Whether questions in sentences are answered. */
	answers: boolean;
	/** Topics of messages, as the contact form has them. */
	categories: { id: string; label: string }[];
	support: { email: string; phones: { label: string; number: string; when: string }[]; hotline: string | null };
	t: WidgetStrings;
}

/** What the panel says. */
export interface WidgetStrings {
	widget: Strings["widget"];
	contact: Pick<Strings["contact"], "title" | "subject" | "happened" | "happenedHelp" | "topic" | "choose" | "name" | "email" | "severity" | "send" | "trail">;
	send: Pick<Strings["contactSend"], "trail" | "remove" | "removeThis" | "removed" | "sending" | "byEmail" | "call">;
	/** What is asked for where a field is empty. */
	fields: Record<"subject" | "description" | "category" | "name" | "email", string>;
	feedback: Pick<Strings["feedback"], "question" | "yes" | "no" | "counted" | "unreachable">;
}

/** A piece of an article: text, or an element with its attributes (0: none) and what is in it. */
export type ContentNode = string | [tag: string, attributes: Record<string, string> | 0, ...children: ContentNode[]];

/** `/_widget/<locale>/<id>.json`: an article without HTML, so that nothing is parsed in somebody else's page. */
export interface WidgetArticle {
	id: string;
	locale: string;
	dir: "ltr" | "rtl";
	title: string;
	summary: string;
	/** Path of its page. */
	url: string;
	revision: string;
	/** Address of its guided troubleshooter as data; null where it has none. */
	tree: string | null;
	body: ContentNode[];
}
