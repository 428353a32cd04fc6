/** An answer to a question. */
export interface TreeChoice {
	/** Example: `No, it stays white` */
	words: string;
	/** Id of the node that it leads to. */
	to: string;
}

/** A question with its answers. */
export interface TreeCheck {
	kind: "check";
	/** Unique on the page; the anchor of the question. */
	id: string;
	/** The question. */
	words: string;
	/** What stands between the question and its answers, one block a line. */
	text: string;
	choices: TreeChoice[];
}

/** Where a walk ends: what helps. */
export interface TreeOutcome {
	kind: "outcome";
	/** Unique on the page; the anchor of the outcome. */
	id: string;
	/** Its title. */
	words: string;
	/** What to do, one block a line. */
	text: string;
}

export type TreeNode = TreeCheck | TreeOutcome;

/** A guided troubleshooter: questions whose answers lead to other questions, and at last to what helps. Paths may meet and loop. */
export interface Tree {
	title: string;
	/** In reading order; a walk begins at the first. */
	nodes: TreeNode[];
}

/** The nodes by id; of two with the same the first. */
export function nodesById<Node extends TreeNode>(nodes: readonly Node[]): Map<string, Node> {
	return new Map(nodes.toReversed().map((node) => [node.id, node]));
}

function choicesOf(node: TreeNode): TreeChoice[] {
	return node.kind === "check" ? node.choices : [];
}

/** Ids of the nodes that some walk comes to, the first included. */
export function reachedIds({ nodes }: Tree): Set<string> {
	const byId = nodesById(nodes);
	const reached = new Set<string>();
	const open = nodes.slice(0, 1).map(({ id }) => id);
	for (const id of open) {
		const node = byId.get(id);
		if (!node || reached.has(id)) continue;
		reached.add(id);
		open.push(...choicesOf(node).map(({ to }) => to));
	}
	return reached;
}

/** Ids of the nodes from which some answers lead to an outcome, outcomes included. */
export function endingIds({ nodes }: Tree): Set<string> {
	const ending = new Set(nodes.filter(({ kind }) => kind === "outcome").map(({ id }) => id));
	for (let before = -1; before < ending.size;) {
		before = ending.size;
		for (const node of nodes) if (choicesOf(node).some(({ to }) => ending.has(to))) ending.add(node.id);
	}
	return ending;
}

/** A tree as a list in a list. */
export interface Outline<Node extends TreeNode = TreeNode> {
	node: Node;
	/** A question that stands with its answers further up. */
	again: boolean;
	answers: { words: string; next: Outline<Node> }[];
}

/**
 * Lays a tree out for reading on paper: each question once with its answers, below the first answer that leads to it.
 *
 * @returns undefined for a tree without nodes; an answer that leads nowhere is left out
 */
export function outlineOf<Node extends TreeNode>(nodes: readonly Node[]): Outline<Node> | undefined {
	const byId = nodesById(nodes);
	const laid = new Set<Node>();
	function lay(node: Node): Outline<Node> {
		const again = node.kind === "check" && laid.has(node);
		laid.add(node);
		const answers = again
			? []
			: choicesOf(node).flatMap(({ words, to }) => {
					const next = byId.get(to);
					return next ? [{ words, next: lay(next) }] : [];
				});
		return { node, again, answers };
	}
	return nodes[0] && lay(nodes[0]);
}
