import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { outFolder } from "#scripts/lib/paths.ts";

it("the built site has nothing of the writer's desk", () => {
	const files = globSync("**/*.{html,js,css,json,txt,md,xml}", { cwd: outFolder });
	expect(files.length).toBeGreaterThan(100);
	const found = files.filter((file) => /writer-desk|desk-toggle|Writer's desk|vscode:\/\//.test(readFileSync(join(outFolder, file), "utf8")));
	expect(found).toEqual([]);
});
