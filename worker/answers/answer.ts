import type { Answer, AnswerPart, PersonOffer, UnsureAnswer } from "#contract/answers.ts";
import { guessedFrom } from "./confidence.ts";
import { extract, lettersOf } from "./extract.ts";
import type { Candidate, Retrieved } from "./retrieve.ts";

/** Places, and articles, that are named where nothing answers. */
const mostNearest = 3;
/** Letters of a place that may help. */
const mostOfGuess = 400;

/** A section of the same article that fits at least this well, against the best place, is given with it: a section or its quick answer. */
const alsoFits = { section: 0.75, article: 0.5 };
/** Letters of both together. */
const mostOfBoth = 900;

/** Makes the answer of what was retrieved, in the articles' own words; where nothing answers well enough, it says so, with what may help. */
export function answerFrom(retrieved: Retrieved, person: PersonOffer): Answer {
	const { answered, candidates, tree } = retrieved;
	const [best, ...others] = candidates;
	const parts = answered && best ? extract(best.blocks) : [];
	if (!best || parts.length === 0) return { kind: "unsure", ...guessesOf(retrieved), tree, person };
	const more = secondOf(best, others, mostOfBoth - lettersOf(parts));
	return { kind: "answered", way: best.way, parts: [...parts, ...(more?.parts ?? [])], sources: [best.source, ...(more ? [more.source] : [])], tree, person };
}

/** What may help, at most two places of an article, and the nearest articles beside it. */
function guessesOf({ confidence, candidates, nearest }: Retrieved): Pick<UnsureAnswer, "guesses" | "nearest"> {
	const isOneOfTwo = ({ source }: Candidate, place: number) => candidates.slice(0, place).filter((before) => before.source.id === source.id).length < 2;
	const near = confidence >= guessedFrom ? candidates.filter(isOneOfTwo) : [];
	const guesses = near
		.slice(0, mostNearest)
		.map(({ source, blocks }) => ({ source, parts: extract(blocks, mostOfGuess).map(({ text, as }) => ({ text, as })) }));
	const given = guesses.filter(({ parts }) => parts.length > 0);
	const others = nearest.filter(({ id }) => !given.some(({ source }) => source.id === id));
	return { guesses: given, nearest: others.slice(0, mostNearest - given.length) };
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
