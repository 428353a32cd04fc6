import type { Finding } from "#site/lib/finding.ts";
import { createJargonFinder, plainWords } from "../jargon-words.ts";
import type { Jargon, JargonFound } from "../jargon-words.ts";
import type { Article, Content, Rule } from "../model.ts";
import { fixIn, leftOut, placeIn, proseOf } from "../prose.ts";
import type { Prose } from "../prose.ts";
import { warning, withFix } from "../report.ts";

/** jargon/word: articles of the default locale do without the words of jargon.yml. jargon/twice: that list does not contradict itself. */
export const jargon: Rule = ({ articles, defaultLocale, data }) => {
	const entries = data.jargon.data ?? [];
	if (entries.length === 0) return [];
	const find = createJargonFinder(firstOnes(entries));
	return [
		...twice(entries, data.jargon),
		...articles
			.filter(({ locale, archived }) => locale === defaultLocale && !archived)
			.flatMap((article) => proseOf(article).flatMap((prose) => find(unquoted(prose.text)).map((found) => judge(article, prose, found)))),
	];
};

/** What stands in quotation marks is quoted: a message or a label of the product. */
function unquoted(text: string): string {
	return /["“„«]/.test(text) ? text.replace(/"[^"\n]{1,160}"|[“„][^“”\n]{1,160}[“”]|«[^»\n]{1,160}»/g, (quoted) => leftOut.repeat(quoted.length)) : text;
}

function judge(article: Article, prose: Prose, { entry, index, words }: JargonFound): Finding {
	const found = warning("jargon/word", article, placeIn(article, prose, index), {
		what: `"${words}" is on the list of words to avoid`,
		why: entry.why ?? "A shorter, everyday word is understood at once, by people and by search.",
		remedy: remedyFor(entry),
	});
	const text = replacement(entry, words, prose.text.slice(Math.max(0, index - 4), index));
	const fix = prose.kind === "text" && text !== undefined ? fixIn(article, prose, index, words, text) : undefined;
	return withFix(found, fix);
}

function remedyFor({ instead }: Jargon): string {
	if (instead === "") return "Leave it out.";
	const [last = "", ...others] = [instead]
		.flat()
		.map((words) => `"${words}"`)
		.reverse();
	return others.length === 0 ? `Write ${last}.` : `Write ${others.reverse().join(", ")} or ${last}.`;
}

/** What can stand in the same place without a change around it: one text, for the word as it is listed, after the same article. */
function replacement({ word, instead }: Jargon, words: string, before: string): string | undefined {
	if (typeof instead !== "string" || instead === "" || plainWords(words) !== plainWords(word)) return undefined;
	if (/\ban? $/i.test(before) && /^[aeiou]/i.test(words) !== /^[aeiou]/i.test(instead)) return undefined;
	if (words === words.toLowerCase()) return instead;
	const capital = words.slice(0, 1) + words.slice(1).toLowerCase() === words;
	return capital ? instead.slice(0, 1).toUpperCase() + instead.slice(1) : undefined;
}

function firstOnes(entries: Jargon[]): Jargon[] {
	return [...new Map(entries.toReversed().map((entry) => [plainWords(entry.word), entry])).values()];
}

function twice(entries: Jargon[], file: Content["data"]["jargon"]): Finding[] {
	const first = new Map<string, number>();
	const find = createJargonFinder(firstOnes(entries));
	return entries.flatMap(({ word, instead }, index): Finding[] => {
		const other = first.get(plainWords(word));
		if (other === undefined) first.set(plainWords(word), index);
		const same = other !== undefined && String(entries[other]?.instead) === String(instead);
		const again =
			other === undefined
				? []
				: [
						warning("jargon/twice", file, file.locateValue([index, "word"]), {
							what: `"${word}" is on the list twice${same ? "" : ", with different advice"}; first in line ${file.locateValue([other, "word"]).line}`,
							why: "Only the first entry holds.",
							remedy: same ? "Delete this entry." : "Decide what writers should write, and keep one entry.",
						}),
					];
		const advised = [instead].flat().flatMap((words) => find(words).map((found) => ({ words, found })));
		return [
			...again,
			...advised.map(({ words, found }) =>
				warning("jargon/twice", file, file.locateValue([index, "instead"]), {
					what: `the list says to write "${words}" instead of "${word}", and to avoid "${found.words}"`,
					why: "Whoever follows the advice gets the next warning.",
					remedy: `Write in "instead" what the entry "${found.entry.word}" says, or take that entry off the list.`,
				}),
			),
		];
	});
}
