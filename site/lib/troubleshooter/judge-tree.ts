import { limits } from "#contract/limits.ts";
import type { Finding } from "../finding.ts";
import { nearest } from "../nearest.ts";
import { endingIds, nodesById, reachedIds, type Tree, type TreeChoice, type TreeNode } from "./tree.ts";

/** What is wrong with a tree, and with which part of it. */
export interface TreeProblem extends Pick<Finding, "rule" | "what" | "why" | "remedy"> {
	/** Undefined: the tree as a whole. */
	at: TreeNode | TreeChoice | undefined;
}

/** Finds everything that would leave a reader in the middle of a tree, or a part of it unread. A tree without problems can be walked. */
export function judgeTree(tree: Tree): TreeProblem[] {
	return [...judgeStart(tree), ...judgeIds(tree), ...tree.nodes.flatMap((node) => judgeNode(node, tree)), ...judgeWays(tree)];
}

/** A node as its writer knows it. Example: `<Check id="page-opens">` */
function named({ kind, id, words }: TreeNode): string {
	const tag = kind === "check" ? "Check" : "Outcome";
	return id === "" ? `<${tag}> “${words}”` : `<${tag} id="${id}">`;
}

function judgeStart({ nodes: [first] }: Tree): TreeProblem[] {
	if (first?.kind === "check") return [];
	const why = "A walk begins at the first part, and it has to ask something.";
	return [
		first
			? { at: first, rule: "troubleshooter/start", what: `${named(first)} stands first`, why, remedy: "Put the <Check> with the first question before it." }
			: { at: undefined, rule: "troubleshooter/start", what: "the troubleshooter has no question", why, remedy: "Begin it with a <Check>." },
	];
}

function judgeIds({ nodes }: Tree): TreeProblem[] {
	const first = nodesById(nodes);
	return nodes.flatMap((node) => {
		if (!/^[\p{Ll}\p{Lo}\p{N}]+(?:-[\p{Ll}\p{Lo}\p{N}]+)*$/u.test(node.id)) {
			return [
				{
					at: node,
					rule: "troubleshooter/id",
					what: node.id === "" ? `${named(node)} has no id` : `the id "${node.id}" cannot be an address`,
					why: "Answers and links lead to it by its id, which is seen in the address.",
					remedy: 'Give it small letters and digits, with hyphens between the words, like id="page-opens".',
				},
			];
		}
		if (first.get(node.id) === node) return [];
		return [
			{
				at: node,
				rule: "troubleshooter/duplicate-id",
				what: `the id "${node.id}" is taken by another part of the page`,
				why: "An answer that leads to it would open the other one.",
				remedy: "Give it an id of its own, and let its answers lead to that.",
			},
		];
	});
}

function judgeNode(node: TreeNode, tree: Tree): TreeProblem[] {
	const problems: TreeProblem[] = [];
	if (node.words.length > limits.answer) problems.push(tooLong(node, node.kind === "check" ? "the question" : "the title", node.words));
	if (node.kind === "outcome") {
		if (node.text === "")
			problems.push({
				at: node,
				rule: "troubleshooter/dead-end",
				what: `${named(node)} does not say what to do`,
				why: "A reader who has answered every question stands before an empty place.",
				remedy: "Write what helps, or where to turn.",
			});
		return problems;
	}
	if (node.choices.length < 2)
		problems.push({
			at: node,
			rule: "troubleshooter/choices",
			what: `${named(node)} has ${node.choices.length === 0 ? "no answers" : "one answer only"}`,
			why: "A question that has no two answers cannot be answered, or need not be asked.",
			remedy: 'Write at least two lines like <Choice to="…">Yes</Choice> in it, or leave the question out.',
		});
	return [...problems, ...node.choices.flatMap((choice) => judgeChoice(choice, node.choices, tree))];
}

function judgeChoice(choice: TreeChoice, all: TreeChoice[], { nodes }: Tree): TreeProblem[] {
	const problems: TreeProblem[] = [];
	const { words, to } = choice;
	const ids = nodes.map(({ id }) => id);
	if (to !== "" && !ids.includes(to)) {
		const meant = nearest(to, ids);
		problems.push({
			at: choice,
			rule: "troubleshooter/unknown-target",
			what: `the answer “${words}” leads to "${to}", which is not there${meant ? `  (did you mean "${meant}"?)` : ""}`,
			why: "Nothing happens for a reader who chooses it.",
			remedy: meant ? `Write to="${meant}".` : `Write one of these ids: ${ids.join(", ")}; or add a part with this id.`,
		});
	}
	if (words === "" || all.find((other) => other.words === words) !== choice)
		problems.push({
			at: choice,
			rule: "troubleshooter/answer",
			what: words === "" ? "an answer has no words" : `the answer “${words}” stands twice below one question`,
			why: "A reader cannot tell which one fits, and neither can who reads the path in a ticket.",
			remedy: 'Say in it what the reader sees, like <Choice to="not-loading">No, it stays white</Choice>.',
		});
	if (words.length > limits.answer) problems.push(tooLong(choice, "the answer", words));
	return problems;
}

function tooLong(at: TreeNode | TreeChoice, part: string, words: string): TreeProblem {
	return {
		at,
		rule: "troubleshooter/too-long",
		what: `${part} “${words.slice(0, 40)}…” has ${words.length} characters; at most ${limits.answer}`,
		why: "It is read at a glance, and a ticket shows the whole path in one line.",
		remedy: "Shorten it; what explains a question can stand below it.",
	};
}

function judgeWays(tree: Tree): TreeProblem[] {
	const [reached, ending, ids] = [reachedIds(tree), endingIds(tree), new Set(tree.nodes.map(({ id }) => id))];
	return tree.nodes.flatMap((node, index) => {
		// What another rule names is not told twice.
		if (index > 0 && !reached.has(node.id))
			return [
				{
					at: node,
					rule: "troubleshooter/unreachable",
					what: `no answer leads to ${named(node)}`,
					why: "Who walks through the questions never sees it.",
					remedy: `Let an answer lead to it, like <Choice to="${node.id}">…</Choice>, or delete it.`,
				},
			];
		if (node.kind !== "check" || ending.has(node.id) || node.choices.length === 0 || node.choices.some(({ to }) => !ids.has(to))) return [];
		return [
			{
				at: node,
				rule: "troubleshooter/endless",
				what: `from ${named(node)} no answer ever leads to an <Outcome>`,
				why: "A reader goes round in circles and finds no help.",
				remedy: "Let one of its answers, or of the questions after it, lead to an <Outcome>.",
			},
		];
	});
}
