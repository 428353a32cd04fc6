import { Worker } from "node:worker_threads";
import type { DataFile } from "#site/lib/data-file.ts";
import type { Finding, Place } from "#site/lib/finding.ts";
import type { SearchTestsData } from "#site/schemas/search.ts";
import type { Search } from "#site/search/create-search.ts";
import type { SearchAnswer, SearchResult } from "#site/search/types.ts";
import type { Content } from "./model.ts";
import { error } from "./report.ts";
import { searchContent, searchSources, type SearchSources } from "./search-content.ts";

type Test = SearchTestsData[number];
type Words = Pick<Finding, "what" | "why" | "remedy">;

/** What a result is shown to match, so that a writer sees why it stands there. */
function described({ document, matched, pinned }: SearchResult, place: number): string {
	return `${place}. ${document.id} (${pinned ? "pinned" : `matches ${matched.join(", ") || "function words only"}`})`;
}

interface Asked {
	/** Ids of articles whose answers are still being written. Default: none */
	stubs?: ReadonlySet<string>;
	/** The language that was searched, where it is not the centre's first one. */
	other?: string | undefined;
}

/**
 * Says how a search went wrong, and what to do; null when it went as it should. A stub is no answer yet: whether it answers what should
 * have none is asked when its answer is written.
 */
export function judge({ query, expect, within }: Test, { answered, results }: SearchAnswer, { stubs = new Set(), other }: Asked = {}): Words | null {
	const place = results.findIndex(({ document }) => document.id === expect) + 1;
	if (expect === "none") {
		const [first] = results;
		if (!answered || (first && stubs.has(first.document.id))) return null;
		return {
			what: `the search "${query}" should have no answer, but finds ${first ? described(first, 1) : "something"}`,
			why: "A reader is told that this answers, and nobody learns that an article is missing.",
			remedy: "Take the keyword or synonym away that is too broad; if the article does answer, expect it here.",
		};
	}
	if (answered && place > 0 && place <= within) return null;
	const above = results.slice(0, place > 0 ? place - 1 : 3).map((result, index) => described(result, index + 1));
	const [synonyms, option] = other === undefined ? ["synonyms.yml", ""] : [`the synonyms of locales/${other}.yml`, `--locale ${other} `];
	const where =
		place === 0 ? "is not among the results" : place > within ? `stands at ${place}` : `stands at ${place}, but is not good enough to be called an answer`;
	return {
		what: `the search "${query}" should find ${expect} within ${within}; it ${where}${above.length > 0 ? `. Above it: ${above.slice(0, 5).join("; ")}` : ""}`,
		why: "Customers who search like this do not find their answer.",
		remedy: `Add the customer's words to the keywords of ${expect} or to ${synonyms}; "npm run search -- ${option}"${query}"" shows how the ranking comes about.`,
	};
}

/** A search of search-tests.yml that goes wrong, by its place in the file. */
export interface WrongSearch {
	index: number;
	words: Words;
}

/** Builds a content folder's search and tries all its tests. */
export async function trySearches(sources: SearchSources): Promise<WrongSearch[]> {
	return sources.tests.length === 0 ? [] : wrongSearches(await searchContent(sources), sources);
}

/** The tests that go wrong, in their order. */
export async function wrongSearches(search: Search, { tests, stubs: ids, locale, isFirst }: Omit<SearchSources, "documents">): Promise<WrongSearch[]> {
	const found: WrongSearch[] = [];
	const stubs = new Set(ids);
	for (const [index, test] of tests.entries()) {
		const words = judge(test, await search(test.query), { stubs, other: isFirst ? undefined : locale });
		if (words) found.push({ index, words });
	}
	return found;
}

/** From so many articles on, another thread tries the searches while this one asks the rules. */
const many = 1000;

/** search-tests/ranking: every search of search-tests.yml, and of the locale files, finds what it should, and nothing where there is nothing. */
export async function searchFindings(content: Content, beside = content.articles.length >= many): Promise<Finding[]> {
	const { data, locales, defaultLocale } = content;
	const first = findingsIn(data.searchTests, (index) => data.searchTests.locateValue([index, "query"]), defaultLocale);
	const others = [...locales].map(([locale, file]) => findingsIn(file, (index) => file.locateValue(["searchTests", index, "query"]), locale));
	return (await Promise.all([first, ...others])).flat();

	async function findingsIn(file: Pick<DataFile<unknown>, "file">, placeOf: (index: number) => Place, locale: string): Promise<Finding[]> {
		const sources = searchSources(content, locale);
		if (sources.tests.length === 0) return [];
		const wrong = await (beside ? trySearchesBeside(sources) : trySearches(sources));
		return wrong.map(({ index, words }) => error("search-tests/ranking", file, placeOf(index), words));
	}
}

/** Tries all searches in a thread of its own. */
function trySearchesBeside(sources: SearchSources): Promise<WrongSearch[]> {
	return new Promise((resolve, reject) => {
		const worker = new Worker(new URL("search-thread.ts", import.meta.url), { workerData: sources });
		worker.once("message", resolve).once("error", reject);
	});
}
