import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { compare, shrink } from "../pictures/picture.ts";

const line = "#e1e6ea";
const button = (x = 40) => `<rect x="${x}.5" y="60.5" width="150" height="44" rx="8" fill="#0f766e"/>`;
const card = (stroke = line) => `<rect x="40.5" y="140.5" width="420" height="120" rx="12" fill="#ffffff" stroke="${stroke}"/>`;
// Letters of bars, so that the test needs no font.
const label = (fill = "#52606d") => [0, 9, 18, 27, 36].map((x) => `<rect x="${60 + x}" y="200" width="4" height="11" fill="${fill}"/>`).join("");
const page = [button(), card(), label()];

function draw(parts: string[], width = 640): Promise<Buffer> {
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="400"><rect width="100%" height="100%" fill="#ffffff"/>${parts.join("")}</svg>`;
	return sharp(Buffer.from(svg)).png().toBuffer();
}

/** What is said of a picture beside the page as it was. */
async function judge(after: Promise<Buffer>): Promise<string | null> {
	return (await compare(await shrink(await draw(page)), await shrink(await after)))?.reason ?? null;
}

describe("comparing pictures", () => {
	it.each([
		["a button that is 8 px further", [button(48), card(), label()]],
		["a button in another colour", [button().replace("#0f766e", "#1f6f5e"), card(), label()]],
		["a card that lost its thin border", [button(), card("#ffffff"), label()]],
		["a missing label", [button(), card()]],
		["a label in another colour", [button(), card(), label("#8896a4")]],
	])("sees %s", async (_, parts) => {
		expect(await judge(draw(parts))).toMatch(/^\d+ points differ$/);
	});

	it("overlooks what drawing anew may change: a shade here and there, and the edge of a letter", async () => {
		expect(await judge(draw(page))).toBeNull();
		const { data, info } = await sharp(await draw(page))
			.removeAlpha()
			.raw()
			.toBuffer({ resolveWithObject: true });
		const restless = data.map((level, at) => (at % 997 === 0 ? level - 2 : level));
		expect(await judge(sharp(restless, { raw: info }).png().toBuffer())).toBeNull();
		const edge = `<rect x="59.8" y="200" width="0.2" height="11" fill="#52606d"/>`;
		expect(await judge(draw([...page, edge]))).toBeNull();
	});

	it("tells a page that became longer or narrower by its size, and shows where others differ", async () => {
		const before = await shrink(await draw(page));
		expect(await compare(before, await shrink(await draw(page, 600)))).toEqual({
			reason: "it was 320 × 200 points, and is 300 × 200",
			picture: null,
		});
		const seen = await compare(before, await shrink(await draw([button(), card()])));
		expect((await sharp(seen?.picture ?? Buffer.alloc(0)).metadata()).width).toBe(320);
	});
});
