import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { claims, claimsTable, withClaims } from "#scripts/lib/bench/claims.ts";
import { gather, type MeasuredPart } from "#scripts/lib/bench/gathered.ts";
import { readFigures, saveFigures } from "#scripts/lib/bench/save.ts";
import { knownParts, suiteNames } from "#scripts/lib/bench/suites.ts";
import type { Figure } from "#scripts/lib/figure.ts";
import { root } from "#scripts/lib/paths.ts";
import { figuresMarkdown } from "#scripts/lib/reporters/figures-markdown.ts";

function figure(rest: Partial<Figure> = {}): Figure {
	return { name: "weight", value: 12.345678, unit: "kB", goal: { op: "<=", value: 15 }, of: "brotli", ...rest };
}

function part(rest: Partial<MeasuredPart> = {}): MeasuredPart {
	return {
		suite: "pages",
		part: "home",
		date: "2026-11-22T10:00:00.000Z",
		machine: "2 × a processor, 8 GB, linux x64",
		versions: { node: "24.0.0", astro: "7.0.0" },
		commit: "abc1234",
		load: 0.5,
		seconds: 3,
		figures: [figure()],
		skipped: null,
		...rest,
	};
}

const known = new Map([
	["pages", ["home", "article"]],
	["widget", ["open"]],
]);

describe("gathering figures", () => {
	it("puts a part that was measured again in the place of its earlier figures, and keeps the others", () => {
		const before = { parts: [part(), part({ part: "article", seconds: 1 })] };
		const { parts } = gather(before, [part({ seconds: 9 }), part({ suite: "widget", part: "open" })], known);
		expect(parts.map(({ suite, part: name, seconds }) => [suite, name, seconds])).toEqual([
			["pages", "home", 9],
			["pages", "article", 1],
			["widget", "open", 3],
		]);
	});

	it("lets go of parts that no suite has any more", () => {
		expect(gather({ parts: [part({ part: "gone" }), part({ suite: "gone" })] }, [], known).parts).toEqual([]);
	});
});

describe("figures as Markdown", () => {
	it("names machine, versions, date and commit of each part", () => {
		expect(figuresMarkdown({ parts: [part()] })).toContain(
			"2026-11-22 10:00 UTC, 2 × a processor, 8 GB, linux x64, commit abc1234, load 0.5, 3 s; node 24.0.0, astro 7.0.0",
		);
	});

	it("puts what is not reached before everything else", () => {
		const text = figuresMarkdown({ parts: [part(), part({ part: "article", figures: [figure({ value: 16 })] })] });
		expect(text).toContain("1 of 2 goals are reached.");
		expect(text.indexOf("| pages: article | weight | 16 kB | ≤ 15 kB | **no** | brotli |")).toBeLessThan(text.indexOf("## pages"));
	});

	it("says why a part was not measured", () => {
		expect(figuresMarkdown({ parts: [part({ figures: [], skipped: "No browser." })] })).toContain("Not measured: No browser.");
	});

	it("keeps a name from breaking its table", () => {
		expect(figuresMarkdown({ parts: [part({ figures: [figure({ name: "a | b" })] })] })).toContain("| a \\| b | 12.35 kB |");
	});
});

describe("saving figures", () => {
	let base = "";
	const marks = "# Centre\n\n<!-- figures: written by `npm run bench` -->\n<!-- end of figures -->\n\nAfter.\n";

	beforeEach(() => {
		base = mkdtempSync(join(tmpdir(), "figures-"));
		mkdirSync(join(base, "docs"));
		writeFileSync(join(base, "README.md"), marks);
	});
	afterEach(() => rmSync(base, { recursive: true }));

	it("writes the same figures as data, as Markdown and into README, and adds to them next time", async () => {
		const claim = claims.at(-1);
		if (!claim) throw new Error("README claims nothing.");
		const claimed = part({ suite: claim.suite, part: claim.part, figures: [figure({ name: claim.figure, of: claim.of ?? "" })] });
		const all = new Map([...known, [claim.suite, [claim.part]]]);
		await saveFigures(base, [claimed], all);
		await saveFigures(base, [part({ suite: "widget", part: "open" })], all);
		expect(readFigures(join(base, "docs/figures.json")).parts).toEqual([part({ suite: "widget", part: "open" }), claimed]);
		expect(readFileSync(join(base, "docs/figures.md"), "utf8")).toContain("## widget");
		expect(readFileSync(join(base, "README.md"), "utf8")).toMatch(/12\.35 kB[^]*\nAfter\.\n$/);
	});

	it("writes nothing where README has no place for them", async () => {
		writeFileSync(join(base, "README.md"), "# Centre\n");
		await expect(saveFigures(base, [part()], known)).rejects.toThrow("README.md lacks the marks");
		expect(readFigures(join(base, "docs/figures.json"))).toEqual({ parts: [] });
	});
});

describe("the figures of this project", () => {
	const gathered = readFigures(join(root, "docs/figures.json"));
	const read = (file: string) => readFileSync(join(root, file), "utf8");

	it("stand in figures.md and README as they were measured", () => {
		const shown = { "docs/figures.md": figuresMarkdown(gathered), "README.md": withClaims(read("README.md"), gathered) };
		for (const [file, text] of Object.entries(shown)) expect(words(read(file)) === words(text), `${file} says what figures.json says`).toBe(true);
	});

	it("are claimed by README from parts that are there", async () => {
		const parts = await knownParts();
		for (const { suite, part: name } of claims) expect(parts.get(suite)).toContain(name);
	});

	it("hold what README claims of each part that was measured", () => {
		const named = claims.filter(({ suite, part: name }) => gathered.parts.some((one) => one.suite === suite && one.part === name && one.skipped === null));
		const table = claimsTable(gathered);
		for (const { says } of named) expect(table).toContain(`| ${says} |`);
	});

	it("are of suites and parts that are there", async () => {
		const parts = await knownParts();
		for (const { suite, part: name } of gathered.parts) expect(parts.get(suite)).toContain(name);
	});

	it("have every suite named where they are explained", () => {
		for (const suite of suiteNames) expect(read("tests/bench/README.md")).toContain(`| \`${suite}\``);
	});
});

/** Text without what Prettier changes in tables. */
function words(text: string): string {
	return text.replace(/[\s|-]+/g, " ");
}
