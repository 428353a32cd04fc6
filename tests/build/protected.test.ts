import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { outFolder } from "#scripts/lib/paths.ts";
import { meansProtected } from "#worker/lib/protected-address.ts";

const files = globSync("**/*", { cwd: outFolder, withFileTypes: true })
	.filter((entry) => entry.isFile())
	.map((entry) => join(entry.parentPath, entry.name).slice(outFolder.length));

describe("what is published", () => {
	it("has no file at any spelling of the manager's pages or their API", () => {
		expect(files.length).toBeGreaterThan(100);
		expect(files.filter((file) => meansProtected(file) || /^\/(?:manage|api)\b/i.test(file))).toEqual([]);
	});

	it("has no page with anything of the report in it: the Worker fills an empty one", () => {
		const pages = files.filter((file) => file.endsWith(".html"));
		expect(pages).toContain("/worker-shell/index.html");
		for (const file of pages)
			expect([file, /report-tabs|data-figure|data-metric|audit_log/.test(readFileSync(join(outFolder, file), "utf8"))]).toEqual([file, false]);
	});

	it("has nothing of the repository: no history, no settings, no sources", () => {
		const ours = /\/\.|\.(?:map|mdx|astro|tsx?|toml|env|lock|sql|sqlite)$|\/(?:package(?:-lock)?|tsconfig|routing)\.json$/i;
		expect(files.filter((file) => ours.test(file))).toEqual([]);
	});

	it("has no redirect that leads to or from the manager's pages", () => {
		const lines = readFileSync(join(outFolder, "_redirects"), "utf8").split("\n").filter(Boolean);
		expect(lines.filter((line) => line.split(/\s+/).slice(0, 2).some(meansProtected))).toEqual([]);
	});
});
