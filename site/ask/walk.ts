import type { Walk } from "#site/lib/troubleshooter/add-walk.ts";
import { nodesById, type Tree, type TreeCheck, type TreeChoice, type TreeNode } from "#site/lib/troubleshooter/tree.ts";
import { walkEntry } from "#site/lib/troubleshooter/walk-entry.ts";
import type { TreeFile } from "./types.ts";

/** Where a walk through a guided troubleshooter stands. */
export interface WalkState {
	/** Answers so far, with the question that each was given to. */
	given: { question: TreeCheck; choice: TreeChoice }[];
	at: TreeNode;
}

/** Begins a walk at the first question; null where there is none. */
export function beginWalk({ nodes }: Tree): WalkState | null {
	return nodes[0] ? { given: [], at: nodes[0] } : null;
}

/** Answers the question where the walk stands. A choice that leads nowhere, or was not asked, leaves it there. */
export function choose(state: WalkState, choice: TreeChoice, { nodes }: Tree): WalkState {
	const next = nodesById(nodes).get(choice.to);
	return state.at.kind === "check" && next ? { given: [...state.given, { question: state.at, choice }], at: next } : state;
}

/** Goes back to an earlier question; what was answered before it stays. @param index from 0 */
export function backTo({ given, at }: WalkState, index: number): WalkState {
	return { given: given.slice(0, index), at: given[index]?.question ?? at };
}

/** The walk as the trail keeps it. */
export function entryOf({ article, title }: TreeFile, { given, at }: WalkState): Walk {
	const answers = given.map(({ question, choice }) => ({ question: question.words, answer: choice.words }));
	return walkEntry({ article, title, answers, ...(at.kind === "outcome" && { outcome: at.words }) });
}
