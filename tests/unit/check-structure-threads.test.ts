import { resolve } from "node:path";
import { expect, test } from "vitest";
import { buildContent } from "#scripts/lib/checks/build-content.ts";
import { parseBeside } from "#scripts/lib/checks/parse-beside.ts";
import { readContent } from "#scripts/lib/checks/read-content.ts";
import { runChecks } from "#scripts/lib/checks/run-checks.ts";

const raw = readContent(resolve(import.meta.dirname, "../fixtures/content-sound"));
raw.texts.set("articles/en/data-entry/no-front-matter.mdx", "Hello");
raw.texts.set("articles/en/data-entry/broken.mdx", "---\ntitle: Broken text\n---\n\n<Steps>\n\nHello {name}\n");
raw.texts.set("articles/en/data-entry/windows.mdx", "\uFEFF---\r\ntitle: Windows\r\n---\r\n\r\n# Title\r\n\r\n<Stepps>\r\n\r\n{name}\r\n\r\n</Stepps>\r\n");
raw.files.push("articles/en/data-entry/no-front-matter.mdx", "articles/en/data-entry/broken.mdx", "articles/en/data-entry/windows.mdx");

test("articles that threads parsed give the same findings as those parsed here", async () => {
	const parsed = await parseBeside(raw, 1);
	expect(parsed.bodies?.size).toBe(raw.files.filter((path) => path.endsWith(".mdx")).length);
	const here = runChecks(buildContent(raw, "2026-11-21"));
	expect(here.length).toBeGreaterThan(5);
	expect(runChecks(buildContent(parsed, "2026-11-21"))).toEqual(here);
});

test("a small centre is parsed without threads", async () => {
	expect(await parseBeside(raw)).toBe(raw);
});
