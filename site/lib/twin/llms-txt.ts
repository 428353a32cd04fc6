import { twinPath } from "./markdown-twin.ts";

/** What the list says of the centre. */
export interface ListedCentre {
	name: string;
	description: string;
	/** Address of the site. */
	site: URL;
}

/** A topic with what is in it. */
export interface ListedTopic {
	title: string;
	articles: { title: string; summary: string; url: string }[];
}

/** A text inside a link's brackets. */
const inBrackets = (text: string) => text.replace(/[[\]\\]/g, "\\$&");

/** The list of articles for programs that read Markdown (llmstxt.org): name, description, and a section for each topic. */
export function llmsTxt({ name, description, site }: ListedCentre, topics: readonly ListedTopic[]): string {
	const sections = topics
		.filter(({ articles }) => articles.length > 0)
		.map(({ title, articles }) => {
			const lines = articles.map((article) => `- [${inBrackets(article.title)}](${new URL(twinPath(article.url), site).href}): ${article.summary}`);
			return `## ${title}\n\n${lines.join("\n")}\n`;
		});
	return [`# ${name}\n`, `> ${description}\n`, ...sections].join("\n");
}
