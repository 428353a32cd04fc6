import { ContentError, describeFindings } from "../finding.ts";
import { judgeTree } from "./judge-tree.ts";
import type { Tree } from "./tree.ts";

/**
 * Stops the build at a tree that cannot be walked. `npm run check` names the lines; a page knows only its file.
 *
 * @param file the article, below the content folder. Example: `articles/en/integrations/sync-stopped.mdx`
 * @throws ContentError that lists all problems
 */
export function requireSound(tree: Tree, file: string): void {
	const problems = judgeTree(tree).map(({ rule, what, why, remedy }) => ({ rule, level: "error" as const, file, line: 1, column: 1, what, why, remedy }));
	if (problems.length > 0) throw new ContentError(describeFindings(problems));
}
