import { statSync } from "node:fs";
import { resolve } from "node:path";
import { ContentError } from "./finding.ts";

/**
 * Absolute path of the content folder: `KB_CONTENT` (relative to where the command runs), else `content/`.
 * @throws ContentError when there is no such folder.
 */
export function contentFolder(): string {
	const wanted = process.env["KB_CONTENT"]?.trim();
	const folder = resolve(wanted || "content");
	if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new ContentError(missing(folder, wanted));
	return folder;
}

function missing(folder: string, wanted: string | undefined): string {
	const reason = wanted
		? `The variable KB_CONTENT is "${wanted}", which leads there.`
		: "Without the variable KB_CONTENT, articles are read from `content/` in the folder of the project.";
	const remedy = wanted
		? "Correct KB_CONTENT, or unset it to use `content/` of the project."
		: "Run the command in the folder that holds package.json, or set KB_CONTENT to your content folder.";
	return `There is no content folder at ${folder}\n  Why: ${reason}\n  Do:  ${remedy}`;
}
