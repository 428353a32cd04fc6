import type { LearnedWordsData } from "#site/schemas/search.ts";
import { mayBePersonal } from "./personal.ts";
import { spellingKey, tidy } from "./tidy.ts";

/** A search and the article that helped, as the report API or a log tells it. */
export interface LogRow {
	query: string;
	/** The article's id. */
	article: string;
	/** Most distinct visitors of one day. */
	visitors: number;
}

/** Why a search was not taken, in words for "3 searches …". */
export const dropReasons = {
	few: "had fewer visitors in a day than --minimum",
	long: "are longer than 120 characters",
	short: "have fewer than two letters or digits",
	personal: "may hold personal data (an address, a number of five digits or more, what redaction removes)",
	missing: "led to an article that is not published here",
	archived: "led to an article that is archived",
	merged: "are another spelling of one that was taken",
	elsewhere: "led more readers to another article",
	crowded: "are beyond the 100 that an article may have",
} as const;

export type DropReason = keyof typeof dropReasons;

export interface Learned {
	words: LearnedWordsData;
	/** How many searches were taken. */
	taken: number;
	/** How many were not, by reason. With `taken` they are all rows. */
	dropped: Record<DropReason, number>;
}

interface LearnOptions {
	/** Articles that can be read, by id. */
	articles: ReadonlyMap<string, "published" | "archived">;
	/** Fewest visitors of one day. */
	minimum: number;
}

type Search = LearnedWordsData[number]["searches"][number];

const longest = 120;
const mostOfArticle = 100;

const byText = (a: string, b: string) => (a < b ? -1 : Number(a > b));
const byVisitors = (a: Search, b: Search) => b.visitors - a.visitors || byText(a.words, b.words);

/** Gives each article the searches its readers used. The same rows give the same words, in whatever order they come. */
export function learnWords(rows: Iterable<LogRow>, { articles, minimum }: LearnOptions): Learned {
	const dropped = Object.fromEntries(Object.keys(dropReasons).map((reason) => [reason, 0])) as Learned["dropped"];
	const groups = new Map<string, Map<string, Search>>();
	for (const { query, article, visitors } of rows) {
		const search = { words: tidy(query), visitors };
		const reason = visitors < minimum ? "few" : (unfit(query, search.words) ?? unreadable(articles.get(article)));
		if (reason) {
			dropped[reason]++;
			continue;
		}
		const key = spellingKey(search.words);
		const group = groups.get(key) ?? new Map<string, Search>();
		const known = group.get(article);
		if (known) dropped.merged++;
		if (!known || byVisitors(search, known) < 0) group.set(article, search);
		groups.set(key, group);
	}
	const learned = new Map<string, Search[]>();
	for (const group of groups.values()) {
		const all = [...group.values()].reduce((sum, { visitors }) => sum + visitors, 0);
		for (const [article, search] of group) {
			if (search.visitors * 2 < all) dropped.elsewhere++;
			else learned.set(article, [...(learned.get(article) ?? []), search]);
		}
	}
	const words = [...learned].map(([article, searches]) => ({ article, searches: searches.sort(byVisitors) })).sort((a, b) => byText(a.article, b.article));
	for (const { searches } of words) dropped.crowded += searches.splice(mostOfArticle).length;
	return { words, taken: words.reduce((sum, { searches }) => sum + searches.length, 0), dropped };
}

function unfit(query: string, words: string): DropReason | null {
	if (query.length > 10 * longest || words.length > longest) return "long";
	if ((words.match(/[\p{L}\p{N}]/gu) ?? []).length < 2) return "short";
	return mayBePersonal(query) ? "personal" : null;
}

function unreadable(state: "published" | "archived" | undefined): DropReason | null {
	if (state === undefined) return "missing";
	return state === "archived" ? "archived" : null;
}
