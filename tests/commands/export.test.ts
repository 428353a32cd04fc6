import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { command, copyContent, scratch } from "./command.ts";

async function run(args: string[], env: Record<string, string> = {}) {
	const running = command("export", args, env);
	return { code: await running.ended, output: running.output() };
}

describe("npm run export", () => {
	it("exports, says how much, and can be asked again", async () => {
		const folder = scratch();
		const env = { KB_CONTENT: copyContent(folder) };
		const out = join(folder, "made/markdown");
		for (let time = 0; time < 2; time++) {
			const { code, output } = await run(["markdown", "--out", out], env);
			expect(output).toMatch(/^\d+ articles exported \(0 drafts, 0 archived\), \d+ files in .*made\/markdown\.\n$/);
			expect(code).toBe(0);
		}
		expect(readFileSync(join(out, "README.md"), "utf8")).toMatch(/^# /);
	});

	it("names what it had to leave out and ends with 1; the rest is there", async () => {
		const folder = scratch();
		const env = { KB_CONTENT: copyContent(folder) };
		writeFileSync(join(folder, "content/articles/en/data-entry/broken.mdx"), "nothing");
		const { code, output } = await run(["json", "--out", join(folder, "out"), "--json"], env);
		expect(code).toBe(1);
		expect(JSON.parse(output)).toMatchObject({ format: "json", broken: [{ rule: "front-matter/absent", line: 1 }] });
		expect(existsSync(join(folder, "out/centre.json"))).toBe(true);
		const text = await run(["json", "--out", join(folder, "out")], env);
		expect(text.output).toContain("error  front-matter/absent");
		expect(text.output).toContain("Left out: 1, for the reasons above.");
	});

	it.each([
		[["--out", "x"], "Name one format: markdown, json, zendesk."],
		[["markdwn", "--out", "x"], '"markdwn" is not a format (did you mean "markdown"?); allowed: markdown, json, zendesk.'],
		[["json"], "Say where to: npm run export -- json --out export"],
		[["markdown", "--out", "x.json"], '--out is "x.json"; Markdown is exported to a folder.'],
		[["json", "--out", "x", "--pretty"], "Unknown option '--pretty'"],
	])("ends with 2 on wrong use: %s", async (args, message) => {
		const { code, output } = await run(args);
		expect(output).toContain(message);
		expect(code).toBe(2);
	});

	it("explains itself", async () => {
		const { code, output } = await run(["--help"]);
		expect(output).toContain("npm run export -- markdown|json|zendesk --out FOLDER");
		expect(code).toBe(0);
	});
});
