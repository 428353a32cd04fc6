import type { Article } from "../model.ts";
import { plainTitle, sharedPart } from "../title-words.ts";

/** Below this, two texts are alike by chance only. */
const alike = 0.3;

/** Words too frequent to tell anything. */
const empty = new Set("and are can does for from has have how the this that was were what when where which who why will with you your".split(" "));

/** Words of three letters or more, without their plural s; whole texts are compared by them, so they are cheap. */
function wordsOf(text: string): Set<string> {
	const words = plainTitle(text).split(" ");
	return new Set(words.filter((word) => word.length > 2 && !empty.has(word)).map((word) => (word.length > 3 ? word.replace(/s$/, "") : word)));
}

/** Finds the article that is most like a title and a text. */
export type MostAlike = (title: string, text: string) => Article | undefined;

/**
 * Looks among articles of one locale. Titles and texts count the same; words are compared, not their order. What it looks up in is made
 * at the first question, as a sound centre asks none.
 */
export function createMostAlike(articles: readonly Article[]): MostAlike {
	let index: ReturnType<typeof createIndex> | undefined;
	return (title, text) => {
		index ??= createIndex(articles);
		const words = wordsOf(text);
		const titleWords = wordsOf(title);
		const shared = new Map<number, number>();
		for (const word of words) for (const number of index.holders.get(word) ?? []) shared.set(number, (shared.get(number) ?? 0) + 1);
		let best: { article: Article; score: number } | undefined;
		for (const [number, article] of articles.entries()) {
			const both = shared.get(number) ?? 0;
			const all = words.size + (index.sizes[number] ?? 0) - both;
			const texts = all === 0 ? 0 : both / all;
			// A text in other words under the same title, or the other way round.
			const score = Math.max((sharedPart(titleWords, index.titles[number] ?? new Set()) + texts) / 2, texts > 0.5 ? texts : 0);
			if (score >= alike && (!best || score > best.score)) best = { article, score };
		}
		return best?.article;
	};
}

function createIndex(articles: readonly Article[]): { holders: Map<string, number[]>; sizes: number[]; titles: Set<string>[] } {
	const holders = new Map<string, number[]>();
	const sizes = articles.map(({ text, frontMatter }, number) => {
		const words = wordsOf(text.slice(frontMatter.bodyOffset));
		for (const word of words) {
			const list = holders.get(word);
			if (list) list.push(number);
			else holders.set(word, [number]);
		}
		return words.size;
	});
	return { holders, sizes, titles: articles.map(({ title = "" }) => wordsOf(title)) };
}

/** The id that says most nearly the same; of two lists in the order of the page, the one that came in place of another where no words tell. */
export function likeliestId(old: string, before: readonly string[], now: readonly string[]): string | undefined {
	const added = now.filter((id) => !before.includes(id));
	const removed = before.filter((id) => !now.includes(id));
	const scores = added.map((id) => ({ id, score: sharedPart(wordsOf(old), wordsOf(id)) })).sort((one, other) => other.score - one.score);
	const [best] = scores;
	if (best && best.score >= alike) return best.id;
	return added.length === 1 && removed.length === 1 ? added[0] : undefined;
}
