import type { Answer, AnswerPart, PersonOffer } from "#contract/answers.ts";
import { extract, lettersOf, mostLetters } from "./extract.ts";
import type { Candidate, Retrieved } from "./retrieve.ts";

/** Articles that are named where nothing answers. */
const mostNearest = 3;

/** A section that fits at least this well, against the quick answer of its article, is given with it. */
const alsoFits = 0.6;

/** Makes the answer of what was retrieved, in the articles' own words; where nothing answers well enough, it says so. */
export function answerFrom({ answered, candidates, nearest, tree }: Retrieved, person: PersonOffer): Answer {
	const [best, ...others] = candidates;
	const parts = answered && best ? extract(best.blocks) : [];
	if (!best || parts.length === 0) return { kind: "unsure", nearest: nearest.slice(0, mostNearest), tree, person };
	const more = best.way === "article" ? sectionOf(best, others, mostLetters - lettersOf(parts)) : null;
	return { kind: "answered", way: best.way, parts: [...parts, ...(more?.parts ?? [])], sources: [best.source, ...(more ? [more.source] : [])], tree, person };
}

/** What the best section of the same article adds to its quick answer. */
function sectionOf(best: Candidate, others: readonly Candidate[], room: number): { parts: AnswerPart[]; source: Candidate["source"] } | null {
	const section = others.find(({ source, score }) => source.id === best.source.id && score >= alsoFits * best.score);
	const parts = section ? extract(section.blocks, room, 1) : [];
	return section && parts.length > 0 ? { parts, source: section.source } : null;
}
