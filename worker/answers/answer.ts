import type { Answer, AnswerPart, PersonOffer } from "#contract/answers.ts";
import { extract, lettersOf } from "./extract.ts";
import type { Candidate, Retrieved } from "./retrieve.ts";

/** Articles that are named where nothing answers. */
const mostNearest = 3;

/** A section of the same article that fits at least this well, against the best place, is given with it: a section or its quick answer. */
const alsoFits = { section: 0.75, article: 0.5 };
/** Letters of both together. */
const mostOfBoth = 900;

/** Makes the answer of what was retrieved, in the articles' own words; where nothing answers well enough, it says so. */
export function answerFrom({ answered, candidates, nearest, tree }: Retrieved, person: PersonOffer): Answer {
	const [best, ...others] = candidates;
	const parts = answered && best ? extract(best.blocks) : [];
	if (!best || parts.length === 0) return { kind: "unsure", nearest: nearest.slice(0, mostNearest), tree, person };
	const more = secondOf(best, others, mostOfBoth - lettersOf(parts));
	return { kind: "answered", way: best.way, parts: [...parts, ...(more?.parts ?? [])], sources: [best.source, ...(more ? [more.source] : [])], tree, person };
}

/**
 * What the section that fits second best in the same article adds: the quick answer often lacks the fact, and of two sections that fit nearly
 * alike, words alone do not tell which one has it. The opening of the article adds nothing to a section.
 */
function secondOf(best: Candidate, others: readonly Candidate[], room: number): { parts: AnswerPart[]; source: Candidate["source"] } | null {
	const second = others.find(
		({ way, source, score }) =>
			way !== "article" && source.id === best.source.id && score >= alsoFits[best.way === "article" ? "article" : "section"] * best.score,
	);
	const parts = second ? extract(second.blocks, room, 1) : [];
	return second && parts.length > 0 ? { parts, source: second.source } : null;
}
