import type { Finding } from "#site/lib/finding.ts";
import { nearest } from "#site/lib/nearest.ts";
import { createMeant } from "../meant.ts";
import type { Meant } from "../meant.ts";
import type { Content, Rule } from "../model.ts";
import { error, warning } from "../report.ts";

/** Ids of articles that search can find, and which of them was probably meant. */
function findableIds({ articles, defaultLocale }: Content): { findable: Set<string>; guess: Meant } {
	const findable = new Set(articles.filter(({ locale, draft, archived }) => locale === defaultLocale && !draft && !archived).map(({ id }) => id));
	return { findable, guess: createMeant(() => findable) };
}

/** search-tests/article: search tests expect articles that can be found. */
export const searchTests: Rule = (content) => {
	const { searchTests: tests } = content.data;
	const { findable, guess } = findableIds(content);
	return (tests.data ?? []).flatMap(({ query, expect }, index) => {
		if (expect === "none" || findable.has(expect)) return [];
		const meant = guess(expect);
		return [
			error("search-tests/article", tests, tests.locateValue([index, "expect"]), {
				what: `the search "${query}" expects ${expect}, which is not a published article${meant ? `  (did you mean ${meant}?)` : ""}`,
				why: "The test can never pass.",
				remedy: meant ? `Write ${meant}` : "Name an article by its path below the locale, or write none.",
			}),
		];
	});
};

/** pinned-results/article and learned-words/article: what speaks of an article names one that can be found. */
export const namedArticles: Rule = (content) => {
	const { findable, guess } = findableIds(content);
	const { pinnedResults, learnedWords } = content.data;
	const lost = (file: typeof pinnedResults | typeof learnedWords) =>
		(file.data ?? []).flatMap(({ article }, index) =>
			findable.has(article) ? [] : [{ article, place: file.locateValue([index, "article"]), meant: guess(article) }],
		);
	return [
		...lost(pinnedResults).map(({ article, place, meant }) =>
			error("pinned-results/article", pinnedResults, place, {
				what: `${article} is not a published article${meant ? `  (did you mean ${meant}?)` : ""}`,
				why: "Nothing is pinned for these searches.",
				remedy: meant ? `Write ${meant}` : "Name an article by its path below the locale, or take the entry out.",
			}),
		),
		...lost(learnedWords).map(({ article, place }) =>
			warning("learned-words/article", learnedWords, place, {
				what: `${article} is not a published article`,
				why: "What readers searched for it is no longer used.",
				remedy: "Run npm run learn again, or write the new path.",
			}),
		),
	];
};

/** routing/category and routing/destination: routing.yml names what exists. */
export const routing: Rule = (content) => [...routedCategories(content), ...ruleDestinations(content)];

function routedCategories({ data: { routing: file, support } }: Content): Finding[] {
	const known = support.data?.ticketCategories.map(({ id }) => id);
	if (!known) return [];
	return Object.keys(file.data?.categories ?? {})
		.filter((id) => !known.includes(id))
		.map((id) => {
			const meant = nearest(id, known);
			return error("routing/category", file, file.locate(["categories", id]), {
				what: `"${id}" is not a ticket category${meant ? `  (did you mean "${meant}"?)` : ""}`,
				why: "The row is never used; such tickets go to the team under otherwise.",
				remedy: meant ? `Write ${meant}` : `Use an id of ${support.file}: ${known.join(", ")}.`,
			});
		});
}

function ruleDestinations({ data: { routing: file } }: Content): Finding[] {
	const known = file.data?.destinations.map(({ id }) => id) ?? [];
	return (file.data?.rules ?? []).flatMap(({ to }, rule) =>
		to.flatMap((id, index) => {
			if (known.includes(id)) return [];
			const meant = nearest(id, known);
			return [
				error("routing/destination", file, file.locateValue(["rules", rule, "to", index]), {
					what: `"${id}" is not a destination; known: ${known.join(", ")}${meant ? `  (did you mean "${meant}"?)` : ""}`,
					why: "Tickets of these priorities could not be handed over.",
					remedy: meant ? `Write ${meant}` : "Add it under destinations, or name a known one.",
				}),
			];
		}),
	);
}
