import { globSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { contentFolder } from "#site/lib/content-folder.ts";
import { ContentError, describeFindings } from "#site/lib/finding.ts";
import { readFrontMatter } from "#site/lib/front-matter.ts";

/**
 * Reads the front matter of every article before anything is built, so that a mistake is told with file, line, what was
 * found and what is allowed.
 * @throws ContentError that lists all of them
 */
export function checkFrontMatter(folder = contentFolder()): void {
	const problems = globSync("articles/**/*.mdx", { cwd: folder }).flatMap((path) => {
		const file = join(folder, path);
		return readFrontMatter(readFileSync(file, "utf8"), relative(process.cwd(), file)).problems.filter((problem) => problem.level === "error");
	});
	if (problems.length === 0) return;
	const error = new ContentError(describeFindings(problems));
	// The message is for the writer; where in our code it was thrown is not.
	error.stack = error.message;
	throw error;
}
