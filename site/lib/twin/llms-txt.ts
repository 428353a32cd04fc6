import { twinPath } from "./markdown-twin.ts";

/** What the list says of the centre. */
export interface ListedCentre {
	name: string;
	description: string;
	/** Address of the site. */
	site: URL;
	/** Heading above the others. Example: `Languages` */
	languages: string;
	/** The same list in other languages. */
	others: readonly OtherList[];
}

interface OtherList {
	/** The language's own name. Example: `Deutsch` */
	name: string;
	/** Name of the centre in it. */
	centre: string;
	/** Path of the list. */
	url: string;
}

/** A topic with what is in it. */
export interface ListedTopic {
	title: string;
	articles: { title: string; summary: string; url: string }[];
}

/** A text inside a link's brackets. */
const inBrackets = (text: string) => text.replace(/[[\]\\]/g, "\\$&");

/** The list of articles for programs that read Markdown (llmstxt.org): name, description, a section for each topic, and one for other languages. */
export function llmsTxt({ name, description, site, languages, others }: ListedCentre, topics: readonly ListedTopic[]): string {
	const line = (title: string, url: string, words: string) => `- [${inBrackets(title)}](${new URL(url, site).href}): ${words}`;
	const sections = [
		...topics.map(({ title, articles }) => ({ title, lines: articles.map((article) => line(article.title, twinPath(article.url), article.summary)) })),
		{ title: languages, lines: others.map((other) => line(other.name, other.url, other.centre)) },
	];
	const written = sections.filter(({ lines }) => lines.length > 0).map(({ title, lines }) => `## ${title}\n\n${lines.join("\n")}\n`);
	return [`# ${name}\n`, `> ${description}\n`, ...written].join("\n");
}
