import { readFileSync } from "node:fs";
import { imageSize } from "image-size";
import type { Inlay } from "#site/lib/sharing/draw-card.ts";
import { encodeInlay, resize } from "./encode.ts";
import { drawSvg } from "./render.ts";

/** A picture is not blown up more than this: it would look coarse. */
const largest = 2;

/**
 * A picture file as part of a card, as large as its room (pixels) allows. SVG is drawn apart: within another drawing it has no fonts.
 * @throws Error when the file is not there or is no picture
 */
export async function readInlay(file: string, room: { width: number; height: number }): Promise<Inlay> {
	const bytes = readFileSync(file);
	const own = imageSize(bytes);
	const scale = Math.min(room.width / own.width, room.height / own.height, file.endsWith(".svg") ? Infinity : largest);
	const size = { width: Math.max(1, Math.round(own.width * scale)), height: Math.max(1, Math.round(own.height * scale)) };
	const png = file.endsWith(".svg") ? await encodeInlay(await drawSvg(bytes.toString("utf8"), size.width)) : await resize(bytes, size);
	return { href: `data:image/png;base64,${Buffer.from(png).toString("base64")}`, ...size };
}
