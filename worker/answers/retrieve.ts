import type { AnswerSource, AnswerWay } from "#contract/answers.ts";
import { redact } from "#contract/redaction.ts";
import type { Block } from "#contract/sections.ts";
import type { Env } from "../env.ts";
import { languageAsked, readSections } from "../lib/library.ts";
import { Problem } from "../lib/problem.ts";
import { searchWords } from "../lib/site-search.ts";
import { asksForNumber } from "./asks-for-number.ts";
import { rankPassages, wordsTold } from "./choose-section.ts";
import { answeredFrom, confidenceOf } from "./confidence.ts";
import { focus } from "./focus.ts";
import { passagesOf } from "./passages-of.ts";
import { treesOf } from "./trees.ts";

/** A place of the site's articles that may answer: the quick answer of an article, or one of its sections. */
export interface Candidate {
	/** How it would answer. */
	way: Exclude<AnswerWay, "written">;
	/** What an answer in its own words is made of; of a long section, what speaks of the question. */
	blocks: Block[];
	/** All of it as one text, a line each, without its heading. */
	text: string;
	source: AnswerSource;
	/** How well it fits, 0 to 1. */
	score: number;
}

/** What the articles hold of a question. */
export interface Retrieved {
	/** Whether the first candidate is good enough to be given as an answer. */
	answered: boolean;
	/** Probability, 0 to 1, that the first candidate answers. */
	confidence: number;
	/** The best first, at most eight; empty where nothing is near. */
	candidates: Candidate[];
	/** The nearest articles, the best first, each once. */
	nearest: AnswerSource[];
	/** Address of the guided troubleshooter of the first candidate's article; null where it has none. */
	tree: string | null;
}

/** Articles that are read for a question. */
const articlesRead = 6;
const mostCandidates = 8;

/**
 * Looks a question up in the articles of a language. Personal data is taken out of it first.
 *
 * @throws Problem `invalid` for a language that the centre does not have, `unavailable` where search does not work
 */
export async function retrieve(env: Pick<Env, "ASSETS">, question: string, locale: string): Promise<Retrieved> {
	const { base } = await languageAsked(env, locale);
	const asked = redact(question);
	const found = await searchWords(env, asked, { limit: articlesRead }, base);
	if (!found) throw new Problem("unavailable", { headers: { "retry-after": "60" } });
	const { results, terms } = found.answer;
	const ids = results.map(({ document }) => document.id);
	const sections = await readSections(env, ids, locale);
	const passages = results.flatMap((result) => passagesOf(result, sections.get(result.document.id) ?? []));
	const told = wordsTold(terms, found.holding);
	const ranked = rankPassages(passages, { told, articles: found.articles, analyse: found.analyse, forNumber: asksForNumber(asked, locale) });
	const candidates = ranked.slice(0, mostCandidates).map(({ way, blocks, source, score }): Candidate => {
		const text = blocks.map((block) => block.text).join("\n");
		return { way, blocks: focus(blocks, told, found.analyse), text, source, score };
	});
	const [best] = ranked;
	const confidence = best ? confidenceOf(best, { words: terms.length, articles: found.articles, search: found.answer.confidence }) : 0;
	const nearest = results.map(({ document: { id, title, url } }) => ({ id, title, url, heading: null }));
	const trees = await treesOf(env, base);
	return {
		answered: confidence >= answeredFrom,
		confidence,
		candidates,
		nearest,
		tree: trees.get(best?.source.id ?? nearest[0]?.id ?? "") ?? null,
	};
}
