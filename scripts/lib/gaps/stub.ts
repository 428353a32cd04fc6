import type { ArticleType } from "#site/schemas/article.ts";
import { startOfText } from "#site/lib/front-matter.ts";
import { yamlText } from "./yaml-list.ts";

/** What a stub is made of. */
interface StubParts {
	title: string;
	/** What the gap is called by. */
	query: string;
	type: ArticleType;
	keywords: readonly string[];
	owner: string;
	today: string;
	/** Ids of articles on near subjects. */
	related: readonly string[];
	/** What readers said they were looking for. */
	told: readonly string[];
	/** An empty article of the type, as `npm run new` makes it. */
	template: string;
}

/** So that an article that was never written is soon overdue. */
const reviewEvery = "2 weeks";

/**
 * An article that can be published as it is: it carries the readers' words, so that search finds it, says that its answer is still being
 * written, and leads to a person. The template and what readers said stand in a comment for the writer.
 */
export function stubOf({ title, query, type, keywords, owner, today, related, told, template }: StubParts): string {
	const list = (name: string, values: readonly string[]) => (values.length === 0 ? [] : [`${name}:`, ...values.map((value) => `  - ${yamlText(value)}`)]);
	return [
		"---",
		`title: ${titleText(title)}`,
		`summary: ${JSON.stringify(`Still being written: “${query}”.`)}`,
		`type: ${type}`,
		...list("keywords", keywords),
		`owner: ${yamlText(owner)}`,
		`lastReviewed: ${today}`,
		`reviewEvery: ${reviewEvery}`,
		"stub: true",
		...list("related", related),
		"---",
		"",
		"We are still writing this answer. [Ask us](/contact/) until it is here.",
		"",
		"{/*",
		"For the writer: readers search for this, and no article answers. Put the text below in place of the sentence above and of this",
		"comment, write the answer, say it in the summary, and delete the line `stub: true`.",
		...said("Readers typed:", keywords),
		...said("Readers said they were looking for:", told),
		"",
		inComment(template.slice(startOfText(template)?.bodyOffset ?? 0).trim()),
		"*/}",
		"",
	].join("\n");
}

function titleText(title: string): string {
	return /^[A-Za-z][\w ,'’/()-]*\??$/.test(title) ? title : JSON.stringify(title);
}

function said(heading: string, lines: readonly string[]): string[] {
	return lines.length === 0 ? [] : ["", heading, ...lines.map((line) => `- ${quoted(line)}`)];
}

/** Somebody's words within a comment: they neither end it nor are taken for MDX where the writer takes the comment away. */
function quoted(text: string): string {
	return inComment(text)
		.replace(/[{}<>`\\]/g, " ")
		.replace(/ +/g, " ")
		.trim();
}

function inComment(text: string): string {
	return text.replaceAll("*/", "* /");
}
