import type { Finding } from "#site/lib/finding.ts";
import type { Content } from "../model.ts";
import { applyFixes } from "./apply-fixes.ts";
import { writeFixed } from "./write-fixed.ts";

/** One fix can make room for the next; what is not settled after so many passes never will be. */
const passes = 10;

interface Checked {
	content: Pick<Content, "texts" | "display">;
	/** What may be fixed. */
	findings: Finding[];
}

/**
 * Mends what leaves no choice, and checks again, until nothing is left to mend.
 *
 * @param check reads the folder anew
 * @returns how many findings were mended, by file as a person would type it
 */
export async function fixFolder(folder: string, check: () => Promise<Checked>): Promise<Map<string, number>> {
	const mended = new Map<string, number>();
	for (let pass = 0; pass < passes; pass++) {
		const { content, findings } = await check();
		const files = applyFixes(content.texts, findings);
		const written = writeFixed(folder, files, content.texts);
		for (const path of written) mended.set(content.display(path), (mended.get(content.display(path)) ?? 0) + (files.get(path)?.count ?? 0));
		if (written.length === 0) break;
	}
	return mended;
}
