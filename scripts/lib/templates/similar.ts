import { sharedPart, significantStems } from "../checks/title-words.ts";

/** What is compared of an article. */
export interface Comparable {
	title: string | undefined;
	keywords: string[];
	summary: string;
}

/** An article that says nearly the same as a new title. */
export interface Similar<A> {
	article: A;
	/** In what, for the person who made up the title. Example: `its keyword "can't log in" says the same.` */
	why: string;
}

/** From this share of common stems on, two titles are taken to mean the same. */
const nearTitle = 0.75;
/** The same for a sentence of a summary, which says more than a title does. */
const nearSentence = 0.5;

/** The article that says nearly the same by its title, one of its keywords or its summary; the likeliest, or the first of equals. */
export function similarArticle<A extends Comparable>(title: string, articles: A[], locale = "en"): Similar<A> | undefined {
	const wanted = significantStems(title, locale);
	const found = articles.flatMap((article) => likeness(wanted, article, locale));
	return found.sort((a, b) => b.share - a.share).map(({ article, why }) => ({ article, why }))[0];
}

function likeness<A extends Comparable>(wanted: Set<string>, article: A, locale: string): (Similar<A> & { share: number })[] {
	const { title, keywords, summary } = article;
	const byTitle = sharedPart(wanted, significantStems(title ?? "", locale));
	if (byTitle >= nearTitle) return [{ article, share: 1 + byTitle, why: "its title has the same words, perhaps in another form." }];
	const keyword = keywords.find((words) => sharedPart(wanted, significantStems(words, locale)) === 1);
	if (keyword !== undefined) return [{ article, share: 1, why: `its keyword "${keyword}" says the same.` }];
	const inSummary = Math.max(0, ...summary.split(/(?<=[.!?:;])\s+/).map((sentence) => sharedPart(wanted, significantStems(sentence, locale))));
	return inSummary >= nearSentence ? [{ article, share: inSummary, why: `its summary says it: "${summary}"` }] : [];
}
