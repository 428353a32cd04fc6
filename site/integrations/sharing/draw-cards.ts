import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cardSize, formatOf, type Card } from "#site/lib/sharing/card.ts";
import { drawCard, pictureRoom, type Inlay } from "#site/lib/sharing/draw-card.ts";
import { sharingFolder } from "#site/lib/sharing/sharing-image.ts";
import { encodeDrawing, encodedWith } from "./encode.ts";
import { hashOf } from "./hash-of.ts";
import { readInlay } from "./inlays.ts";
import { createMeasure, drawSvg } from "./render.ts";

/** A card that a page asked for. */
export interface AskedCard {
	/** Path of its file on the site. */
	name: string;
	card: Card;
	/** Its drawing; null for a card with a picture, which is only there when all pages are. */
	svg: string | null;
}

/** Cards to be drawn, and where. */
export interface Drawings {
	cards: AskedCard[];
	/** Folder of the finished site. */
	out: string;
	/** Folder that keeps drawings between builds. */
	cache: string;
	logo: Inlay | undefined;
}

/** What came of it. */
export interface Drawn {
	/** How many had to be drawn; the others were kept. */
	drawn: number;
	/** For the log of the build. */
	warnings: string[];
}

/** As many as the machine's encoders work on together. */
const together = 4;

/** Writes the files of cards. */
export async function drawCards({ cards, out, cache, logo }: Drawings): Promise<Drawn> {
	const measure = createMeasure();
	const waiting = [...cards];
	const result: Drawn = { drawn: 0, warnings: [] };
	mkdirSync(join(out, sharingFolder), { recursive: true });
	mkdirSync(cache, { recursive: true });
	await Promise.all(
		Array.from({ length: together }, async () => {
			for (let next = waiting.pop(); next; next = waiting.pop()) if (await write(next)) result.drawn++;
		}),
	);
	return result;

	/** Returns whether it had to be drawn. */
	async function write({ name, card, svg }: AskedCard): Promise<boolean> {
		const source = "picture" in card ? join(out, decodeURI(card.picture)) : null;
		const kept = join(cache, hashOf(name, encodedWith, source !== null && existsSync(source) ? readFileSync(source) : ""));
		const fresh = !existsSync(kept);
		if (fresh) {
			const drawing = svg ?? drawCard(card, { logo, picture: source === null ? undefined : await tryInlay(source) }, measure);
			const bytes = await encodeDrawing(await drawSvg(drawing, cardSize.width), formatOf(card));
			// A build that is ended half-way leaves no half a picture for the next one.
			writeFileSync(`${kept}.part`, bytes);
			renameSync(`${kept}.part`, kept);
		}
		copyFileSync(kept, join(out, name));
		return fresh;
	}

	/** The article's own picture; without one, where it cannot be read, the card shows the centre alone. */
	async function tryInlay(source: string): Promise<Inlay | undefined> {
		try {
			return await readInlay(source, pictureRoom);
		} catch (error) {
			const why = error instanceof Error ? error.message : String(error);
			result.warnings.push(`the sharing image has no picture: ${source} cannot be drawn (${why})`);
			return undefined;
		}
	}
}
