import { supportOf } from "../confidence.ts";
import { scoreQuery, type PostingSource } from "../score.ts";
import type { QueryTerm } from "../types.ts";
import { featuresOf, wordsBefore, type WordWeight } from "./postings.ts";
import type { createBuildSource } from "./posting-source.ts";
import type { Text } from "./documents.ts";

/** Texts that are long enough to be a question and short enough to be one. */
const shortest = 3;
const longest = 20;
const samples = 300;
/** Share of questions with an answer that must not be turned away. */
const keepOfTexts = 0.95;
const keepOfAsked = 0.97;
/** Below this number of texts the site cannot teach anything. */
const minimum = 60;

/** For a site that is too small to teach its own. */
const byDefault = 0.15;
/**
 * Up to the first number of articles a site is that small whatever it says, and from the second on it is not. In few articles most words
 * stand once, so that a sentence finds little of itself elsewhere, and the site would learn to be content with nearly nothing: with 6 to
 * 30 of the sample's articles its own texts say 0.04 to 0.08 and let 56 to 81 % of the searches for the other articles pass as
 * answered; 0.15 lets 11 to 30 % pass, and withholds 0 to 2 % of the real answers.
 */
const smallUpTo = 30;
const largeFrom = 60;

interface Example {
	document: number;
	text: Text;
	/** What the text adds to the document's frequencies. */
	added: Map<string, number>;
}

/** Every text that may stand for a question, one in so many, the same at each build. */
function examples(documents: Text[][], weigh: WordWeight): Example[] {
	const all = documents.flatMap((texts, document) => {
		const before = wordsBefore(texts);
		return texts.flatMap((text, index) =>
			text.words.length >= shortest && text.words.length <= longest && text.words.some(({ functional }) => !functional)
				? [{ document, text, read: before[index] ?? 0 }]
				: [],
		);
	});
	// What readers asked tells best how readers ask.
	const asked = all.filter(({ text }) => text.field === "asked");
	const taken = asked.length >= minimum ? asked : all;
	const step = Math.max(1, taken.length / samples);
	return Array.from({ length: Math.min(taken.length, samples) }, (_, index) => taken[Math.floor(index * step)]).flatMap((example) => {
		if (!example) return [];
		const added = new Map<string, number>();
		const weight = weigh(example.text.field, example.document);
		for (const feature of featuresOf(example.text, example.read)) added.set(feature, (added.get(feature) ?? 0) + weight);
		return [{ document: example.document, text: example.text, added }];
	});
}

function termsOf({ words }: Text): QueryTerm[] {
	return words.map(({ word, stem, functional }) => ({ word, functional, stems: [{ stem, weight: 1, kind: "typed" }], repaired: null }));
}

/** How far the best document of a source holds a text. */
function bestSupport(text: Text, source: PostingSource): number {
	const terms = termsOf(text);
	const { scores } = scoreQuery(terms, source);
	return supportOf(
		terms,
		scores.reduce((best, score, document) => (score > (scores[best] ?? 0) ? document : best), 0),
		source,
	);
}

/**
 * Teaches a site what an answer looks like, by its own texts: a sentence asked of the site without that sentence stands for a question
 * that has an answer.
 *
 * @returns the support that 95 % of them reach (97 % of what readers asked: they ask alike, so new questions are harder); of a small site more
 */
export function calibrate(documents: Text[][], weigh: WordWeight, source: ReturnType<typeof createBuildSource>): number {
	const taught = examples(documents, weigh);
	if (taught.length < minimum) return byDefault;
	const supports = taught.map(({ text, document, added }) => bestSupport(text, source.withoutText(document, added))).sort((a, b) => a - b);
	const keep = taught[0]?.text.field === "asked" ? keepOfAsked : keepOfTexts;
	const own = supports[Math.floor(supports.length * (1 - keep))] ?? byDefault;
	const trust = Math.max(0, Math.min(1, (documents.length - smallUpTo) / (largeFrom - smallUpTo)));
	return Number((own ** trust * Math.max(own, byDefault) ** (1 - trust)).toPrecision(4));
}
