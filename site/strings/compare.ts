/** A catalogue or a part of it, whatever it holds. */
type Tree = Readonly<Record<string, unknown>>;

function isTree(value: unknown): value is Tree {
	return typeof value === "object" && value !== null && !("other" in value);
}

/** Paths of all messages. Example: `["page.skip", "page.articles", …]` */
export function pathsOf(tree: Tree, above = ""): string[] {
	return Object.entries(tree).flatMap(([key, value]) => (isTree(value) ? pathsOf(value, `${above}${key}.`) : [`${above}${key}`]));
}

/** Where a translation differs from its source: messages that it lacks, and messages that it has for itself. */
export function compareMessages(source: Tree, translation: Tree): { missing: string[]; unknown: string[] } {
	const [wanted, given] = [new Set(pathsOf(source)), new Set(pathsOf(translation))];
	return { missing: [...wanted.difference(given)], unknown: [...given.difference(wanted)] };
}
