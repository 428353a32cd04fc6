import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import * as z from "zod";
import type { Chance } from "./chance.ts";

const folder = join(import.meta.dirname, "vocabulary");

const schema = z.strictObject({
	/** What readers type on the day on which nothing works. */
	outage: z.array(z.string()).min(3),
	/** Things that no article is about. */
	gaps: z.array(z.strictObject({ about: z.string(), category: z.string(), phrasings: z.array(z.string()).min(3) })).length(8),
});

export type Vocabulary = z.output<typeof schema>;

/** Names of the vocabularies there are. */
export const vocabularies = readdirSync(folder)
	.filter((name) => name.endsWith(".yml"))
	.map((name) => name.slice(0, -".yml".length))
	.sort();

/** The words of one kind of company. */
export function readVocabulary(name: string): Vocabulary {
	return schema.parse(parse(readFileSync(join(folder, `${name}.yml`), "utf8")));
}

/** A slip of the finger in one of the longer words: two letters swapped, one left out, one doubled. */
function misspell(text: string, chance: Chance): string {
	const words = text.split(" ");
	const long = words.flatMap((word, place) => (word.length >= 5 ? [place] : []));
	if (long.length === 0) return text;
	const place = chance.pick(long);
	const word = words[place] ?? "";
	const at = 1 + chance.below(word.length - 2);
	const slips = [
		word.slice(0, at) + (word[at + 1] ?? "") + (word[at] ?? "") + word.slice(at + 2),
		word.slice(0, at) + word.slice(at + 1),
		word.slice(0, at) + (word[at] ?? "") + word.slice(at),
	];
	words[place] = chance.pick(slips);
	return words.join(" ");
}

const beginnings = ["how to", "how do i get", "where is", "help with", "please"];

/** One way in which a reader types a phrasing: as it is, in another order, as a question, or with a slip. */
export function typed(phrasing: string, chance: Chance): string {
	const way = chance.share();
	if (way < 0.55) return phrasing;
	if (way < 0.67) return phrasing.split(" ").reverse().join(" ");
	if (way < 0.82) return `${chance.pick(beginnings)} ${phrasing}`;
	return misspell(phrasing, chance);
}
