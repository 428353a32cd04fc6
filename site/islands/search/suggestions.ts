import type { SearchAnswer, SearchResult } from "#site/search/types.ts";
import type { Say } from "#site/strings/message.ts";
import type { SearchStrings } from "#site/strings/search.ts";

/** One choice of the list below a search box. */
export type Option =
	| { kind: "article"; result: SearchResult; position: number }
	/** Words to search for; a recent search can be removed. */
	| { kind: "words"; words: string; removable: boolean }
	| { kind: "forget" }
	/** Goes to the search page with the words of the box. */
	| { kind: "page"; label: string };

/** Choices that belong together, under a heading. */
export interface OptionGroup {
	id: string;
	label: string;
	/** The heading is said but not shown. */
	quiet?: boolean;
	options: Option[];
}

export const suggested = 6;

/** Popular searches that are not among the recent ones. */
export function othersOf(popular: readonly string[], recent: readonly string[]): string[] {
	const known = new Set(recent.map((words) => words.toLowerCase()));
	return popular.filter((words) => !known.has(words.toLowerCase()));
}

/** What an empty box offers. */
export function startGroups(recent: string[], popular: readonly string[], t: SearchStrings): OptionGroup[] {
	const others = othersOf(popular, recent);
	return [
		{
			id: "recent",
			label: t.recent,
			options: [...recent.map((words) => ({ kind: "words" as const, words, removable: true })), ...(recent.length > 0 ? [{ kind: "forget" as const }] : [])],
		},
		{ id: "popular", label: t.popular, options: others.map((words) => ({ kind: "words" as const, words, removable: false })) },
	].filter((group) => group.options.length > 0);
}

/** What an answer offers: articles where it is one, else what may have been meant; and always the search page. */
export function answerGroups({ answered, results, didYouMean }: SearchAnswer, t: SearchStrings): OptionGroup[] {
	const articles = answered ? results.slice(0, suggested).map((result, index) => ({ kind: "article" as const, result, position: index + 1 })) : [];
	const meant = !answered && didYouMean ? [{ kind: "words" as const, words: didYouMean, removable: false }] : [];
	return [
		{ id: "articles", label: t.suggestions, quiet: true, options: articles },
		{ id: "meant", label: t.didYouMean, options: meant },
		{
			id: "page",
			label: answered ? t.more : t.noAnswerShort,
			quiet: answered,
			options: [{ kind: "page" as const, label: answered ? t.allResults : t.otherWays }],
		},
	].filter((group) => group.options.length > 0);
}

/** The next place in a list of `count`, round its ends; -1 is the box itself, which only the keys of the text lead back to. */
export function step(active: number, count: number, direction: 1 | -1): number {
	if (count === 0) return -1;
	if (active < 0) return direction === 1 ? 0 : count - 1;
	return (active + direction + count) % count;
}

interface ListState {
	/** Search could not be loaded. */
	failed: boolean;
	answer: SearchAnswer | null;
}

/** What a screen reader is told of the list. */
export function announcement(groups: OptionGroup[], { failed, answer }: ListState, { t, say }: { t: SearchStrings; say: Say }): string {
	if (failed) return t.notLoadedSaid;
	const size = (id: string, kind: Option["kind"]) => groups.find((group) => group.id === id)?.options.filter((option) => option.kind === kind).length ?? 0;
	const articles = size("articles", "article");
	if (articles > 0) return say(t.suggestionCount, { count: articles });
	if (answer && groups.some(({ id }) => id === "page")) {
		return size("meant", "words") > 0 ? say(t.didYouMeanSaid, { words: answer.didYouMean ?? "" }) : t.noGoodSaid;
	}
	const recent = size("recent", "words");
	const popular = say(t.popularCount, { count: size("popular", "words") });
	if (recent === 0) return size("popular", "words") > 0 ? popular : "";
	const both =
		size("popular", "words") > 0 ? say(t.bothCounts, { recent: say(t.recentBeside, { count: recent }), popular }) : say(t.recentCount, { count: recent });
	return `${both}. ${t.deleteRemoves}`;
}
