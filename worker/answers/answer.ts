import type { Answer, PersonOffer } from "#contract/answers.ts";
import { extract } from "./extract.ts";
import type { Retrieved } from "./retrieve.ts";

/** Articles that are named where nothing answers. */
const mostNearest = 3;

/** Makes the answer of what was retrieved, in the articles' own words; where nothing answers well enough, it says so. */
export function answerFrom({ answered, candidates, nearest, tree }: Retrieved, person: PersonOffer): Answer {
	const [best] = candidates;
	const parts = answered && best ? extract(best.blocks) : [];
	if (!best || parts.length === 0) return { kind: "unsure", nearest: nearest.slice(0, mostNearest), tree, person };
	return { kind: "answered", way: best.way, parts, sources: [best.source], tree, person };
}
