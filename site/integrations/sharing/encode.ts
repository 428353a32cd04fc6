import sharp from "sharp";
import type { Drawing } from "./render.ts";

/**
 * Words on a ground are small in PNG as they are, in a fifth of the time that fewer colours take. A picture of many shapes is half as large
 * with 64 colours; without dots of others, which would look dirty.
 */
const settings = {
	words: { compressionLevel: 6 },
	shapes: { palette: true, colours: 64, dither: 0, effort: 1, compressionLevel: 6 },
	photograph: { mozjpeg: true, quality: 80 },
} as const;

/** What a drawing shows. */
export type Kind = keyof typeof settings;

/** The settings as text, for who keeps what was encoded with them. */
export const encodedWith = JSON.stringify(settings);

/** A drawing without holes as a small file: PNG, or JPEG for one that holds what was photographed. */
export async function encodeDrawing({ pixels, width, height }: Drawing, kind: Kind): Promise<Uint8Array> {
	const image = sharp(pixels, { raw: { width, height, channels: 4, premultiplied: true } }).removeAlpha();
	return await (kind === "photograph" ? image.jpeg(settings[kind]) : image.png(settings[kind])).toBuffer();
}

/** A drawing as PNG that becomes part of another drawing at once: with its holes, and hardly packed. */
export async function encodeInlay({ pixels, width, height }: Drawing): Promise<Uint8Array> {
	return await sharp(pixels, { raw: { width, height, channels: 4, premultiplied: true } })
		.png({ compressionLevel: 1 })
		.toBuffer();
}

/**
 * A picture file in a size (pixels), as PNG, upright as its camera was held.
 * @throws Error when the file is no picture
 */
export async function resize(picture: Uint8Array, size: { width: number; height: number }): Promise<Uint8Array> {
	return await sharp(picture)
		.autoOrient()
		.resize({ ...size, fit: "contain" })
		.png({ compressionLevel: 1 })
		.toBuffer();
}
