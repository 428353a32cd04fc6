import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "#scripts/lib/paths.ts";
import { components } from "#scripts/lib/checks/rules/components.ts";
import { fieldRows } from "#site/lib/field-rows.ts";
import { markSource, separateIds } from "#site/lib/guide-examples.ts";
import { typeGuide, type TypeAdvice } from "#site/lib/type-guide.ts";
import { articleSchema, articleTypes } from "#site/schemas/article.ts";
import { findingsWith, reference } from "./check-content.ts";

const read = (path: string) => readFileSync(join(root, path), "utf8");
const examples = globSync("site/guide/examples/*.mdx", { cwd: root });

/** The smallest article that has all a type's advice asks for, each part of it a block that can be left out. */
function blocksOf({ sections, headings, onlyHeadings }: TypeAdvice): string[] {
	const inside: Record<string, string> = {
		Step: '<Step title="Go on">\n\nSelect **On**.\n\n</Step>',
		Problem: '<Problem title="It stops">\n\n<Cause>\n\nIt is full.\n\n</Cause>\n\n<Solution>\n\nEmpty it.\n\n</Solution>\n\n</Problem>',
		Question: '<Question title="Is it so?">\n\nYes.\n\n</Question>',
		IfThisFails: "<IfThisFails>\n\n[Contact us](/contact/).\n\n</IfThisFails>",
	};
	const parts = Object.entries(sections).flatMap(([name, counts]) => [
		`<${name}>\n\n${Object.keys(counts).length === 0 ? "Words." : ""}`,
		...Object.entries(counts).flatMap(([part, least]) => Array.from({ length: least }, () => inside[part] ?? "")),
		`</${name}>`,
	]);
	return [...parts, ...Array.from({ length: headings }, (_, index) => `## ${onlyHeadings?.[index] ?? `Part ${index}`}\n\nWords.`)];
}

/** What the check says of the template of an article of this type. */
function saidOf(type: string, blocks: string[]): string[] {
	const released = type === "release-notes" ? "released: 2026-10-14\n" : "";
	const front = `---\ntitle: A fresh article\nsummary: What is asked of this one type of article.\ntype: ${type}\nowner: data-team\nlastReviewed: 2026-09-14\n${released}---\n\n`;
	return findingsWith({ "articles/en/data-entry/fresh.mdx": front + blocks.join("\n\n") + "\n" }).filter((finding) =>
		/^articles\/en\/data-entry\/fresh\.mdx:\S+ {2}error {2}(template|mdx)\//.test(finding),
	);
}

describe("the writers' guide on types", () => {
	test("explains every type once", () => {
		expect(typeGuide.map(({ type }) => type).sort()).toEqual([...articleTypes].sort());
	});

	test.each(typeGuide)("asks of a $type article what the check asks, no less and no more", (advice) => {
		const blocks = blocksOf(advice);
		expect(saidOf(advice.type, blocks)).toEqual([]);
		// Tags that open and close a section go together: a part is what the check can miss by itself.
		for (const [index, block] of blocks.entries())
			if (!/^<\/|^<(\w+)>\n\n$/.test(block) && !block.startsWith("<QuickAnswer") && !block.startsWith("<BeforeYouStart"))
				expect(saidOf(advice.type, blocks.toSpliced(index, 1)), `without ${block}`).not.toEqual([]);
		for (const section of Object.keys(advice.sections)) {
			const without = blocks.join("\n\n").replace(new RegExp(`<${section}>[^]*?</${section}>`), "");
			expect(saidOf(advice.type, [without]), `without ${section}`).not.toEqual([]);
		}
	});
});

describe("the writers' guide on fields", () => {
	const rows = fieldRows();

	test("explains every field of the schema once, those that are needed first", () => {
		expect(rows.map(({ name }) => name).sort()).toEqual(Object.keys(articleSchema.shape).sort());
		expect(rows.filter(({ needed }) => needed).map(({ name }) => name)).toEqual(["title", "summary", "type", "owner", "lastReviewed"]);
		expect(rows.slice(0, 5).every(({ needed }) => needed)).toBe(true);
	});

	test("says limits and defaults as the schema has them", () => {
		const byName = new Map(rows.map((row) => [row.name, row]));
		expect(byName.get("title")).toMatchObject({ needed: true, otherwise: null, allowed: "5 to 90 characters." });
		expect(byName.get("reviewEvery")).toMatchObject({ needed: false, otherwise: "6 months" });
		expect(byName.get("audience")).toMatchObject({
			otherwise: "[everyone]",
			allowed: "One or more of: everyone, contributor, reviewer, admin, developer, auditor.",
		});
		expect(byName.get("related")).toMatchObject({ otherwise: null, allowed: "At most 6." });
	});
});

describe("the examples of the writers' guide", () => {
	test.each(examples)("%s passes the check of an article", (path) => {
		const findings = findingsWith({
			"articles/en/data-entry/fresh.mdx": reference(read(path)),
			"articles/en/data-entry/images/suppliers.svg": read("site/guide/examples/images/suppliers.svg"),
		});
		expect(
			findings.filter(
				(finding) =>
					finding.startsWith("articles/en/data-entry/fresh.mdx") &&
					/ (mdx|headings|links|markdown)\/| (template\/(?!order)|images\/(?!unreadable))\S+ /.test(finding),
			),
		).toEqual([]);
	});

	test("show every component, and each is shown", () => {
		const sources = examples.map(read).join("\n");
		const chapter = read("site/guide/components.mdx");
		for (const name of Object.keys(components)) expect(sources, name).toMatch(new RegExp(`<${name}[ >]`));
		for (const path of examples) expect(chapter, path).toContain(`<Example name="${basename(path, ".mdx")}"`);
	});
});

describe("the chapters of the writers' guide", () => {
	test("stand one after the other, each at a place of its own", () => {
		const orders = globSync("site/guide/*.mdx", { cwd: root }).map((path) => Number(/^order: (\d+)$/m.exec(read(path))?.[1]));
		expect(orders.sort((a, b) => a - b)).toEqual(orders.map((_, index) => index + 1));
	});
});

describe("the writers' guide on checks", () => {
	test("explains every group of rules", () => {
		const sources = [...globSync("scripts/lib/checks/**/*.ts", { cwd: root }), "site/lib/front-matter.ts", "site/lib/data-file.ts"].map(read).join("\n");
		const emitted = [...sources.matchAll(/(?:\b(?:error|warning)\(\s*|\brule: )["`]([a-z-]+)\/|\bgroup: "([a-z-]+)"/g)].map(([, rule, group]) => rule ?? group);
		const explained = [...read("site/guide/checks.mdx").matchAll(/^\| `([a-z-]+)` /gm)].map(([, group]) => group);
		expect(emitted.length).toBeGreaterThan(50);
		expect([...new Set(emitted)].filter((group) => !explained.includes(group))).toEqual([]);
		expect(explained.filter((group, index) => explained.indexOf(group) !== index)).toEqual([]);
	});
});

describe("an example beside its source", () => {
	test("has ids that stand nowhere else on the page", () => {
		expect(
			separateIds(
				'<section aria-labelledby="quick-answer"><h2 id="quick-answer">Quick answer</h2></section><h3 data-title>Save it</h3><h3 data-title>Save it</h3>',
				"steps",
			),
		).toBe(
			'<section aria-labelledby="example-steps-quick-answer"><h2 id="example-steps-quick-answer">Quick answer</h2></section><h3 data-title id="example-steps-save-it">Save it</h3><h3 data-title id="example-steps-save-it-1">Save it</h3>',
		);
	});

	test("marks components and keeps every character of the source", () => {
		const source = '<Step title="Say “a > b” & go">\n\nPress `<` or {x}.\n\n</Step>';
		const html = markSource(source);
		expect(html).toMatchInlineSnapshot(`
			"&lt;<span class="token tag">Step</span> <span class="token attr-name">title</span>=<span class="token attr-value">&quot;Say “a &gt; b” &amp; go&quot;</span>&gt;

			Press \`&lt;\` or {x}.

			&lt;/<span class="token tag">Step</span>&gt;"
		`);
		const text = html
			.replace(/<[^>]+>/g, "")
			.replaceAll("&lt;", "<")
			.replaceAll("&gt;", ">")
			.replaceAll("&quot;", '"')
			.replaceAll("&amp;", "&");
		expect(text).toBe(source);
	});
});
