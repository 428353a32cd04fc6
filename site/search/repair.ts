import Fuse from "fuse.js/basic";
import { slips } from "./slips.ts";
import type { KnownWord } from "./vocabulary.ts";

/** A word that may have been meant. */
export interface Candidate {
	word: string;
	/** Likelihood as a logarithm; only differences mean something. */
	likelihood: number;
}

/** Proposes what an unknown word may be a misspelling of, the likeliest first. */
export type Repair = (word: string) => Candidate[];

/** What a slip costs, what it brings to begin alike, and how much being frequent helps. */
const slipCost = 3;
const sameStart = 1;
const frequency = 0.5;
const proposed = 5;
const shortest = 3;
const longest = 30;
/** Slips that a word may hold, from so many letters on two. */
const longWord = 8;
const slipsOfShort = 1.3;
const slipsOfLong = 2.3;

/** Letters that may stand before a word whose first letter was lost or mistaken. */
const firstLetters = Array.from("abcdefghijklmnopqrstuvwxyz");

/**
 * Whether a short word may be a slip at all. Another first letter makes another word (dark, mark) unless two were swapped or one was lost,
 * and people leave letters out of short words rather than adding some (`sms` is not `ss`).
 */
function isPlausible(typed: string, meant: string): boolean {
	if (typed.length <= 4 && meant.length < typed.length) return false;
	if (typed.length === 3 && meant.length === 3 && Array.from(typed).sort().join("") !== Array.from(meant).sort().join("")) return false;
	return typed.length > 5 || meant[0] === typed[0] || meant.length !== typed.length || meant[1] === typed[0];
}

/**
 * Makes the repair of one vocabulary. Fuse.js proposes among the words that begin with the first or second letter typed, and the
 * number of edits decides; a wrong first letter is tried letter by letter. Words with digits are codes and left alone.
 */
export function createRepair(vocabulary: KnownWord[]): Repair {
	const documents = new Map(vocabulary.map(({ word, documents }) => [word, documents]));
	const byLetter = new Map<string, string[]>();
	for (const word of documents.keys()) {
		const alike = byLetter.get(word[0] ?? "");
		if (alike) alike.push(word);
		else byLetter.set(word[0] ?? "", [word]);
	}
	const fuses = new Map<string, Fuse<string>>();
	const remembered = new Map<string, Candidate[]>();

	function fuseOf(letter: string): Fuse<string> | null {
		const known = fuses.get(letter);
		if (known) return known;
		const words = byLetter.get(letter);
		if (!words) return null;
		const fuse = new Fuse(words, { threshold: 0.4, ignoreLocation: true, includeScore: false, minMatchCharLength: 2 });
		fuses.set(letter, fuse);
		return fuse;
	}

	function near(word: string): Set<string> {
		const [first = "", second = ""] = word;
		const found = new Set(
			[first, second].flatMap(
				(letter) =>
					fuseOf(letter)
						?.search(word, { limit: 80 })
						.map(({ item }) => item) ?? [],
			),
		);
		for (const letter of firstLetters) for (const rest of [word, word.slice(1)]) if (documents.has(letter + rest)) found.add(letter + rest);
		return found;
	}

	return function repair(word) {
		if (word.length < shortest || word.length > longest || /\d/.test(word)) return [];
		const known = remembered.get(word);
		if (known) return known;
		const limit = word.length < longWord ? slipsOfShort : slipsOfLong;
		const candidates = [...near(word)]
			.map((item) => ({ item, cost: slips(word, item, limit) }))
			.filter(({ item, cost }) => cost <= limit && isPlausible(word, item))
			.map(({ item, cost }) => ({
				word: item,
				likelihood: frequency * Math.log(documents.get(item) ?? 1) - slipCost * cost + (item[0] === word[0] ? sameStart : 0),
			}))
			.sort((a, b) => b.likelihood - a.likelihood)
			.slice(0, proposed);
		if (remembered.size < 10_000) remembered.set(word, candidates);
		return candidates;
	};
}
