import sharp, { type Sharp } from "sharp";
import type { Drawing } from "./render.ts";

/** A drawing is small in PNG as it is. With fewer colours it would be half as large, and take five times as long. */
const settings = { png: { compressionLevel: 6 }, jpeg: { mozjpeg: true, quality: 80 } } as const;

/** The settings as text, for who keeps what was encoded with them. */
export const encodedWith = JSON.stringify(settings);

function open({ pixels, width, height }: Drawing): Sharp {
	return sharp(pixels, { raw: { width, height, channels: 4, premultiplied: true } });
}

/** A drawing without holes as a small file: PNG, or JPEG for one that holds what was photographed. */
export async function encodeDrawing(drawing: Drawing, format: "png" | "jpeg"): Promise<Uint8Array> {
	const image = open(drawing).removeAlpha();
	return await (format === "png" ? image.png(settings.png) : image.jpeg(settings.jpeg)).toBuffer();
}

/** A drawing as PNG that becomes part of another drawing at once: with its holes, and hardly packed. */
export async function encodeInlay(drawing: Drawing): Promise<Uint8Array> {
	return await open(drawing).png({ compressionLevel: 1 }).toBuffer();
}

/**
 * A picture file in a size (pixels), as PNG, upright as its camera was held.
 * What can be read of a damaged file is shown.
 *
 * @throws Error when the file is no picture
 */
export async function resize(picture: Uint8Array, size: { width: number; height: number }): Promise<Uint8Array> {
	return await sharp(picture, { failOn: "none" })
		.autoOrient()
		.resize({ ...size, fit: "contain" })
		.png({ compressionLevel: 1 })
		.toBuffer();
}
