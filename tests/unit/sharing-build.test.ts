import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { imageSize } from "image-size";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startSharingImages } from "#site/integrations/sharing/sharing-images.ts";
import type { CardFrame } from "#site/lib/sharing/card.ts";
import { sharingImage } from "#site/lib/sharing/sharing-image.ts";

const frame: CardFrame = { centre: "Example Help", dir: "ltr", accent: "#0f766e" };
const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200"><rect width="400" height="200" fill="#b01c1c"/></svg>`;
let folder: string;
let warnings: string[];

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "sharing-"));
	warnings = [];
	mkdirSync(join(folder, "out/_astro"), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A build whose pages ask for images; answers with what became of them. */
async function build(pages: () => void) {
	const logger = { warn: (text: string) => void warnings.push(text) };
	const sharing = await startSharingImages({ logger, out: join(folder, "out"), cache: join(folder, "cache") });
	pages();
	return sharing.finish();
}
const drawn = () => readdirSync(join(folder, "out/og"));

describe("a build with sharing images", () => {
	it("draws one for all pages that share it, and nothing the next time", async () => {
		const paths: (string | undefined)[] = [];
		const pages = () => {
			for (const title of ["Data entry", "Data entry", "Reporting"]) paths.push(sharingImage({ ...frame, title }, title)?.path);
		};
		expect(await build(pages)).toMatchObject({ images: 2, drawn: 2 });
		expect(new Set(paths)).toEqual(new Set(drawn().map((name) => `/og/${name}`)));
		for (const name of drawn()) expect(imageSize(readFileSync(join(folder, "out/og", name)))).toMatchObject({ type: "png", width: 1200, height: 630 });
		expect(await build(pages)).toMatchObject({ images: 2, drawn: 0 });
		expect(warnings).toEqual([]);
	});

	it("draws an article's picture anew when it has changed under the same name", async () => {
		const pages = () => void sharingImage({ ...frame, picture: "/_astro/a.svg" }, "A");
		writeFileSync(join(folder, "out/_astro/a.svg"), svg);
		expect(await build(pages)).toMatchObject({ drawn: 1 });
		writeFileSync(join(folder, "out/_astro/a.svg"), svg.replace("#b01c1c", "#0b5cad"));
		expect(await build(pages)).toMatchObject({ drawn: 1 });
	});

	it.each([
		["is not there", null],
		["is none", "no drawing"],
	])("goes on without a picture that %s, and says so", async (_, text) => {
		if (text !== null) writeFileSync(join(folder, "out/_astro/a.svg"), text);
		expect(await build(() => void sharingImage({ ...frame, picture: "/_astro/a.svg" }, "A"))).toMatchObject({ drawn: 1 });
		expect(warnings).toEqual([expect.stringMatching(/has no picture: .*a\.svg cannot be drawn/)]);
	});

	it("says when letters are drawn in the fonts of the machine", async () => {
		await build(() => void sharingImage({ ...frame, title: "データ入力" }, "データ入力"));
		expect(warnings).toEqual([expect.stringMatching(/fonts of this machine; look at og\/[0-9a-f]{16}\.png/)]);
	});

	it("fails where a drawing cannot be written, and says why", async () => {
		writeFileSync(join(folder, "cache"), "in the way");
		await expect(build(() => void sharingImage({ ...frame, title: "Data entry" }, "Data entry"))).rejects.toThrow(/EEXIST|ENOTDIR/);
	});

	it("ends with it: a page that asks later is told of none", async () => {
		await build(() => {});
		expect(sharingImage({ ...frame, title: "Late" }, "Late")).toBeNull();
	});
});
