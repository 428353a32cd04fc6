import pixelmatch from "pixelmatch";
import sharp from "sharp";

/** How a page is kept: half as wide, and never wider than this. Words stay readable but for the smallest. */
const scale = 0.5;
const widest = 960;

/** AVIF with little effort: half the size of WebP for pages of words, in the same time. Text stays whole, photographs would not. */
const kept = { quality: 27, effort: 0 };

/** Of one colour channel's way: smaller than a thin line in the colour of lines, larger than what encoding anew changes. */
const threshold = 0.035;

/** So many points may differ: fewer than any letter, sign or line has. */
const tolerated = 16;

/** What differs between two pictures. */
export interface Difference {
	/** In words. */
	reason: string;
	/** Where they differ, in red (PNG); null where their sizes do. */
	picture: Buffer | null;
}

/** A screenshot as it is kept: scaled down, as AVIF. The same screenshot always gives the same bytes. */
export async function shrink(screenshot: Buffer): Promise<Buffer> {
	const { width } = await sharp(screenshot).metadata();
	return sharp(screenshot)
		.removeAlpha()
		.resize({ width: Math.min(Math.round(width * scale), widest) })
		.avif(kept)
		.toBuffer();
}

async function pointsOf(picture: Buffer) {
	return sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
}

/** Compares two pictures that `shrink` made. What antialiasing may change is overlooked. Null: they show the same. */
export async function compare(expected: Buffer, actual: Buffer): Promise<Difference | null> {
	if (expected.equals(actual)) return null;
	const [before, after] = await Promise.all([pointsOf(expected), pointsOf(actual)]);
	const { width, height } = before.info;
	if (width !== after.info.width || height !== after.info.height)
		return { reason: `it was ${width} × ${height} points, and is ${after.info.width} × ${after.info.height}`, picture: null };
	const drawn = Buffer.alloc(before.data.length);
	const different = pixelmatch(before.data, after.data, drawn, width, height, { threshold });
	if (different <= tolerated) return null;
	const picture = await sharp(drawn, { raw: { width, height, channels: 4 } })
		.png()
		.toBuffer();
	return { reason: `${different} points differ`, picture };
}
