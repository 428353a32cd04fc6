import { globSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { imageSize } from "image-size";
import { parse } from "node-html-parser";
import { describe, expect, it } from "vitest";
import { outFolder } from "#scripts/lib/paths.ts";
import { readPageHead } from "#site/lib/page-head.ts";

const pages = globSync("**/*.html", { cwd: outFolder }).map((file) => ({ file, html: readFileSync(join(outFolder, file), "utf8") }));
const indexable = pages.filter(({ html }) => readPageHead(html).canonical !== null);
const heads = new Map(pages.map(({ file, html }) => [file, parse(/<head>[\s\S]*<\/head>/.exec(html)?.[0] ?? "")]));
const meta = (file: string, name: string) =>
	heads
		.get(file)
		?.querySelectorAll(`meta[property="${name}"], meta[name="${name}"]`)
		.map((element) => element.getAttribute("content") ?? "");
const imageOf = (file: string) => new URL(meta(file, "og:image")?.[0] ?? "about:blank").pathname;
const files = globSync("og/*", { cwd: outFolder });

describe("the picture of a shared link", () => {
	it("is there for every page that search engines keep, of the size that the page names, with words for who does not see it", () => {
		expect(indexable.length).toBeGreaterThan(300);
		for (const { file } of indexable) {
			expect(meta(file, "og:image"), file).toEqual([expect.stringMatching(/^https:\/\/[^/]+\/og\/[0-9a-f]{16}\.(?:png|jpg)$/)]);
			const { width, height } = imageSize(readFileSync(join(outFolder, imageOf(file))));
			expect([meta(file, "og:image:width"), meta(file, "og:image:height")], file).toEqual([[`${width}`], [`${height}`]]);
			expect([width, height], file).toEqual([1200, 630]);
			expect(meta(file, "og:image:alt"), file).toEqual([expect.stringMatching(/\p{L}/u)]);
			expect(meta(file, "twitter:card"), file).toEqual(["summary_large_image"]);
		}
	});

	it("is small", () => {
		expect(files.filter((file) => statSync(join(outFolder, file)).size > 50_000)).toEqual([]);
	});

	it("is drawn only where a page shows it, and once for all that share it", () => {
		const used = new Set(pages.map(({ file }) => imageOf(file).slice(1)));
		expect(files.filter((file) => !used.has(file))).toEqual([]);
		expect(files.length).toBeLessThan(indexable.length / 2 + 32);
	});

	it("is the article's own where it has one, and else that of its topic and kind, in the language of its text", () => {
		expect(meta("data-entry/add-esg-data/index.html", "og:image:alt")).toEqual([expect.stringContaining("The Values page")]);
		expect(meta("integrations/api/errors/unauthorized-401/index.html", "og:image:alt")).toEqual(["API errors · Troubleshooting · ESG Platform Help"]);
		expect(imageOf("de/data-entry/data-validation/index.html")).toBe(imageOf("data-entry/data-validation/index.html"));
		expect(imageOf("de/account-and-billing/billing-faq/index.html")).not.toBe(imageOf("account-and-billing/billing-faq/index.html"));
		expect(new Set(["index.html", "de/index.html", "es/index.html", "ar/index.html"].map(imageOf)).size).toBe(4);
		expect(imageOf("privacy/index.html")).toBe(imageOf("index.html"));
	});
});
