import { nearest } from "#site/lib/nearest.ts";
import type { Rule } from "../model.ts";
import { error } from "../report.ts";

/** answers/exists: `answers` names ticket categories of support.yml. */
export const answers: Rule = ({ articles, data }) => {
	const known = data.support.data?.ticketCategories.map(({ id }) => id);
	if (!known) return [];
	return articles.flatMap((article) =>
		(article.frontMatter.data?.answers ?? []).flatMap((id, index) => {
			if (known.includes(id)) return [];
			const meant = nearest(id, known);
			return [
				error("answers/exists", article, article.frontMatter.locateValue(["answers", index]), {
					what: `"answers" names "${id}", which is not a ticket category; allowed: ${known.join(", ")}${meant ? `  (did you mean "${meant}"?)` : ""}`,
					why: "The coverage figure would not count the article.",
					remedy: meant ? `Write ${meant}` : `Use an id of ${data.support.file}.`,
				}),
			];
		}),
	);
};
