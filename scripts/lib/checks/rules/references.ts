import { alertTypes } from "#contract/destinations.ts";
import type { DataFile } from "#site/lib/data-file.ts";
import type { Finding, Fix, Place } from "#site/lib/finding.ts";
import type { SearchTestsData } from "#site/schemas/search.ts";
import { nearest } from "#site/lib/nearest.ts";
import { replaceValue } from "../fix/edits.ts";
import { spellingKey } from "../../learn/tidy.ts";
import { createMeant, lastPart } from "../meant.ts";
import type { Content, Rule } from "../model.ts";
import { createMoved } from "../moved.ts";
import { error, warning, withFix } from "../report.ts";

/** An entry of a data file that names an article. */
interface Naming {
	file: Pick<DataFile<unknown>, "file" | "locateValue">;
	/** Path below the content folder. */
	path: string;
	keys: (string | number)[];
	id: string;
	/** What readers search the article by. Default: nobody knows */
	words?: string[];
}

interface Lost {
	place: Place;
	/** What has become of it. Example: `was moved to data-entry/faq` */
	how: string;
	/** Where it stands now: by a redirect, or the one article of that name that holds its words. */
	now?: string;
	/** What to do where that is known. */
	write?: string;
	/** What was probably meant. */
	meant?: string | undefined;
	fix?: Fix | undefined;
}

/** Says what is wrong with naming an article; undefined where search can find it in that language. */
function createLookup(content: Content, language = content.defaultLocale): (naming: Naming) => Lost | undefined {
	const { articles, texts } = content;
	const own = articles.filter(({ locale }) => locale === language);
	const there = new Set(own.map(({ id }) => id));
	const readable = own.filter(({ draft, archived }) => !draft && !archived);
	const findable = new Set(readable.map(({ id }) => id));
	const guess = createMeant(() => findable);
	const moved = createMoved(content);
	return ({ file, path, keys, id, words = [] }) => {
		if (findable.has(id)) return undefined;
		const place = file.locateValue(keys);
		const rewrite = (now: string) => replaceValue({ path, text: texts.get(path) ?? "" }, place, id, now);
		const redirected = there.has(id) ? undefined : moved(id)?.id;
		if (redirected !== undefined) return { place, how: `was moved to ${redirected}`, now: redirected, write: `Write ${redirected}`, fix: rewrite(redirected) };
		const now = there.has(id) ? undefined : elsewhere(id, words);
		if (now === undefined) return { place, how: "is not a published article", meant: guess(id) };
		const write = `Write ${now}; \`npm run check -- --fix\` does it wherever it is named.`;
		return { place, how: `is not a published article; it seems to have moved to ${now}`, now, write, fix: rewrite(now) };
	};

	/** The only article of the same name in another folder, where readers' words show that it is the same: one that was never published leaves no redirect. */
	function elsewhere(id: string, words: string[]): string | undefined {
		const name = lastPart(id);
		const [same, other] = readable.filter((article) => lastPart(article.id) === name);
		const keywords = new Set(same?.frontMatter.data?.keywords.map(spellingKey));
		return same && !other && words.some((word) => keywords.has(spellingKey(word))) ? same.id : undefined;
	}
}

function didYouMean(meant: string | undefined): string {
	return meant === undefined ? "" : `  (did you mean ${meant}?)`;
}

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
