import type { SiteWords } from "../../lib/site-search.ts";

/** Stems of which one stands for all that mean the same. */
export interface SameWords {
	/** Brings stems in their order to those that stand for them; a phrase that means one word becomes that word. */
	replace(stems: string[]): string[];
	/** Articles that hold a stem or another that it stands for: the most of them. */
	holding(stem: string): number;
}

/** Reads the synonyms of a site, where one stem means another and the other way round, or has no other meaning. */
export function sameWords({ synonyms, holding }: SiteWords): SameWords {
	const standsFor = new Map<string, string>();
	const members = new Map<string, string[]>();
	const find = (stem: string): string => {
		const next = standsFor.get(stem);
		return next === undefined ? stem : find(next);
	};
	const unite = (a: string, b: string) => {
		const [first = a, second = b] = [find(a), find(b)].sort();
		if (first === second) return;
		standsFor.set(second, first);
		members.set(first, [...(members.get(first) ?? [first]), ...(members.get(second) ?? [second])]);
	};
	const singles = new Map(synonyms.flatMap(({ from: [stem, more], to }) => (stem !== undefined && more === undefined ? [[stem, to] as const] : [])));
	for (const [stem, to] of singles) for (const other of to) if (to.length === 1 || singles.get(other)?.includes(stem)) unite(stem, other);
	const phrases = synonyms.flatMap(({ from, to }) => {
		if (from.length < 2) return [];
		const word = to.length === 1 ? to[0] : to.find((stem) => from.some((part) => singles.get(stem)?.includes(part)));
		return word === undefined ? [] : [{ from, word }];
	});
	const byFirst = Map.groupBy(phrases, ({ from }) => from[0] ?? "");
	return {
		replace(stems) {
			const replaced: string[] = [];
			for (let at = 0; at < stems.length;) {
				const stem = stems[at] ?? "";
				const phrase = byFirst.get(stem)?.find(({ from }) => from.every((part, offset) => stems[at + offset] === part));
				replaced.push(find(phrase?.word ?? stem));
				at += phrase?.from.length ?? 1;
			}
			return replaced;
		},
		holding: (stem) => Math.max(...(members.get(stem) ?? [stem]).map(holding)),
	};
}
