import { fleschKincaid } from "flesch-kincaid";
import { syllable } from "syllable";
import type { Finding } from "#site/lib/finding.ts";
import type { Article, Rule } from "../model.ts";
import { isEnglish, placeIn, proseOf } from "../prose.ts";
import type { Prose } from "../prose.ts";
import { startOfBody, warning } from "../report.ts";

/**
 * Highest school grade, by Flesch and Kincaid (US Navy, 1975). WCAG 2.2 (3.1.5) asks for what nine years of school can read; names of
 * products and standards, which no writer can avoid, add up to three years.
 */
const hardest = 12;
/** Most words of a sentence. The GOV.UK style guide asks for 25; labels of the product are not counted here, and nobody should be nagged for one word. */
export const longest = 35;
/** Fewer words tell nothing about an article. */
const fewest = 100;

const sentences = new Intl.Segmenter("en", { granularity: "sentence" });
const token = /[\p{L}\p{N}_][\p{L}\p{N}_'’.-]*/gu;
const word = /^\p{L}[\p{L}'’-]*\.?$/u;
const syllables = new Map<string, number>();

/** readability/grade: an article can be read after twelve years of school. readability/sentence: and each sentence in one go. English only. */
export const readability: Rule = ({ articles }) => articles.filter((article) => isEnglish(article) && !article.archived).flatMap(check);

function check(article: Article): Finding[] {
	const counts = { sentence: 0, word: 0, syllable: 0 };
	const findings: Finding[] = [];
	for (const prose of proseOf(article)) {
		if (prose.kind !== "text") continue;
		for (const { segment, index } of sentences.segment(prose.text)) {
			const words = wordsOf(segment);
			if (words.length === 0) continue;
			counts.sentence++;
			counts.word += words.length;
			for (const each of words) counts.syllable += syllablesOf(each);
			if (words.length > longest) findings.push(longSentence(article, prose, { segment, index, count: words.length }));
		}
	}
	const grade = fleschKincaid(counts);
	if (counts.word < fewest || grade <= hardest) return findings;
	const average = Math.round(counts.word / counts.sentence);
	return [
		warning("readability/grade", article, startOfBody(article), {
			what: `the text is hard to read: grade ${grade.toFixed(1)} (years of school); at most ${hardest} is good. A sentence has ${average} words on average`,
			why: "Many readers are in a hurry, on a phone, or read English as a second language.",
			remedy: "Make two sentences of the long ones, and take shorter, everyday words.",
		}),
		...findings,
	];
}

/** Words of running text; numbers, codes and names with digits are none. */
function wordsOf(sentence: string): string[] {
	return (sentence.match(token) ?? []).filter((each) => word.test(each));
}

function syllablesOf(each: string): number {
	const count = syllables.get(each) ?? syllable(each);
	syllables.set(each, count);
	return count;
}

function longSentence(article: Article, prose: Prose, { segment, index, count }: { segment: string; index: number; count: number }): Finding {
	const start = wordsOf(segment).slice(0, 6).join(" ");
	return warning("readability/sentence", article, placeIn(article, prose, index + (/[\p{L}\p{N}]/u.exec(segment)?.index ?? 0)), {
		what: `the sentence that begins "${start}" has ${count} words; at most ${longest} are good`,
		why: "Readers lose the thread, most of all on a phone.",
		remedy: "Make two or three sentences of it, or a list.",
	});
}
