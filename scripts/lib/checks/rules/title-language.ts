import type { Finding } from "#site/lib/finding.ts";
import type { ArticleType } from "#site/schemas/article.ts";
import type { Article, Rule } from "../model.ts";
import { isEnglish, placeIn, proseOf } from "../prose.ts";
import { warning } from "../report.ts";
import { manualTitle } from "../title-manual.ts";

/** Search engines cut a title after 60 to 70 signs; our own lists wrap it. */
const longest = 70;

/** Types whose title names a task or a symptom. */
const tasks: ArticleType[] = ["how-to", "getting-started", "troubleshooting"];

/** Of a title so long nothing else is worth saying. */
const judged = 4 * longest;

interface Complaint {
	/** Where in the title. */
	index: number;
	what: string;
	why: string;
	remedy: string;
}

/** titles/language: a title in the customer's words, which can be read at a glance. */
export const titleLanguage: Rule = ({ articles }) =>
	articles
		.filter(({ archived }) => !archived)
		.flatMap((article) =>
			proseOf(article)
				.filter(({ kind }) => kind === "title")
				.flatMap((prose) =>
					complaints(article, prose.text).map(({ index, ...words }): Finding => warning("titles/language", article, placeIn(article, prose, index), words)),
				),
		);

function complaints(article: Article, title: string): Complaint[] {
	if (title.length > judged) return [tooLong(title)].filter((complaint) => complaint !== undefined);
	const all = [shouting(title), punctuation(title), internal(title), tooLong(title)];
	const manual = isEnglish(article) && article.type && tasks.includes(article.type) ? asInManual(title, article.type) : undefined;
	return [...all, manual].filter((complaint) => complaint !== undefined);
}

function asInManual(title: string, type: ArticleType): Complaint | undefined {
	const found = manualTitle(title);
	if (!found) return undefined;
	const [better, also] = type === "troubleshooting" && found.better.includes("…") ? ["Why does …?", "How do I …?"] : [found.better, "Why does …?"];
	return {
		index: found.index,
		what: `the title "${title}" sounds like a manual ("${found.words}")`,
		why: "Customers search for their task or their symptom, and choose the title that sounds like it.",
		remedy: type === "troubleshooting" ? `Name what the customer sees, like "${also}" or "${better}"` : `Name what the customer wants to do, like "${better}"`,
	};
}

function shouting(title: string): Complaint | undefined {
	const words = title.match(/[\p{L}\p{N}_]+/gu)?.filter((word) => !/[\d_]/.test(word)) ?? [];
	const shouted = !/\p{Ll}/u.test(title) && words.join("").length >= 8 && words.some((word) => /^\p{Lu}{5,}$/u.test(word));
	if (!shouted) return undefined;
	return {
		index: 0,
		what: `the title "${title}" is all in capitals`,
		why: "Capitals take longer to read, and screen readers may spell them out.",
		remedy: "Write it like a sentence, with a capital at its beginning.",
	};
}

function punctuation(title: string): Complaint | undefined {
	const found = /(?<!\betc|\b(?:Inc|Ltd|Co|Corp|Jr|Sr|vs|no)|\.\p{L})([.:;,!]+)$/iu.exec(title.trimEnd());
	// An ellipsis says that something is left out.
	if (found?.[1] === undefined || found[1] === "...") return undefined;
	return {
		index: found.index,
		what: `the title ends with "${found[1]}"`,
		why: "A title stands alone in lists and results, where the sign looks like a slip.",
		remedy: `Delete the "${found[1]}".`,
	};
}

/** Numbers of articles and tickets as other systems give them. Error codes and standards, which customers do type, look otherwise. */
const number = /(?:^|[\s([])((?:KB|KBA|DOC|ART|FAQ|HOWTO|SOP|INC|REQ|CHG|TKT|TICKET|CASE|JIRA|HELP|SUP|SUPPORT)[-_#]?\d{2,})(?=$|[\s\]):,–-])/;
const fileName = /(?:^|\s)([\w-]+\.(?:mdx?|html?|docx?|pdf))$|\b(\w+_(?:v\d+|final|draft|new|old|copy))\b/i;

function internal(title: string): Complaint | undefined {
	const found = number.exec(title) ?? fileName.exec(title);
	const id = found?.[1] ?? found?.[2];
	if (!found || id === undefined) return undefined;
	return {
		index: found.index + found[0].indexOf(id),
		what: `the title holds "${id}", which only your own team knows`,
		why: "It tells customers nothing and takes the place of their words.",
		remedy: "Delete it. If customers quote it to you, add it to the keywords.",
	};
}

function tooLong(title: string): Complaint | undefined {
	const { length } = Array.from(title);
	if (length <= longest) return undefined;
	return {
		index: 0,
		what: `the title has ${length} characters; at most ${longest} are good`,
		why: "Search engines cut off what is longer, and on a phone it fills the screen.",
		remedy: "Keep the words that customers search for, the most important first; move the rest to the summary.",
	};
}
