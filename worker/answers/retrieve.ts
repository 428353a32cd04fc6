import type { AnswerSource, AnswerWay } from "#contract/answers.ts";
import { redact } from "#contract/redaction.ts";
import type { Env } from "../env.ts";
import { languageAsked } from "../lib/library.ts";
import { Problem } from "../lib/problem.ts";
import { searchWords } from "../lib/site-search.ts";
import { isAnswered } from "./is-answered.ts";
import { rankSections, type Passage } from "./choose-section.ts";
import { readPassages } from "./read-passages.ts";
import type { Block } from "./sections.ts";
import { treesOf } from "./trees.ts";

/** A place of the site's articles that may answer: the quick answer of an article, or one of its sections. */
export interface Candidate {
	/** How it would answer. */
	way: Exclude<AnswerWay, "written">;
	/** Its pieces, in order. */
	blocks: Block[];
	/** The same as one text, without its heading. */
	text: string;
	source: AnswerSource;
	/** How well it fits, 0 to 1. */
	score: number;
}

/** What the articles hold of a question. */
export interface Retrieved {
	/** Whether the first candidate is good enough to be given as an answer. */
	answered: boolean;
	/** Probability, 0 to 1, that search gives to its first article. */
	confidence: number;
	/** The best first, at most four; empty where nothing is near. */
	candidates: Candidate[];
	/** The nearest articles, the best first, each once. */
	nearest: AnswerSource[];
	/** Address of the guided troubleshooter of the first candidate's article; null where it has none. */
	tree: string | null;
}

/** Articles that are read for a question. */
const articlesRead = 4;
const mostCandidates = 4;

/**
 * Looks a question up in the articles of a language. Personal data is taken out of it first.
 *
 * @throws Problem `invalid` for a language that the centre does not have, `unavailable` where search does not work
 */
export async function retrieve(env: Pick<Env, "ASSETS">, question: string, locale: string): Promise<Retrieved> {
	const { base } = await languageAsked(env, locale);
	const found = await searchWords(env, redact(question), { limit: articlesRead }, base);
	if (!found) throw new Problem("unavailable", { headers: { "retry-after": "60" } });
	const { results, confidence } = found.answer;
	const passages = await Promise.all(results.map((result) => readPassages(env, result, locale)));
	const ranked = rankSections(passages.flat(), found);
	const candidates = ranked.slice(0, mostCandidates).map(candidateOf);
	const [best] = ranked;
	const nearest = results.map(({ document: { id, title, url } }) => ({ id, title, url, heading: null }));
	const trees = await treesOf(env, base);
	return {
		answered: best !== undefined && isAnswered(best, found),
		confidence,
		candidates,
		nearest,
		tree: trees.get(best?.source.id ?? nearest[0]?.id ?? "") ?? null,
	};
}

function candidateOf({ way, blocks, source, score }: Passage & { score: number }): Candidate {
	return { way, blocks, text: blocks.map(({ text }) => text).join("\n"), source, score };
}
