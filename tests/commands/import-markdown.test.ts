import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "#scripts/lib/paths.ts";
import { command, scratch } from "./command.ts";

it("Markdown trees of every generator come into one centre that passes the check, builds, and whose words are found", async () => {
	const folder = scratch();
	const content = join(folder, "content");
	const env = { KB_CONTENT: content, KB_OUT: join(folder, "dist"), KB_STATE: join(folder, "state") };
	for (const [source, fixture] of [["starlight"], ["docusaurus"], ["jekyll"], ["hugo"], ["markdown", "plain"]]) {
		const importing = command("import", [source ?? "", join(root, "tests/fixtures/import", fixture ?? source ?? ""), "--out", content]);
		expect(await importing.ended, importing.output()).toBe(0);
		expect(importing.output()).toMatch(/^\d+ articles: \d+ new; 0 quarantined; \d+ points need a person; \d+ files?\.$/m);
	}

	const check = command("check", ["--format", "json"], env);
	expect(await check.ended, check.output()).toBe(0);

	const build = command("build", [], env);
	expect(await build.ended, build.output()).toBe(0);

	async function first(query: string): Promise<string | undefined> {
		const search = command("search", [query, "--json"], env);
		let printed = "";
		search.child.stdout?.on("data", (chunk: Buffer) => (printed += String(chunk)));
		expect(await search.ended, search.output()).toBe(0);
		return (JSON.parse(printed) as { results: { document: { id: string } }[] }).results[0]?.document.id;
	}
	expect(await first("water the apple tree daily")).toBe("guides/first-steps");
	expect(await first("feed sugar in winter")).toBe("docs/hives/queen-bee");
	expect(await first("never fly in a storm")).toBe("docs/flying");
	expect(await first("wear a vest")).toBe("docs/sailing");
	expect(await first("heap gets hot")).toBe("guides/compost-heap");
});
