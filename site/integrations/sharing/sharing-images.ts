import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { AstroIntegrationLogger } from "astro";
import { contentFolder } from "#site/lib/content-folder.ts";
import { readContentData } from "#site/lib/content-data.ts";
import { cardSize, type Card } from "#site/lib/sharing/card.ts";
import { drawCard, logoRoom, pictureRoom, type Inlay } from "#site/lib/sharing/draw-card.ts";
import { drawCardsWith, sharingFolder } from "#site/lib/sharing/sharing-image.ts";
import { isBrought } from "#site/lib/sharing/typefaces.ts";
import { encodeDrawing, encodedWith } from "./encode.ts";
import { readInlay } from "./inlays.ts";
import { createMeasure, drawnWith, drawSvg } from "./render.ts";

/** The part of a build that draws the pictures of shared links. */
export interface SharingBuild {
	/** Draws what pages have asked for, and ends. */
	finish(): Promise<{ images: number; drawn: number; ms: number }>;
}

/** Where a build's sharing images come from and go to. */
interface Places {
	/** Folder of the finished site. */
	out: string;
	/** Folder that keeps drawings between builds. */
	cache: string;
	/** Where warnings go. */
	logger: Pick<AstroIntegrationLogger, "warn">;
}

const hashOf = (...parts: (string | Uint8Array)[]) => parts.reduce((hash, part) => hash.update(part).update("\0"), createHash("sha256")).digest("hex");

/** As many as the machine's encoders work on together. */
const together = 4;

/**
 * Begins before the pages are rendered: each asks for its card and is told the file's name, which is made from all that is drawn. The
 * files are drawn when the site is finished, since an article's own picture is there only then.
 */
export async function startSharingImages(places: Places): Promise<SharingBuild> {
	const measure = createMeasure();
	const logo = await readLogo();
	const asked = new Map<string, Card>();
	const nameOf = new Map<string, string>();
	const stop = drawCardsWith((card) => {
		const key = JSON.stringify(card);
		const known = nameOf.get(key);
		if (known !== undefined) return known;
		const picture = "picture" in card ? { href: card.picture, width: pictureRoom.width, height: pictureRoom.height } : undefined;
		const hash = hashOf(drawCard(card, { logo, picture }, measure), ...drawnWith).slice(0, 16);
		const name = `${sharingFolder}/${hash}.${formatOf(card) === "png" ? "png" : "jpg"}`;
		nameOf.set(key, name);
		asked.set(name, card);
		return name;
	});
	return {
		async finish() {
			stop();
			const started = performance.now();
			const waiting = [...asked];
			warnOfForeignLetters(waiting, places);
			mkdirSync(join(places.out, sharingFolder), { recursive: true });
			mkdirSync(places.cache, { recursive: true });
			let drawn = 0;
			await Promise.all(
				Array.from({ length: together }, async () => {
					for (let next = waiting.pop(); next; next = waiting.pop()) {
						const [name, card] = next;
						if (await write(name, card, { ...places, logo, measure })) drawn++;
					}
				}),
			);
			return { images: asked.size, drawn, ms: Math.round(performance.now() - started) };
		},
	};
}

function warnOfForeignLetters(cards: readonly [string, Card][], { logger }: Places): void {
	const foreign = cards.find(([, card]) => !isBrought(JSON.stringify(card)));
	if (!foreign) return;
	logger.warn(
		`sharing images: some hold letters that are neither Latin, Greek, Cyrillic nor Arabic, or emoji. They are drawn in the fonts of this machine; look at ${foreign[0].slice(1)} in the built site, and install a font where letters are boxes.`,
	);
}

/** Drawings are smaller as PNG, and screenshots and photographs as JPEG. */
function formatOf(card: Card): "png" | "jpeg" {
	return "picture" in card && !card.picture.endsWith(".svg") ? "jpeg" : "png";
}

/** Where a build's pictures are drawn. */
interface Studio extends Places {
	logo: Inlay | undefined;
	measure: ReturnType<typeof createMeasure>;
}

/** Writes the file of a card. Returns whether it had to be drawn. */
async function write(name: string, card: Card, studio: Studio): Promise<boolean> {
	const source = "picture" in card ? join(studio.out, decodeURI(card.picture)) : null;
	const key = hashOf(name, encodedWith, source !== null && existsSync(source) ? readFileSync(source) : "");
	const kept = join(studio.cache, key);
	const fresh = !existsSync(kept);
	if (fresh) {
		const bytes = await draw(card, source, studio);
		// A build that is ended half-way leaves no half a picture for the next one.
		writeFileSync(`${kept}.part`, bytes);
		renameSync(`${kept}.part`, kept);
	}
	copyFileSync(kept, join(studio.out, name));
	return fresh;
}

async function draw(card: Card, source: string | null, { logo, measure, logger }: Studio): Promise<Uint8Array> {
	const picture = source === null ? undefined : await tryInlay(source, logger);
	const svg = drawCard(card, { logo, picture }, measure);
	return encodeDrawing(await drawSvg(svg, cardSize.width), formatOf(card));
}

/** The article's own picture; without one, where it cannot be read, the card shows the centre alone. */
async function tryInlay(source: string, logger: Places["logger"]): Promise<Inlay | undefined> {
	try {
		return await readInlay(source, pictureRoom);
	} catch (error) {
		logger.warn(`the sharing image has no picture: ${source} cannot be drawn (${error instanceof Error ? error.message : String(error)})`);
		return undefined;
	}
}

/** The logo in twice its size, so that it stays sharp. */
async function readLogo(): Promise<Inlay | undefined> {
	const { logo } = readContentData().site;
	const file = logo === undefined ? undefined : join(contentFolder(), "data", logo);
	// A logo that is missing is reported where the header shows it.
	if (file === undefined || !existsSync(file)) return undefined;
	const { href, width, height } = await readInlay(file, { width: logoRoom.width * 2, height: logoRoom.height * 2 });
	return { href, width: width / 2, height: height / 2 };
}
