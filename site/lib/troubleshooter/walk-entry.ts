import { limits } from "#contract/limits.ts";
import type { Walk } from "./add-walk.ts";

/** A walk as the trail keeps it: the last answers, each as long as the wire takes. */
export function walkEntry({ article, title, answers, outcome }: Omit<Walk, "kind">): Walk {
	const short = (text: string) => text.slice(0, limits.answer);
	return {
		kind: "guided",
		article,
		title: title.slice(0, 200),
		answers: answers.slice(-limits.answers).map(({ question, answer }) => ({ question: short(question), answer: short(answer) })),
		...(outcome !== undefined && { outcome: short(outcome) }),
	};
}
