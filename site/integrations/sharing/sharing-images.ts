import { existsSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { AstroIntegrationLogger } from "astro";
import { contentFolder } from "#site/lib/content-folder.ts";
import { readContentData } from "#site/lib/content-data.ts";
import { formatOf } from "#site/lib/sharing/card.ts";
import { drawCard, logoRoom, pictureRoom, type Inlay } from "#site/lib/sharing/draw-card.ts";
import { drawCardsWith, sharingFolder } from "#site/lib/sharing/sharing-image.ts";
import { isBrought } from "#site/lib/sharing/typefaces.ts";
import type { AskedCard, Drawings, Drawn } from "./draw-cards.ts";
import { hashOf } from "./hash-of.ts";
import { readInlay } from "./inlays.ts";
import { createMeasure, drawnWith } from "./render.ts";

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

/**
 * Begins before the pages are rendered: each asks for its card and is told the file's name, which is made from all that is drawn. The
 * files are drawn when the site is finished, since an article's own picture is there only then.
 */
export async function startSharingImages(places: Places): Promise<SharingBuild> {
	const measure = createMeasure();
	const logo = await readLogo();
	const asked = new Map<string, AskedCard>();
	const nameOf = new Map<string, string>();
	const stop = drawCardsWith((card) => {
		const key = JSON.stringify(card);
		const known = nameOf.get(key);
		if (known !== undefined) return known;
		const picture = "picture" in card ? { href: card.picture, width: pictureRoom.width, height: pictureRoom.height } : undefined;
		const svg = drawCard(card, { logo, picture }, measure);
		const hash = hashOf(svg, ...drawnWith).slice(0, 16);
		const name = `${sharingFolder}/${hash}.${formatOf(card) === "png" ? "png" : "jpg"}`;
		nameOf.set(key, name);
		asked.set(name, { name, card, svg: picture === undefined ? svg : null });
		return name;
	});
	return {
		async finish() {
			stop();
			const started = performance.now();
			const cards = [...asked.values()];
			warnOfForeignLetters(cards, places);
			const { drawn, warnings } = await drawInThread({ cards, out: places.out, cache: places.cache, logo });
			for (const warning of warnings) places.logger.warn(warning);
			return { images: asked.size, drawn, ms: Math.round(performance.now() - started) };
		},
	};
}

/**
 * A thread has a heap of its own. Each drawing holds megabytes of pixels, for which the collector goes through all that a build remembers,
 * again and again: gigabytes, where there are thousands of articles.
 */
function drawInThread(drawings: Drawings): Promise<Drawn> {
	return new Promise((done, failed) => {
		const thread = new Worker(new URL("./thread.ts", import.meta.url), { workerData: drawings });
		thread.once("message", done);
		thread.once("error", failed);
		thread.once("exit", (code) => failed(new Error(`the thread that draws sharing images ended with ${code}`)));
	});
}

function warnOfForeignLetters(cards: readonly AskedCard[], { logger }: Places): void {
	const foreign = cards.find(({ card }) => !isBrought(JSON.stringify(card)));
	if (!foreign) return;
	logger.warn(
		`sharing images: some hold letters that are neither Latin, Greek, Cyrillic nor Arabic, or emoji. They are drawn in the fonts of this machine; look at ${foreign.name.slice(1)} in the built site, and install a font where letters are boxes.`,
	);
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
