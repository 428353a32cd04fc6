import type { Finding } from "#site/lib/finding.ts";
import type { Article, Rule } from "../model.ts";
import { textOfArticle } from "../passages.ts";
import { error, startOfBody, warning } from "../report.ts";
import { findAlike, shinglesOf } from "../shingles.ts";

/** From this share of common pieces on, two texts are nearly the same: of twelve words one is another. */
const nearly = 0.6;
const practically = 0.95;
/** Shorter texts say too little to be compared, in pieces. */
const shortest = 20;

/** content/near-duplicate: no two articles of a locale say nearly the same in nearly the same words. */
export const nearDuplicates: Rule = ({ articles }) => {
	const locales = new Set(articles.map(({ locale }) => locale));
	return [...locales].flatMap((locale) => inLocale(articles.filter((article) => article.locale === locale && isCompared(article))));
};

function isCompared({ archived, type, body }: Article): boolean {
	return !archived && type !== "release-notes" && body !== undefined;
}

/** What the writer wrote: headings that components print do not count, nor what a fresh template asks for. */
function ownText(article: Article): string {
	return textOfArticle(article)
		.passages.map(({ text }) => text)
		.filter((text) => !/\bTODO\b/.test(text))
		.join("\n");
}

function inLocale(all: Article[]): Finding[] {
	const compared = all.map((article) => ({ article, shingles: shinglesOf(ownText(article)) })).filter(({ shingles }) => shingles.length >= shortest);
	const closest = new Map<number, { number: number; share: number }>();
	function note(number: number, other: number, share: number): void {
		if (share > (closest.get(number)?.share ?? 0)) closest.set(number, { number: other, share });
	}
	for (const { one, other, share } of findAlike(
		compared.map(({ shingles }) => shingles),
		nearly,
	)) {
		note(one, other, share);
		note(other, one, share);
	}
	return [...closest].flatMap(([number, { number: otherNumber, share }]) => {
		const article = compared[number]?.article;
		const other = compared[otherNumber]?.article;
		return article && other ? [describe(article, other, share)] : [];
	});
}

function describe(article: Article, other: Article, share: number): Finding {
	const percent = `${Math.floor(share * 100)} %`;
	const same = share >= practically;
	return (same ? error : warning)("content/near-duplicate", article, startOfBody(article), {
		what: same ? `the text is practically that of ${other.file} (${percent} alike)` : `the text is nearly that of ${other.file} (${percent} alike)`,
		why: "Readers and search cannot tell which of the two holds, and soon they will contradict each other.",
		remedy: "Make one article of the two and redirect the other's address, or keep here only what is different and link to the rest.",
	});
}
