import { stringify } from "yaml";
import type { ArticleData, ArticleType } from "#site/schemas/article.ts";
import { clean } from "./body/clean.ts";
import { lengthOfWords } from "./body/data-picture.ts";
import { settleHeadings, silentPictures, summaryOf, takeTitle, wordsOnly } from "./body/finish.ts";
import { settleReferences, type Surroundings } from "./body/references.ts";
import { toElements } from "./body/to-hast.ts";
import { toMarkdown } from "./body/to-markdown.ts";
import { problemOfMdx, writeMdx } from "./body/write-mdx.ts";
import { guessType } from "./plan/guess-type.ts";
import { titleOfPath } from "./plan/slug.ts";
import type { Conversion, SourceArticle } from "./source.ts";

/** A text longer than this is no article; readers' phones would not show it. In characters. */
const longestText = 2_000_000;

/** What an import gives every article. */
export interface Defaults {
	owner: string;
	/** Day of the first import, for articles whose source knows no day. */
	today: string;
	redirectFrom: string[];
}

/**
 * Turns one article of a source into the text of an `.mdx` file.
 * @throws Error that says why it cannot be done; the article belongs into the quarantine then
 */
export async function convertArticle(
	article: SourceArticle,
	around: Surroundings,
	{ owner, today, redirectFrom }: Defaults,
	conversion: Conversion,
): Promise<string> {
	const source = await article.read();
	const length = lengthOfWords(source.text);
	if (length > longestText) throw new Error(`the text has ${length} characters; allowed: ${longestText}. Split it into articles`);
	const elements = await toElements(source, around.source.dialect, conversion);
	clean(elements, conversion);
	await settleReferences(elements, around, conversion);
	const tree = toMarkdown(elements);
	const heading = takeTitle(tree, article.title?.replace(/\s+/g, " ").trim() || undefined);
	settleHeadings(tree);
	const silent = silentPictures(tree);
	if (silent > 0) conversion.note("person", `${silent === 1 ? "1 picture has" : `${silent} pictures have`} no alt text`);

	let body = writeMdx(tree);
	const problem = problemOfMdx(body);
	if (problem) {
		body = writeMdx(wordsOnly(tree));
		const again = problemOfMdx(body);
		if (again) throw new Error(`it does not become an article: ${again}`);
		conversion.note("person", `only the words were kept, without their form: ${problem}`);
	}
	const title = shorten(heading ?? titleOfPath(article.path), 300);
	const { fields, notes } = frontMatter(article, { title, summary: summaryOf(tree), type: guessType(title, article.path, body), owner, today, redirectFrom });
	for (const note of notes) conversion.note("changed", note);
	return `---\n${stringify({ ...fields, imported: { from: around.source.name, path: article.key } }, { lineWidth: 0 })}---\n\n${body}`;
}

interface Words {
	title: string;
	summary: string;
	type: ArticleType;
	owner: string;
	today: string;
	redirectFrom: string[];
}

function frontMatter(article: SourceArticle, { title, summary, type, owner, today, redirectFrom }: Words): { fields: Partial<ArticleData>; notes: string[] } {
	const words = article.keywords.map((word) => word.replace(/\s+/g, " ").trim()).filter((word) => word !== "");
	const keywords = words.filter((word, index) => words.findIndex((other) => other.toLowerCase() === word.toLowerCase()) === index);
	const fit = keywords.filter((word) => word.length <= 80).slice(0, 40);
	const notes = article.leftOver.length > 0 ? [`fields that have no counterpart were left out: ${article.leftOver.join(", ")}`] : [];
	if (fit.length < keywords.length)
		notes.push(
			`${keywords.length - fit.length} of ${keywords.length} labels were left out: ${keywords
				.filter((word) => !fit.includes(word))
				.join(", ")
				.slice(0, 300)}`,
		);
	const fields: Partial<ArticleData> = {
		title,
		summary: shorten(article.summary?.replace(/\s+/g, " ").trim() || summary || title, 1000),
		type: article.type ?? type,
		...(fit.length > 0 && { keywords: fit }),
		owner,
		lastReviewed: article.updated && article.updated <= today ? article.updated : today,
		...(article.featured && { featured: true }),
		...(article.draft && { draft: true }),
		...(article.archived && { archived: true }),
		...(redirectFrom.length > 0 && { redirectFrom }),
	};
	return { fields, notes };
}

function shorten(text: string, longest: number): string {
	return text.length <= longest ? text : `${text.slice(0, longest - 1).trimEnd()}…`;
}
