import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { runCommand } from "./lib/command-line.ts";
import { editorFiles, editorFolder } from "./lib/editor/editor-files.ts";

await runCommand({
	usage: `
npm run schemas

Writes what editors complete and explain while one types: .vscode/schemas/ (front matter and the files of content/data) and
.vscode/tier-zero.code-snippets (components and whole articles). Made from site/schemas with the comments there, and from the
templates of npm run new; run it after a change of those.`,
	options: {},
	async main() {
		const files = await editorFiles();
		for (const [path, text] of files) {
			const file = join(editorFolder, path);
			mkdirSync(dirname(file), { recursive: true });
			writeFileSync(file, text);
		}
		console.log(`Wrote ${files.size} files to .vscode/.`);
		return 0;
	},
});
