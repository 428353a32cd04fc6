import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "node-html-parser";
import { describe, expect, it } from "vitest";
import { addressKey, redirectShard } from "#contract/old-addresses.ts";
import { contentFolder } from "#site/lib/content-folder.ts";
import { hostRules } from "#site/integrations/redirects.ts";
import { publishedSchema } from "#site/schemas/published.ts";
import { buildContent } from "#scripts/lib/checks/build-content.ts";
import { readContent } from "#scripts/lib/checks/read-content.ts";
import { outFolder } from "#scripts/lib/paths.ts";

const { addresses } = publishedSchema.parse(JSON.parse(readFileSync(join(outFolder, "_site/addresses.json"), "utf8")));
const pages = Object.entries(addresses).filter(([, { to }]) => to === undefined);
const old = Object.entries(addresses).flatMap(([from, { to }]) => (to === undefined ? [] : [{ from, to }]));
const content = buildContent(readContent(contentFolder()), "2026-11-21");

describe("the list of addresses", () => {
	it("holds exactly the pages that the check knows", () => {
		expect(pages.map(([address]) => address)).toEqual([...content.pages.keys()].sort());
		for (const [address, { article }] of pages) expect(article, address).toBe(content.pages.get(address)?.article?.id);
	});

	it("names ids that are on the page, and that the check knows from the source", () => {
		for (const [address, { anchors }] of pages) {
			const root = parse(readFileSync(join(outFolder, address, "index.html"), "utf8"));
			const ids = content.pages.get(address)?.article?.body?.ids;
			for (const anchor of anchors) {
				expect(root.getElementById(anchor), `${address}#${anchor}`).not.toBeNull();
				if (ids) expect(ids.has(anchor), `${address}#${anchor}`).toBe(true);
			}
		}
	});
});

describe("old addresses", () => {
	const host = readFileSync(join(outFolder, "_redirects"), "utf8").split("\n").filter(Boolean);

	it("lead to pages of this site, at the host and in the Worker's files", () => {
		expect(old.length).toBeGreaterThan(0);
		for (const { from, to } of old) {
			expect(existsSync(join(outFolder, addressKey(to), "index.html")), to).toBe(true);
			const key = addressKey(from);
			expect(JSON.parse(readFileSync(join(outFolder, redirectShard(key)), "utf8"))).toHaveProperty([key], to);
		}
	});

	it("are within what the host takes, and lead nowhere else", () => {
		expect(host.length).toBeLessThanOrEqual(hostRules);
		for (const line of host) expect(line).toMatch(/^\/\S+ \/(?![/\\])\S* 301$/);
	});
});
