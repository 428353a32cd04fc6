import { plainTitle } from "../title-words.ts";
import type { Article, Rule } from "../model.ts";
import { error } from "../report.ts";

/** titles/duplicate: no two articles of a locale have the same title, whatever its capitals and punctuation. */
export const duplicateTitles: Rule = ({ articles }) => {
	const first = new Map<string, Article>();
	return articles.flatMap((article) => {
		if (!article.title || article.archived) return [];
		const key = `${article.locale}:${plainTitle(article.title)}`;
		const other = first.get(key);
		if (!other) {
			first.set(key, article);
			return [];
		}
		return [
			error("titles/duplicate", article, article.frontMatter.locate(["title"]), {
				what: `the title "${article.title}" is also the title of ${other.file}`,
				why: "Readers cannot tell the two apart in a list of results.",
				remedy: "Say in the title what is different, or make one article of the two.",
			}),
		];
	});
};
