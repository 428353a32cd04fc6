import { join } from "node:path";
import { expect } from "vitest";
import { root } from "#scripts/lib/paths.ts";
import { command, scratch } from "./command.ts";

/**
 * Imports the fixture of a source as a person would, checks and builds what came, and searches it.
 * @param query a phrase of an imported article
 * @param damaged whether the fixture holds damaged files, which are in quarantine
 * @returns the id of the first result
 */
export async function importedAndFound(source: string, query: string, { damaged = true } = {}): Promise<string | undefined> {
	const folder = scratch();
	const content = join(folder, "content");
	const env = { KB_CONTENT: content, KB_OUT: join(folder, "dist"), KB_STATE: join(folder, "state") };
	const importing = command("import", [source, join(root, "tests/fixtures/import", source), "--out", content]);
	expect(await importing.ended, importing.output()).toBe(damaged ? 1 : 0);
	expect(importing.output()).toContain(`import/${source}-report.md`);
	// Figures, the report and the next commands: the notes are in the report, however many there are.
	expect(importing.output().trim().split("\n")).toHaveLength(3);

	const check = command("check", ["--format", "json"], env);
	expect(await check.ended, check.output()).toBe(0);

	const build = command("build", [], env);
	expect(await build.ended, build.output()).toBe(0);

	const search = command("search", [query, "--json"], env);
	let printed = "";
	search.child.stdout?.on("data", (chunk: Buffer) => (printed += String(chunk)));
	expect(await search.ended, search.output()).toBe(0);
	return (JSON.parse(printed) as { results: { document: { id: string } }[] }).results[0]?.document.id;
}
