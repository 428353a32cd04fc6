import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { parse } from "yaml";
import * as z from "zod";
import { articleTypes } from "#site/schemas/article.ts";
import { buildContent } from "#scripts/lib/checks/build-content.ts";
import { readContent } from "#scripts/lib/checks/read-content.ts";
import { components } from "#scripts/lib/checks/rules/components.ts";
import { editorFiles, editorFolder } from "#scripts/lib/editor/editor-files.ts";
import { snippets } from "#scripts/lib/editor/snippets.ts";
import { root } from "#scripts/lib/paths.ts";
import { lines } from "#scripts/lib/reporters/lines.ts";
import { findingsWith, reference } from "./check-content.ts";

interface Schema {
	description?: string;
	examples?: unknown[];
	default?: unknown;
	enum?: string[];
	properties?: Record<string, Schema>;
	items?: Schema;
	additionalProperties?: Schema;
}

/** A file of `.vscode/` that may hold comments. */
function read(path: string): unknown {
	return JSON.parse(readFileSync(join(editorFolder, path), "utf8").replaceAll(/^\s*\/\/.*$/gm, ""));
}

const { data } = buildContent(readContent(join(root, "tests/fixtures/content-sound")), "2026-11-21");
const dataFiles = Object.values(data).map(({ file }) => basename(file, ".yml"));

describe("what is made for editors", () => {
	it("is up to date", async () => {
		const stale = [...(await editorFiles())].filter(
			([path, text]) => !existsSync(join(editorFolder, path)) || readFileSync(join(editorFolder, path), "utf8") !== text,
		);
		expect(
			stale.map(([path]) => path),
			"run npm run schemas",
		).toEqual([]);
	});

	it("has a schema for the front matter and for every data file, and VS Code knows for which file it is", () => {
		expect(new Set(readdirSync(join(editorFolder, "schemas")))).toEqual(new Set(["article", "locale", ...dataFiles].map((name) => `${name}.json`)));
		const settings = read("settings.json") as { "yaml.schemas": Record<string, string> };
		expect(settings["yaml.schemas"]).toEqual(
			Object.fromEntries([
				...dataFiles.map((name) => [`.vscode/schemas/${name}.json`, `content/data/${name}.yml`]),
				[".vscode/schemas/locale.json", "content/data/locales/*.yml"],
			]),
		);
	});
});

describe("a schema for editors", () => {
	it("explains a field with the source's words, an example, the default and what is allowed", () => {
		const { properties } = read("schemas/article.json") as Schema;
		expect(properties?.["reviewEvery"]).toMatchInlineSnapshot(`
			{
			  "default": "6 months",
			  "description": "How long a review holds. Default: \`6 months\`",
			  "pattern": "^\\d{1,3} (days?|weeks?|months?|years?)$",
			  "type": "string",
			}
		`);
		expect(properties?.["type"]?.enum).toEqual([...articleTypes]);
		expect(properties?.["redirectFrom"]?.examples).toEqual([["/old-path/"]]);
		expect(properties?.["imported"]?.properties?.["from"]?.examples).toEqual(["zendesk"]);
	});

	it("explains what stands deep inside, behind names of other modules and behind shared fields", () => {
		const categories = read("schemas/categories.json") as Schema;
		const second = categories.items?.properties?.["children"];
		expect(second?.items?.properties?.["title"]?.description).toBe("Name that readers see. Example: `Data entry`");
		const site = read("schemas/site.json") as Schema;
		expect(site.properties?.["repository"]?.properties?.["branch"]?.description).toBe("Branch that writers change. Default: `main`");
		const routing = read("schemas/routing.json") as Schema;
		expect(routing.properties?.["categories"]?.additionalProperties?.properties?.["fallback"]?.description).toBe("Team that takes over.");
	});

	it("explains every field", () => {
		function silent(schema: Schema, path: string): string[] {
			const inside = Object.entries(schema.properties ?? {}).flatMap(([name, field]) => [
				...(field.description ? [] : [`${path}.${name}`]),
				...silent(field, `${path}.${name}`),
			]);
			const entries = [schema.items, schema.additionalProperties].flatMap((entry) => (typeof entry === "object" ? silent(entry, `${path}[]`) : []));
			return [...inside, ...entries];
		}
		// Each priority is explained by the list it stands in.
		const known = /^support\.promises\.P\d$/;
		expect(
			["article", "locale", ...dataFiles].flatMap((name) => silent(read(`schemas/${name}.json`) as Schema, name)).filter((field) => !known.test(field)),
		).toEqual([]);
	});

	it.each(dataFiles)("accepts the sample's %s.yml and refuses a field that nobody knows", (name) => {
		const file = join(root, "content/data", `${name}.yml`);
		const schema = z.fromJSONSchema(read(`schemas/${name}.json`) as Parameters<typeof z.fromJSONSchema>[0]);
		const value: unknown = existsSync(file) ? parse(readFileSync(file, "utf8")) : [];
		expect(schema.safeParse(value ?? []).error).toBeUndefined();
		const odd = { nobodyKnowsThis: true };
		expect(schema.safeParse(Array.isArray(value) || value === null ? [odd] : { ...(value as object), ...odd }).success).toBe(false);
	});
});

/** A snippet as it stands after a writer has accepted every hint. */
function filled(name: string): string {
	const body = snippets()[name]?.body.join("\n") ?? "";
	return body
		.replaceAll(/\$\{\d+:((?:\\.|[^\\}])*)\}/g, "$1")
		.replace("$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE", "2026-11-21")
		.replaceAll("$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE", "2026-11-21")
		.replaceAll("$0", "")
		.replaceAll(/\\([\\$}])/g, "$1")
		.replace("./images/picture.png", "./images/values.svg");
}

const outcomes = ["page-works", "page-white"].map((id) => `<Outcome id="${id}" title="Found">\n\nDo this.\n\n</Outcome>`).join("\n\n");

/** Where a component stands that has its place inside another. */
const around: Record<string, (body: string) => string> = {
	Step: (body) => `<Steps>\n\n${body}\n\n</Steps>`,
	Problem: (body) => `<Troubleshooting>\n\n${body}\n\n<IfThisFails>\n\nWrite to us.\n\n</IfThisFails>\n\n</Troubleshooting>`,
	Cause: (body) => around["Problem"]?.(`<Problem title="Red">\n\n${body}\n\n<Solution>\n\nDo it.\n\n</Solution>\n\n</Problem>`) ?? "",
	Solution: (body) => around["Problem"]?.(`<Problem title="Red">\n\n<Cause>\n\nIt is so.\n\n</Cause>\n\n${body}\n\n</Problem>`) ?? "",
	IfThisFails: (body) => `<Troubleshooting>\n\n${body}\n\n</Troubleshooting>`,
	Check: (body) => `<Troubleshooter>\n\n${body}\n\n${outcomes}\n\n</Troubleshooter>`,
	Choice: (body) => around["Check"]?.(`<Check id="page-opens" ask="Does it open?">\n\n${body}\n<Choice to="page-white">No</Choice>\n\n</Check>`) ?? "",
	Outcome: (body) =>
		`<Troubleshooter>\n\n<Check id="page-opens" ask="Does it open?">\n\n<Choice to="page-white">No</Choice>\n<Choice to="page-white">Yes</Choice>\n\n</Check>\n\n${body}\n\n</Troubleshooter>`,
	Question: (body) => `<Faq>\n\n${body}\n\n</Faq>`,
};

describe("a snippet", () => {
	it("is there for every component and every type of article", () => {
		expect(new Set(Object.keys(snippets()))).toEqual(new Set([...Object.keys(components), ...articleTypes.map((type) => `Article: ${type}`)]));
	});

	test.each(Object.keys(components))("of <%s> passes the check in an article", (name) => {
		const body = around[name]?.(filled(name)) ?? filled(name);
		const article = name === "QuickAnswer" ? reference("").replace(/<QuickAnswer>[\s\S]*<\/QuickAnswer>/, body) : reference(body);
		expect(article).toContain(`<${name}`);
		expect(findingsWith({ "articles/en/data-entry/units.mdx": article })).toEqual([]);
	});

	test.each(articleTypes)("of a whole %s article passes the check", (type) => {
		const article = filled(`Article: ${type}`);
		expect(article).not.toMatch(/TODO|__|\$\{/);
		expect(findingsWith({ "articles/en/data-entry/units.mdx": article })).toEqual([]);
	});
});

describe("the tasks of VS Code", () => {
	const { tasks } = read("tasks.json") as { tasks: { command: string; problemMatcher: { pattern: Record<string, string | number> } | [] }[] };

	it("are commands of the project", () => {
		const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: Record<string, string> };
		for (const { command } of tasks) expect(Object.keys(scripts)).toContain(/^npm run (?:--silent )?(\S+)/.exec(command)?.[1]);
	});

	it("turn every line of the check into a problem at its place", () => {
		const finding = {
			rule: "front-matter/value",
			level: "error",
			file: "content/articles/en/a b/x.mdx",
			line: 4,
			column: 7,
			what: '"type" is "howto"; allowed: how-to [and\nmore]: 1:2',
			why: "It decides.",
			remedy: 'Write "how-to".',
		} as const;
		const [line = "", last = ""] = lines({ articles: 1, findings: [finding] }).split("\n");
		for (const { problemMatcher } of tasks) {
			if (Array.isArray(problemMatcher)) continue;
			const { regexp, ...groups } = problemMatcher.pattern;
			const match = new RegExp(String(regexp)).exec(line) ?? [];
			const read = Object.fromEntries(Object.entries(groups).map(([name, group]) => [name, match[Number(group)]]));
			expect(read).toEqual({
				file: finding.file,
				line: "4",
				column: "7",
				severity: "error",
				message: '"type" is "howto"; allowed: how-to [and more]: 1:2. Do: Write "how-to".',
				code: "front-matter/value",
			});
			expect(new RegExp(String(regexp)).exec(last)).toBeNull();
		}
	});
});
