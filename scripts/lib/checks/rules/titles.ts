import { plainTitle, significantStems } from "../title-words.ts";
import type { Article, Rule } from "../model.ts";
import { error, warning } from "../report.ts";

/**
 * titles/duplicate: no two articles of a locale have the same title, whatever its capitals and punctuation.
 * titles/similar: nor the same words in other forms.
 */
export const duplicateTitles: Rule = ({ articles }) => {
	const same = new Map<string, Article>();
	const alike = new Map<string, Article>();
	return articles.flatMap((article) => {
		const { title, locale } = article;
		if (!title || article.archived) return [];
		const other = firstOf(same, `${locale}:${plainTitle(title)}`, article);
		const similar = firstOf(alike, `${locale}:${[...significantStems(title, locale)].sort().join(" ")}`, article);
		const place = article.frontMatter.locate(["title"]);
		const why = "Readers cannot tell the two apart in a list of results.";
		const remedy = "Say in the title what is different, or make one article of the two.";
		if (other) return [error("titles/duplicate", article, place, { what: `the title "${title}" is also the title of ${other.file}`, why, remedy })];
		if (!similar) return [];
		return [
			warning("titles/similar", article, place, { what: `the title "${title}" means nearly what "${similar.title}" of ${similar.file} means`, why, remedy }),
		];
	});
};

/** The article that had the key first; nothing when it is this one. */
function firstOf(known: Map<string, Article>, key: string, article: Article): Article | undefined {
	const first = known.get(key);
	if (!first) known.set(key, article);
	return first;
}
