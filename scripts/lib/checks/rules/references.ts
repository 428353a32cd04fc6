import { alertTypes } from "#contract/destinations.ts";
import type { Finding } from "#site/lib/finding.ts";
import type { SearchTestsData } from "#site/schemas/search.ts";
import { nearest } from "#site/lib/nearest.ts";
import { createLookup, didYouMean, type Naming } from "../lookup.ts";
import type { Content, Rule } from "../model.ts";
import { error, warning, withFix } from "../report.ts";

/** search-tests/article: search tests expect articles that can be found, in the language of the tests. */
export const searchTests: Rule = (content) => {
	const { data, locales, defaultLocale } = content;
	return [
		...lostIn(data.searchTests, "data/search-tests.yml", data.searchTests.data ?? [], [], defaultLocale),
		...[...locales].flatMap(([locale, file]) => lostIn(file, `data/locales/${locale}.yml`, file.data?.searchTests ?? [], ["searchTests"], locale)),
	];

	function lostIn(file: Naming["file"], path: string, tests: SearchTestsData, above: string[], locale: string): Finding[] {
		const look = createLookup(content, locale);
		return tests.flatMap(({ query, expect }, index) => {
			const lost = expect === "none" ? undefined : look({ file, path, keys: [...above, index, "expect"], id: expect, words: [query] });
			if (!lost) return [];
			const { place, how, meant, write = meant && `Write ${meant}`, fix } = lost;
			const finding = error("search-tests/article", file, place, {
				what: `the search "${query}" expects ${expect}, which ${how}${didYouMean(meant)}`,
				why: "The test can never pass.",
				remedy: write ?? "Name an article by its path below the locale, or write none.",
			});
			return [withFix(finding, fix)];
		});
	}
};

/** pinned-results/article, learned-words/article and gaps/article: what speaks of an article names one that can be found. */
export const namedArticles: Rule = (content) => {
	const look = createLookup(content);
	const { pinnedResults, learnedWords, gaps } = content.data;
	const lost = (file: typeof pinnedResults | typeof learnedWords | typeof gaps, path: string) =>
		(file.data ?? []).flatMap(({ article, ...entry }, index) => {
			const words = "phrasings" in entry ? entry.phrasings : [];
			const found = article === null ? undefined : look({ file, path, keys: [index, "article"], id: article, words });
			return found ? [{ article, ...found }] : [];
		});
	return [
		...lost(pinnedResults, "data/pinned-results.yml").map(({ article, place, how, meant, now = meant, fix }) => {
			const finding = error("pinned-results/article", pinnedResults, place, {
				what: `${article} ${how}${didYouMean(meant)}`,
				why: "Nothing is pinned for these searches.",
				remedy: now ? `Write ${now}` : "Name an article by its path below the locale, or take the entry out.",
			});
			return withFix(finding, fix);
		}),
		...lost(learnedWords, "data/learned-words.yml").map(({ article, place, how, now, fix }) => {
			const finding = warning("learned-words/article", learnedWords, place, {
				what: `${article} ${how}`,
				why: "What readers searched for it is no longer used.",
				remedy: now ? `Write ${now}` : "Run npm run learn again, or write the new path.",
			});
			return withFix(finding, fix);
		}),
		...lost(gaps, "data/gaps.yml").map(({ article, place, how, write, fix }) => {
			const finding = warning("gaps/article", gaps, place, {
				what: `${article} ${how}`,
				why: "The report cannot tell whether the searches that it was changed for succeed now.",
				remedy: write ?? "Write the path of the article that answers them, or null.",
			});
			return withFix(finding, fix);
		}),
	];
};

/** routing/category, routing/destination, routing/alert and routing/digest: routing.yml names what exists, and what can do what it is for. */
export const routing: Rule = (content) => [...routedCategories(content), ...ruleDestinations(content), ...readDestinations(content)];

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

/** What people read: the destinations of these fields must be of a type that reaches them. */
const readFields = [
	{ field: "alerts", rule: "routing/alert", what: "alerts", why: "Nobody would be told when a hand-over was given up." },
	{ field: "digest", rule: "routing/digest", what: "the weekly digest", why: "Nobody would get the weekly digest there." },
] as const;

function readDestinations({ data: { routing: file } }: Content): Finding[] {
	const able = (file.data?.destinations ?? []).filter(({ type }) => alertTypes.includes(type)).map(({ id }) => id);
	return readFields.flatMap(({ field, rule, what, why }) =>
		(file.data?.[field] ?? []).flatMap((id, index) => {
			if (able.includes(id)) return [];
			const meant = nearest(id, able);
			return [
				error(rule, file, file.locateValue([field, index]), {
					what: `"${id}" is not a destination that takes ${what}${meant ? `  (did you mean "${meant}"?)` : ""}`,
					why,
					remedy: meant ? `Write ${meant}` : `Name a destination of type ${alertTypes.join(", ")}.`,
				}),
			];
		}),
	);
}
