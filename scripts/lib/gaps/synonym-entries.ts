import type { SearchAnswer } from "#site/search/types.ts";
import type { SynonymsData } from "#site/schemas/search.ts";
import { analyseIn } from "../checks/language-of.ts";
import type { Article, Content } from "../checks/model.ts";
import { searchSources } from "../checks/search-content.ts";
import { yamlText, type Entry } from "./yaml-list.ts";

/** Who types `from` also means `to`. */
export interface OneWay {
	from: string;
	to: string[];
}

/** How many words of a title a synonym means: those that tell its article from the others. */
const mostMeant = 2;

/** The words of a site. */
export interface Vocabulary {
	/** How many published articles of the default locale hold a stem; 1 for what synonyms.yml alone speaks for. */
	held: ReadonlyMap<string, number>;
	/** How much a stem tells of an article: how often it says it, and how few others do (tf-idf). */
	tells(article: string, stem: string): number;
}

/** Reads the words of a site's published articles. */
export function vocabularyOf(content: Content): Vocabulary {
	const analyse = analyseIn(content.defaultLocale);
	const { documents, synonyms } = searchSources(content);
	const held = new Map<string, number>();
	const own = new Map<string, Map<string, number>>();
	for (const { id, title, summary, keywords, asked, headings, passages } of documents) {
		const counts = new Map<string, number>();
		const texts = [title, summary, ...keywords, ...asked, ...[...headings, ...passages].map(({ text }) => text)];
		for (const { stem } of texts.flatMap((text) => analyse(text))) counts.set(stem, (counts.get(stem) ?? 0) + 1);
		for (const stem of counts.keys()) held.set(stem, (held.get(stem) ?? 0) + 1);
		own.set(id, counts);
	}
	const spoken = [...synonyms.both.flat(), ...synonyms.oneWay.map(({ from }) => from)].flatMap((text) => analyse(text));
	for (const { stem } of spoken) if (!held.has(stem)) held.set(stem, 1);
	const tells = (article: string, stem: string) => (own.get(article)?.get(stem) ?? 0) * Math.log((documents.length + 1) / (held.get(stem) ?? 1));
	return { held, tells };
}

/**
 * The synonym that would lead a search to an article: its one word that no article holds, and that search takes for no slip of the
 * keyboard, means the most telling words of the article's title. A word that some article holds is left alone, as it would speak for the readers
 * of that one too.
 */
export function synonymsFor(
	{ terms }: Pick<SearchAnswer, "terms">,
	article: Pick<Article, "id" | "title">,
	{ held, tells }: Vocabulary,
	locale: string,
): OneWay[] {
	const subjects = [...new Map(analyseIn(locale)(article.title ?? "").map((word) => [word.stem, word])).values()].filter(({ functional }) => !functional);
	const telling = [...subjects].sort((a, b) => tells(article.id, b.stem) - tells(article.id, a.stem)).slice(0, mostMeant);
	const to = subjects.filter((word) => telling.includes(word)).map(({ word }) => word);
	if (to.length === 0) return [];
	const unknown = terms.filter(
		({ word, functional, repaired, stems }) =>
			!functional && repaired === null && /^\p{L}[\p{L}\p{M}'’-]{2,}$/u.test(word) && stems.every(({ stem, kind }) => kind === "typed" && !held.has(stem)),
	);
	// Of several unknown words nobody can tell which one stands for the article.
	const [from, other] = new Set(unknown.map(({ word }) => word));
	return from === undefined || other !== undefined ? [] : [{ from, to: [to.join(" ")] }];
}

/** Those whose word synonyms.yml does not speak for yet, each word once, whatever its ending. */
export function freshSynonyms(wanted: readonly OneWay[], { oneWay }: SynonymsData, locale: string): OneWay[] {
	const keyOf = ({ from }: OneWay) =>
		analyseIn(locale)(from)
			.map(({ stem }) => stem)
			.join(" ");
	const known = new Set(oneWay.map(keyOf));
	return [...new Map([...wanted].reverse().map((one) => [keyOf(one), one]))]
		.reverse()
		.filter(([key]) => !known.has(key))
		.map(([, one]) => one);
}

/** As lines of synonyms.yml. */
export function synonymEntries(synonyms: readonly OneWay[]): Entry[] {
	return synonyms.map((value) => ({ value, line: `{ from: ${yamlText(value.from)}, to: [${value.to.map(yamlText).join(", ")}] }` }));
}
