import { existsSync, globSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { imageSize } from "image-size";
import { parse } from "node-html-parser";
import { describe, expect, it } from "vitest";
import { outFolder } from "#scripts/lib/paths.ts";

const pages = globSync("**/index.html", { cwd: outFolder })
	.map((file) => ({ file, html: readFileSync(join(outFolder, file), "utf8") }))
	.filter(({ html }) => html.includes('class="prose'));
const withImages = pages.filter(({ html }) => /class="zoom"/.test(html)).map(({ file, html }) => ({ file, root: parse(html) }));
const built = (href: string | undefined) => join(outFolder, decodeURI(href ?? "missing"));

/** The scripts that a page loads by itself, with what they import at once. */
function scriptsOf(page: string): Set<string> {
	const found = new Set<string>();
	function add(file: string): void {
		if (found.has(file)) return;
		found.add(file);
		for (const [, next = ""] of readFileSync(file, "utf8").matchAll(/(?:import|from)\s*"(\.\/[^"]+)"/g)) add(join(file, "..", next));
	}
	for (const [, src] of readFileSync(join(outFolder, page), "utf8").matchAll(/<script type="module" src="([^"]+)"/g)) add(built(src));
	return found;
}

describe("a picture of an article", () => {
	it("has its size, so that nothing moves when it arrives, words, and is loaded late unless it is at the top", () => {
		expect(withImages.length).toBeGreaterThan(50);
		for (const { file, root } of withImages) {
			const images = root.querySelectorAll(".prose img");
			for (const image of images) {
				const { width, height } = imageSize(readFileSync(built(image.getAttribute("src"))));
				expect([image.getAttribute("width"), image.getAttribute("height")].map(Number), file).toEqual([width, height]);
				expect(image.getAttribute("alt"), file).toMatch(/\p{L}/u);
				expect(image.getAttribute("decoding"), file).toBe("async");
			}
			expect(
				images.slice(1).map((image) => image.getAttribute("loading")),
				file,
			).not.toContain("eager");
		}
	});

	it("leads to itself in full size", () => {
		for (const { file, root } of withImages)
			for (const link of root.querySelectorAll("a.zoom")) expect(existsSync(built(link.getAttribute("href"))), file).toBe(true);
	});

	it("is offered as AVIF and WebP in widths that a phone and a wide screen choose from, smaller than the fallback", () => {
		const pictures = withImages.flatMap(({ root }) => root.querySelectorAll("picture"));
		expect(pictures.length).toBeGreaterThan(0);
		for (const picture of pictures) {
			const sources = picture.querySelectorAll("source");
			expect(sources.map((source) => source.getAttribute("type"))).toEqual(["image/avif", "image/webp"]);
			const fallback = statSync(built(picture.querySelector("img")?.getAttribute("src"))).size;
			for (const source of sources) {
				const offers = (source.getAttribute("srcset") ?? "").split(", ").map((offer) => offer.split(" "));
				expect(offers.length).toBeGreaterThan(2);
				for (const [href, width] of offers) expect(`${imageSize(readFileSync(built(href))).width}w`).toBe(width);
				expect(statSync(built(offers[0]?.[0])).size).toBeLessThan(fallback);
			}
		}
	});

	it("is not published as it was saved, with what a camera wrote into it", () => {
		const rasters = globSync("_astro/*.{png,jpg,jpeg,webp,avif}", { cwd: outFolder });
		expect(rasters.length).toBeGreaterThan(0);
		for (const file of rasters) expect(readFileSync(join(outFolder, file)).includes("Exif"), file).toBe(false);
		const used = withImages.flatMap(({ root }) => root.querySelectorAll(".prose [src], .prose [srcset], .prose a.zoom")).map(String);
		expect(rasters.filter((file) => !used.some((element) => element.includes(file)))).toEqual([]);
	});
});

describe("a listing or table", () => {
	const framed = pages.filter(({ html }) => /<pre|<table/.test(html)).map(({ file, html }) => ({ file, root: parse(html, { blockTextElements: {} }) }));

	it("is a region of its own that can be scrolled by keyboard, and none on a page has the name of another", () => {
		expect(framed.length).toBeGreaterThan(30);
		for (const { file, root } of framed) {
			const regions = root.querySelectorAll(".prose [role=region]");
			const names = regions.map((region) => region.getAttribute("aria-label"));
			expect(new Set(names).size, file).toBe(names.length);
			for (const region of regions) expect(region.getAttribute("tabindex"), file).toBe("0");
		}
	});

	it("brings its button's script only where there is a listing, and an article stays below 8 kB of scripts", () => {
		const [plain, withListing] = ["data-entry/add-esg-data", "integrations/api/use-the-api"].map((path) => scriptsOf(join(path, "index.html")));
		const copies = (files: Set<string> | undefined) => [...(files ?? [])].some((file) => readFileSync(file, "utf8").includes("data-copy"));
		expect([copies(plain), copies(withListing)]).toEqual([false, true]);
		expect([...(withListing ?? [])].reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0)).toBeLessThan(8_000);
	});
});
