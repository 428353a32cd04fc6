import type { SearchAnswer, SearchResult } from "#site/search/types.ts";

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
export function startGroups(recent: string[], popular: readonly string[]): OptionGroup[] {
	const others = othersOf(popular, recent);
	return [
		{
			id: "recent",
			label: "Recent searches",
			options: [...recent.map((words) => ({ kind: "words" as const, words, removable: true })), ...(recent.length > 0 ? [{ kind: "forget" as const }] : [])],
		},
		{ id: "popular", label: "Popular searches", options: others.map((words) => ({ kind: "words" as const, words, removable: false })) },
	].filter((group) => group.options.length > 0);
}

/** What an answer offers: articles where it is one, else what may have been meant; and always the search page. */
export function answerGroups({ answered, results, didYouMean }: SearchAnswer): OptionGroup[] {
	const articles = answered ? results.slice(0, suggested).map((result, index) => ({ kind: "article" as const, result, position: index + 1 })) : [];
	const meant = !answered && didYouMean ? [{ kind: "words" as const, words: didYouMean, removable: false }] : [];
	return [
		{ id: "articles", label: "Suggestions", quiet: true, options: articles },
		{ id: "meant", label: "Did you mean", options: meant },
		{
			id: "page",
			label: answered ? "More" : "We have no good answer to this yet",
			quiet: answered,
			options: [{ kind: "page" as const, label: answered ? "All results" : "Nearest topics and other ways on" }],
		},
	].filter((group) => group.options.length > 0);
}

/** The next place in a list of `count`, round its ends; -1 is the box itself, which only the keys of the text lead back to. */
export function step(active: number, count: number, direction: 1 | -1): number {
	if (count === 0) return -1;
	if (active < 0) return direction === 1 ? 0 : count - 1;
	return (active + direction + count) % count;
}

/** What a screen reader is told of the list. */
export function announcement(groups: OptionGroup[], state: { failed: boolean; answer: SearchAnswer | null }): string {
	if (state.failed) return "Search could not be loaded. Topics to browse follow.";
	const size = (id: string, kind: Option["kind"]) => groups.find((group) => group.id === id)?.options.filter((option) => option.kind === kind).length ?? 0;
	const articles = size("articles", "article");
	if (articles > 0) return articles === 1 ? "1 suggestion" : `${articles} suggestions`;
	if (state.answer && groups.some(({ id }) => id === "page")) {
		return size("meant", "words") > 0 ? `No good answer found. Did you mean: ${state.answer.didYouMean ?? ""}?` : "No good answer found";
	}
	const counts = [
		[size("recent", "words"), "recent"],
		[size("popular", "words"), "popular"],
	].flatMap(([count, name]) => (count ? [`${count} ${name}`] : []));
	if (counts.length === 0) return "";
	return `${counts.join(" and ")} searches${size("recent", "words") > 0 ? ". Delete removes a recent one" : ""}`;
}
