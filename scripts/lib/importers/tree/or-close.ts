import type { Tree } from "./tree.ts";

/** Waits for what is made of a tree; closes the tree when it fails. */
export async function orClose<Result>(tree: Tree, work: Promise<Result>): Promise<Result> {
	try {
		return await work;
	} catch (error) {
		await tree.close();
		throw error;
	}
}
