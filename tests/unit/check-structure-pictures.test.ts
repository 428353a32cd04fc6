import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { readImageFile } from "#scripts/lib/checks/image-file.ts";
import type { ImageFile } from "#scripts/lib/checks/image-file.ts";
import { allFindingsWith, findingsWith, reference } from "./check-content.ts";

const units = "articles/en/data-entry/units.mdx";
const png: ImageFile = { bytes: 20_000, picture: { type: "png", width: 800, height: 600 } };

function withPicture(name: string, file: ImageFile): string[] {
	return allFindingsWith(
		{ [units]: reference(`![The Units page](./images/${name})`, "featured: true\nrelated: [data-entry/faq]") },
		{ [`articles/en/data-entry/images/${name}`]: file },
	);
}

describe("files of pictures", () => {
	test("a good one is fine", () => {
		expect(withPicture("units.png", png)).toEqual([]);
		expect(withPicture("units.jpeg", { bytes: 300_000, picture: { type: "jpg", width: 2400, height: 600 } })).toEqual([]);
		expect(withPicture("units.svg", { bytes: 900_000, picture: { type: "svg", width: 4000, height: 600 } })).toEqual([]);
	});

	test("one is too heavy and too wide", () => {
		expect(withPicture("units.png", { bytes: 612_345, picture: { type: "png", width: 3840, height: 2160 } })).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:17:1  warning  images/size  ./images/units.png weighs 612 kB; at most 300 kB are good, and is 3840 pixels wide; at most 2400 are good
			  Why: The picture is the heaviest part of the page; readers on the road wait for it.
			  Do:  Cut it to what matters, make it smaller, or save a screenshot as WebP.",
			]
		`);
	});

	test("one is far too heavy", () => {
		expect(withPicture("units.svg", { bytes: 6_240_000, picture: { type: "svg", width: 10, height: 10 } })).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:17:1  error  images/size  ./images/units.svg weighs 6.2 MB; allowed: 5 MB
			  Why: Readers on the road would wait for it and pay for it, and every copy of the centre carries it.
			  Do:  Make it smaller, or show it as a video.",
			]
		`);
	});

	test("one is no picture", () => {
		expect(withPicture("units.png", { bytes: 100, picture: undefined })).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:17:1  error  images/unreadable  ./images/units.png is no picture
			  Why: It would stop the build, or readers would see a broken picture.
			  Do:  Open it in a picture program and save it again, or put the right file in its place.",
			]
		`);
	});

	test("a drawing has no size", () => {
		expect(withPicture("units.svg", { bytes: 100, picture: undefined })).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:17:1  error  images/unreadable  ./images/units.svg is no picture or has neither a viewBox nor a width and height
			  Why: It would stop the build, or readers would see a broken picture.
			  Do:  Open it in a picture program and save it again, or put the right file in its place.",
			]
		`);
	});

	test("the extension lies", () => {
		expect(withPicture("units.jpg", png)).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:17:1  error  images/unreadable  ./images/units.jpg says it is jpg, but is png
			  Why: It would stop the build, or readers would see a broken picture.
			  Do:  Rename the file and the link to .png, or save it again as jpg.",
			]
		`);
	});

	test("the site cannot show the format", () => {
		expect(withPicture("units.bmp", { bytes: 100, picture: { type: "bmp", width: 10, height: 10 } })).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:17:1  error  images/unreadable  the site cannot show ./images/units.bmp
			  Why: It would stop the build, or readers would see a broken picture.
			  Do:  Save the picture in one of these formats: .jpg, .jpeg, .png, .gif, .webp, .svg, .avif, .tif, .tiff.",
			]
		`);
	});

	test("one that stops the build is an error in an imported article too", () => {
		const imported = reference("![The Units page](./images/units.png)", "imported: { from: markdown, path: units.md }");
		const findings = findingsWith({ [units]: imported }, { "articles/en/data-entry/images/units.png": { bytes: 1, picture: undefined } });
		expect(findings.map((finding) => finding.split("\n")[0])).toEqual([`${units}:16:1  error  images/unreadable  ./images/units.png is no picture`]);
	});

	test("no article shows one", () => {
		expect(findingsWith({}, { "articles/en/data-entry/images/old.png": png })).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/images/old.png:1:1  warning  images/unused  no article shows this file
			  Why: Everybody who opens the folder has to find out whether it is still needed.
			  Do:  Show it in an article, or delete it.",
			]
		`);
	});

	test("one is shown by a draft, another by an article that cannot be read", () => {
		const pictures = { "articles/en/data-entry/images/a.png": png, "articles/en/data-entry/images/b.png": png };
		const findings = findingsWith(
			{ [units]: reference("![A page](./images/a.png)", "draft: true"), "articles/en/data-entry/broken.mdx": reference("<b\n\n![B](./images/b.png)") },
			pictures,
		);
		expect(findings.filter((finding) => finding.includes("images/unused"))).toEqual([]);
	});
});

describe("alt texts", () => {
	const alt = (words: string) => findingsWith({ [units]: reference(`![${words}](./images/values.svg)`) });

	test("one is a file name", () => {
		expect(alt("values.svg")).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:15:1  warning  images/alt-words  the alt text of ./images/values.svg is "values.svg", a file name
			  Why: Readers who cannot see the picture hear these words instead of it.
			  Do:  Say what the picture shows and why it is here: ![The Values page with …](…)",
			]
		`);
	});

	test("one says only that there is a picture", () => {
		expect(alt("Screenshot 2")).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:15:1  warning  images/alt-words  the alt text of ./images/values.svg is "Screenshot 2", which says nothing of what it shows
			  Why: Readers who cannot see the picture hear these words instead of it.
			  Do:  Say what the picture shows and why it is here: ![The Values page with …](…)",
			]
		`);
	});

	test("one is a whole paragraph", () => {
		expect(alt("The Values page with all its columns. ".repeat(7).trim())).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:15:1  warning  images/alt-words  the alt text of ./images/values.svg has 265 characters; at most 250 are good
			  Why: A screen reader reads it in one breath; nobody can stop or go back in it.
			  Do:  Keep what the picture shows, and move the rest into the text.",
			]
		`);
	});

	test.each(["image", "An image.", "a screenshot", "IMG_0042.PNG", "Screen shot 12"])("%s says nothing", (words) => {
		expect(alt(words)).toHaveLength(1);
	});

	test.each(["values", "The Values page", "Screenshot of the Values page", "A picture of a meter with the number 42"])("%s says something", (words) => {
		expect(alt(words)).toEqual([]);
	});
});

describe("reading a picture", () => {
	const folder = mkdtempSync(join(tmpdir(), "pictures-"));
	afterAll(() => rmSync(folder, { recursive: true }));
	const read = (bytes: Uint8Array | string) => {
		writeFileSync(join(folder, "picture"), bytes);
		return readImageFile(join(folder, "picture"));
	};

	test("tells type, size and weight from the first bytes", () => {
		const header = Buffer.from("89504e470d0a1a0a0000000d4948445200000320000002580806000000", "hex");
		expect(read(Buffer.concat([header, Buffer.alloc(500_000)]))).toEqual({ bytes: 500_029, picture: { type: "png", width: 800, height: 600 } });
		expect(read('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 20"></svg>')).toEqual({ bytes: 66, picture: { type: "svg", width: 10, height: 20 } });
	});

	test("reads on where a JPEG file begins with a long preview", () => {
		const preview = Buffer.concat([Buffer.from("ffe1fff0", "hex"), Buffer.alloc(0xffee)]);
		const frame = Buffer.from("ffc0001108025803200301220002110103110100", "hex");
		const jpeg = Buffer.concat([Buffer.from("ffd8", "hex"), preview, preview, frame]);
		expect(read(jpeg)?.picture).toEqual({ type: "jpg", width: 800, height: 600 });
	});

	test.each(["", "hello, this is a text", "<svg></svg>", "\u0089PNG", Buffer.from("ffd8ffe0", "hex")])("%j is no picture", (bytes) => {
		expect(read(bytes)?.picture).toBeUndefined();
	});

	test("a file that is not there is nothing", () => {
		expect(readImageFile(join(folder, "nowhere.png"))).toBeUndefined();
	});
});
