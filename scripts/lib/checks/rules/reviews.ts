import { Temporal } from "temporal-polyfill";
import { reviewDue } from "#site/lib/dates.ts";
import type { Rule } from "../model.ts";
import { error, warning } from "../report.ts";

/** review/overdue: a person looked at the article lately. review/future: and not tomorrow. */
export const reviews: Rule = ({ articles, today }) =>
	articles.flatMap((article) => {
		const { data, locateValue } = article.frontMatter;
		if (!data || data.archived) return [];
		const place = locateValue(["lastReviewed"]);
		// A day more: the writer may live east of the machine that checks.
		if (data.lastReviewed > Temporal.PlainDate.from(today).add({ days: 1 }).toString()) {
			return [
				error("review/future", article, place, {
					what: `"lastReviewed" is ${data.lastReviewed}, which has not come yet`,
					why: "Readers see the date as proof that somebody checked every step.",
					remedy: `Write the day on which it was checked, at the latest ${today}.`,
				}),
			];
		}
		const due = reviewDue(data.lastReviewed, data.reviewEvery);
		if (due >= today) return [];
		return [
			warning("review/overdue", article, place, {
				what: `the review was due on ${due}; owner: ${data.owner}`,
				why: `It was last checked on ${data.lastReviewed} and a review holds ${data.reviewEvery}.`,
				remedy: "Follow every step, correct what has changed, and write today's date in lastReviewed.",
			}),
		];
	});
