import { join, resolve } from "node:path";
import { ESLint } from "eslint";
import tseslint from "typescript-eslint";
import { describe, expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");
// The project's own configuration, without the rules that need a program of TypeScript around the file.
const eslint = new ESLint({ cwd: root, overrideConfig: tseslint.configs.disableTypeChecked as object });
const boundaries = new Set(["tier-zero/roads", "no-restricted-syntax", "no-restricted-imports", "no-console"]);

/** What the lint says of a file with this text about boundaries; a text that does not parse is a finding too. */
async function findings(file: string, text: string): Promise<string[]> {
	const [result] = await eslint.lintText(`${text}\n`, { filePath: join(root, file) });
	return (result?.messages ?? []).filter(({ ruleId, fatal }) => fatal || boundaries.has(ruleId ?? "")).map(({ message }) => message);
}

describe("closed roads", () => {
	test("the site takes no value from the Worker", async () => {
		expect(await findings("site/lib/example.ts", `import { addDays } from "#worker/lib/days.ts"; addDays();`)).toMatchInlineSnapshot(`
			[
			  "site/lib/example.ts imports worker/lib/days.ts. The site takes only types from the Worker: write \`import type\`. A value that both sides need belongs into worker/contract/.",
			]
		`);
	});

	test("a relative path, a re-export and an import on call take the same road", async () => {
		const all = [
			`import { addDays } from "../../worker/lib/days.ts"; addDays();`,
			`export { addDays } from "#worker/lib/days.ts";`,
			`export * from "#worker/lib/days.ts";`,
			`await import("#worker/lib/days.ts");`,
			`import "#worker/lib/days.ts";`,
			`import { type Reading, readings } from "#worker/reports/metrics.ts"; export const all: Reading[] = readings;`,
		];
		for (const text of all)
			expect(await findings("site/lib/example.ts", text), text).toEqual([
				expect.stringContaining("The site takes only types from the Worker: write `import type`."),
			]);
	});

	test("the Worker takes nothing from the site", async () => {
		expect(await findings("worker/lib/example.ts", `import type { Place } from "#site/lib/finding.ts"; export type A = Place;`)).toMatchInlineSnapshot(`
			[
			  "worker/lib/example.ts imports site/lib/finding.ts. The Worker takes nothing from the site, not even types, but the leaves site/search/ and site/strings/. What both sides need belongs into worker/contract/.",
			]
		`);
	});

	test("site/search/ is a leaf", async () => {
		expect(await findings("site/search/example.ts", `import { dates } from "../lib/dates.ts"; dates();`)).toMatchInlineSnapshot(`
			[
			  "site/search/example.ts imports site/lib/dates.ts. site/search/ runs in the browser, in scripts and in the Worker, so it imports nothing of the project but itself. Hand in what it needs as a parameter, or move that here.",
			]
		`);
	});

	test("worker/contract/ is a leaf", async () => {
		expect(await findings("worker/contract/example.ts", `import type { App } from "../env.ts"; export type A = App;`)).toMatchInlineSnapshot(`
			[
			  "worker/contract/example.ts imports worker/env.ts. worker/contract/ is read on both sides of the wire, so it imports nothing of the project but itself. Hand in what it needs as a parameter, or move that here.",
			]
		`);
	});

	test("a schema imports only schemas", async () => {
		expect(await findings("site/schemas/example.ts", `import { nearest } from "#site/lib/nearest.ts"; nearest();`)).toMatchInlineSnapshot(`
			[
			  "site/schemas/example.ts imports site/lib/nearest.ts. The road is content → site/schemas → astro: a schema imports nothing of the project but other schemas, and worker/contract/ for what the Worker reads too. Hand in what it needs as a parameter.",
			]
		`);
	});

	test("the widget knows nothing of the site's pages", async () => {
		expect(await findings("site/widget/panel/example.ts", `import { recall } from "#site/browser/visit.ts"; recall("trail");`)).toMatchInlineSnapshot(`
			[
			  "site/widget/panel/example.ts imports site/browser/visit.ts. site/widget/ runs in pages of others, so it knows nothing of this site's pages or of what its browser remembers. Hand in what it needs, or move that to site/lib/.",
			]
		`);
		expect(await findings("site/widget/panel/example.ts", `import type { Reply } from "#site/api-client.ts"; export type A = Reply<string>;`)).toEqual([]);
	});

	test("what the browser remembers stands below the islands", async () => {
		expect(await findings("site/browser/example.ts", `import { searchEngine } from "#site/islands/search/engine.ts"; searchEngine();`)).toMatchInlineSnapshot(`
			[
			  "site/browser/example.ts imports site/islands/search/engine.ts. site/browser/ stands below islands and enhancements, which share it. Move what they need of each other to site/browser/.",
			]
		`);
	});

	test("content is read, not imported", async () => {
		expect(await findings("site/pages/example.astro", `---\nimport site from "../../content/data/site.yml";\n---\n<p>{site}</p>`)).toMatchInlineSnapshot(`
			[
			  "site/pages/example.astro imports content/data/site.yml. The content folder can live anywhere, and dist/ is a result: no code imports them. Read content through site/lib/content-data.ts or astro:content.",
			]
		`);
	});

	test("nobody below stands on scripts/", async () => {
		expect(await findings("site/integrations/example.ts", `import { today } from "#scripts/lib/checks/today.ts"; today();`)).toMatchInlineSnapshot(`
			[
			  "site/integrations/example.ts imports scripts/lib/checks/today.ts. scripts/ stands on top of site/ and worker/, which know nothing of it. Move what both need to site/lib/.",
			]
		`);
	});

	test("nobody but tests imports tests", async () => {
		expect(await findings("scripts/lib/example.ts", `import { reference } from "../../tests/unit/check-content.ts"; reference();`)).toMatchInlineSnapshot(`
			[
			  "scripts/lib/example.ts imports tests/unit/check-content.ts. Only tests import tests. Move what both need to where it belongs.",
			]
		`);
	});

	test("a script takes no page part of the site", async () => {
		expect(await findings("scripts/example.ts", `import { recordEvent } from "#site/api-client.ts"; recordEvent();`)).toMatchInlineSnapshot(`
			[
			  "scripts/example.ts imports site/api-client.ts. A script takes site/lib/, site/schemas/ and site/search/ from the site. Move what it needs to site/lib/.",
			]
		`);
	});
});

describe("the browser's bundle", () => {
	test("carries no validator", async () => {
		expect(await findings("site/islands/example.ts", `import * as z from "zod"; z.string();`)).toMatchInlineSnapshot(`
			[
			  "This takes zod into the browser: site/islands/example.ts → zod. Write \`import type\`, or take the value from a file without zod.",
			]
		`);
	});

	test("carries none through a contract file, however far away", async () => {
		expect(await findings("site/enhancements/example.ts", `import { ticketSchema } from "#contract/tickets.ts"; ticketSchema.parse({});`))
			.toMatchInlineSnapshot(`
			[
			  "This takes zod into the browser: site/enhancements/example.ts → worker/contract/tickets.ts → zod. Write \`import type\`, or take the value from a file without zod.",
			]
		`);
		expect(await findings("site/browser/visit.ts", `import { siteStats } from "#site/lib/site-stats.ts"; await siteStats();`)).toMatchInlineSnapshot(`
			[
			  "This takes zod into the browser: site/browser/visit.ts → site/lib/site-stats.ts → zod. Write \`import type\`, or take the value from a file without zod.",
			]
		`);
	});

	test("holds the script of an .astro file too", async () => {
		expect(
			await findings(
				"site/components/Example.astro",
				`<p></p>\n<script>\n\timport { voteSchema } from "#contract/votes.ts";\n\tvoteSchema.parse({});\n</script>`,
			),
		).toMatchInlineSnapshot(`
			[
			  "This takes zod into the browser: site/components/Example.astro → worker/contract/votes.ts → zod. Write \`import type\`, or take the value from a file without zod.",
			]
		`);
	});

	test("carries nothing of Node", async () => {
		expect(await findings("site/api-client.ts", `import { readFileSync } from "node:fs"; readFileSync("a");`)).toMatchInlineSnapshot(`
			[
			  "This takes node:fs into the browser: site/api-client.ts → node:fs. Write \`import type\`, or take the value from a file without node:fs.",
			]
		`);
	});
});

describe("one place for each thing", () => {
	test("requests are made by site/api-client.ts", async () => {
		for (const text of [
			`await fetch("/status");`,
			`await window.fetch("/status");`,
			`navigator.sendBeacon("/status");`,
			`export const socket = new WebSocket("/status");`,
		]) {
			expect(await findings("site/islands/example.ts", text), text).toEqual(["Only site/api-client.ts talks to the Worker. Add a function there and call it."]);
		}
	});

	test("the search engine fetches its index, not the Worker", async () => {
		expect(await findings("site/islands/search/engine.ts", `await fetch("/api/search");`)).toMatchInlineSnapshot(`
			[
			  "Only site/api-client.ts knows the Worker's addresses. Add a function there and call it.",
			]
		`);
		expect(await findings("site/islands/search/engine.ts", "export const at = (id: string) => `/api/search/${id}`;")).toHaveLength(1);
	});

	test("SQL stands in worker/queries/", async () => {
		for (const file of ["worker/routes/example.ts", "scripts/lib/example.ts", "site/lib/example.ts"]) {
			expect(await findings(file, `export function read(db) { return db.prepare("SELECT 1"); }`), file).toEqual([
				"SQL lives in worker/queries/ only. Write a function there that says in its name what it finds or stores, and call that.",
			]);
		}
	});

	test("zod is imported as a namespace, of which bundles keep what is used", async () => {
		expect(await findings("site/schemas/example.ts", `import { z } from "zod"; z.string();`)).toEqual([
			'Write import * as z from "zod": of the named one bundles keep all, with every language of its messages.',
		]);
	});

	test("the Worker logs in one place, which knows what may stand there", async () => {
		for (const code of [`console.log("here");`, `console.error(JSON.stringify({ event: "it_broke" }));`])
			expect(await findings("worker/lib/example.ts", code), code).toEqual([
				'Only worker/lib/log.ts writes to the log, one line of JSON without what anybody typed: logError("what_failed", { … }, error).',
			]);
	});

	test("modules of Node are named as such", async () => {
		expect(await findings("scripts/example.ts", `import { readFileSync } from "fs"; readFileSync("a");`)).toMatchInlineSnapshot(`
			[
			  "'fs' import is restricted from being used. Write "node:fs".",
			]
		`);
	});

	test("a function with a body is a declaration", async () => {
		expect(await findings("site/lib/example.ts", `export const twice = (n: number) => {\n\treturn n * 2;\n};`)).toMatchInlineSnapshot(`
			[
			  "A function with a body is a declaration: function name() { … }. Arrows are for callbacks, for one expression, and for what a type is given to.",
			]
		`);
	});
});

test.each([
	["types of the Worker in the site", "site/lib/example.ts", `import type { Reading } from "#worker/reports/metrics.ts"; export type A = Reading;`],
	["values of the contract in the site", "site/integrations/example.ts", `import { manifestPath } from "#contract/site-manifest.ts"; manifestPath.trim();`],
	["site/search/ in the Worker", "worker/lib/example.ts", `import { words } from "#site/search/normalise.ts"; words("a");`],
	[
		"the contract in the Worker",
		"worker/routes/example.ts",
		`import { voteSchema } from "#contract/votes.ts"; import { addDays } from "../lib/days.ts"; voteSchema.parse(addDays);`,
	],
	["site/search/ in itself", "site/search/example.ts", `import Fuse from "fuse.js"; import { words } from "./normalise.ts"; words(Fuse.version);`],
	["the contract in itself", "worker/contract/example.ts", `import * as z from "zod"; import { limits } from "./limits.ts"; z.string().max(limits.line);`],
	["schemas in schemas", "site/schemas/example.ts", `import * as z from "zod"; import { slug } from "./shared.ts"; z.object({ slug });`],
	[
		"types of the contract in an island",
		"site/islands/example.ts",
		`import type { Ticket } from "#contract/tickets.ts"; import type * as z from "zod"; export type A = z.infer<Ticket>;`,
	],
	[
		"light values of the contract in an enhancement",
		"site/enhancements/example.ts",
		`import { priorityOf } from "#contract/priority.ts"; import { redact } from "#contract/redaction.ts"; priorityOf(redact);`,
	],
	["the client in an island", "site/islands/example.ts", `import { recordEvent } from "#site/api-client.ts"; recordEvent();`],
	["requests in the client", "site/api-client.ts", `await fetch("/api/votes"); navigator.sendBeacon("/api/events");`],
	["static files in the search engine", "site/islands/search/engine.ts", `import { indexRootPath } from "#site/search/paths.ts"; await fetch(indexRootPath);`],
	[
		"an island in the script of an .astro file",
		"site/components/Example.astro",
		`---\nimport * as z from "zod";\nz.string();\n---\n<p></p>\n<script>\n\timport "#site/enhancements/vote.ts";\n</script>`,
	],
	[
		"site/lib/, schemas, search and the Worker in scripts",
		"scripts/example.ts",
		`import { nearest } from "#site/lib/nearest.ts"; import { articleTypes } from "#site/schemas/article.ts"; import { words } from "#site/search/normalise.ts"; import { addDays } from "#worker/lib/days.ts"; nearest(articleTypes, words, addDays);`,
	],
	[
		"anything in tests",
		"tests/unit/example.ts",
		`import { recordEvent } from "#site/api-client.ts"; import { today } from "#scripts/lib/checks/today.ts"; import { app } from "#worker/app.ts"; recordEvent(today, app); db.prepare("SELECT 1");`,
	],
	["SQL in worker/queries/", "worker/queries/example.ts", `export function read(db) { return db.prepare("SELECT 1"); }`],
	["the log of the Worker", "worker/lib/log.ts", `console.error(JSON.stringify({ level: "error", event: "it_broke" }));`],
	["a log in scripts", "scripts/example.ts", `console.log("done");`],
	[
		"arrows for one expression, and for what a type is given to",
		"scripts/lib/example.ts",
		`const one = (n: number) => n + 1;\nexport const rule: Rule = (content) => {\n\treturn one(content);\n};`,
	],
])("open: %s", async (_name, file, text) => {
	expect(await findings(file, text)).toEqual([]);
});
