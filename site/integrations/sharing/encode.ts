import type { AstroConfig } from "astro";
import sharp from "astro/assets/services/sharp";

/** What Astro says of its pictures, and where warnings go. */
export interface Encoding {
	image: AstroConfig["image"];
	logger: Parameters<typeof sharp.transform>[3];
}

/** Flat drawings have few colours, and look cleaner without dots of others. */
const settings = { png: { palette: true, colours: 64, dither: 0, effort: 1, compressionLevel: 9 }, jpeg: { mozjpeg: true, quality: 80 } };

/** The settings as text, for who keeps what was encoded with them. */
export const encodedWith = JSON.stringify(settings);

/** A picture as a small file: PNG with few colours, or JPEG for what is photographed. With `size` (pixels), made so small. */
export async function encode(
	picture: Uint8Array,
	format: "png" | "jpeg",
	{ image, logger }: Encoding,
	size?: { width: number; height: number },
): Promise<Uint8Array> {
	const transform = { src: "sharing image", format, ...(size && { ...size, fit: "contain" }) };
	const { data } = await sharp.transform(picture, transform, { ...image, service: { entrypoint: "", config: settings } }, logger);
	return data;
}
