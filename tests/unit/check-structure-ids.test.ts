import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");

function filesIn(folder: string): string[] {
	return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
		.map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"));
}

const id = "(?!application/)[a-z]+(?:-[a-z]+)*/[a-z]+(?:-[a-z]+)*";

/** Ids as rules write them: in a call, as a field, or as the key of a table. Types of media, modules and examples are no ids. */
function idsIn(source: string): string[] {
	const written = source.replace(/^(?:import|export) .* from .*$|^} from .*$|examples: \[[^\]]*\]/gm, "").matchAll(new RegExp(`"(${id})"`, "g"));
	const joined = [...source.matchAll(/`\$\{group\}\/([a-z]+(?:-[a-z]+)*)`/g)].flatMap(([, name = ""]) => [`front-matter/${name}`, `data/${name}`]);
	return [...[...written].map(([, found = ""]) => found), ...joined];
}

/** Ids that a test expects with the full text of a finding: place, level, what, why and what to do. */
function testedIds(source: string): string[] {
	return [...source.matchAll(new RegExp(` {2}(?:error|warning) {2}(${id}) {2}[^\\n]+\\n\\s*Why: [^\\n]+\\n\\s*Do: {2}`, "g"))].map(([, found = ""]) => found);
}

describe("every rule", () => {
	const emitted = [...new Set([...filesIn("scripts/lib/checks"), ...filesIn("site/lib")].flatMap(idsIn))].sort();
	const tested = new Set(filesIn("tests/unit").flatMap(testedIds));

	test("is found in the sources", () => {
		expect(emitted).toEqual(expect.arrayContaining(["images/alt", "front-matter/value", "search-tests/ranking", "template/required-sections"]));
	});

	test("has a test with its full text", () => {
		expect(emitted.filter((rule) => !tested.has(rule))).toEqual([]);
	});
});
