import { iconPath } from "#site/lib/category-icons.ts";
import { escapeHtml } from "#site/lib/escape-html.ts";
import { cardSize, type Card, type CardFrame, type PictureCard, type WordCard } from "./card.ts";
import { mix } from "./colours.ts";
import { fitText, type FittedText, type Measure } from "./fit-text.ts";
import { familyFor, inDirection, type Weight } from "./typefaces.ts";

/** A picture that is part of a card: its size, and the address or data it is drawn from. */
export interface Inlay {
	href: string;
	/** In pixels. */
	width: number;
	height: number;
}

/** The pictures that a card is drawn with. */
export interface Inlays {
	logo?: Inlay | undefined;
	/** The article's own picture. */
	picture?: Inlay | undefined;
}

const { width, height } = cardSize;
const margin = 80;
const ink = "#17212b";
const muted = "#52606d";
const paper = "#ffffff";
const lineHeight = 1.18;
/** Room of an article's own picture: above the foot, with space around it. */
export const pictureRoom = { width: 1080, height: 450, top: 48 } as const;
/** Height of the logo at the foot, and the most it may be wide. */
export const logoRoom = { width: 240, height: 56 } as const;

/** A card as SVG of 1200 × 630. Nothing in a text can become markup. */
export function drawCard(card: Card, inlays: Inlays, measure: Measure): string {
	const inside = "picture" in card ? drawPicture(card, inlays.picture) : drawWords(card, measure);
	return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="${paper}"/>${inside}${drawFoot(card, inlays.logo, measure)}</svg>`;
}

/** Where something of a width begins, on a card that may run from right to left. */
function place({ dir }: CardFrame, start: number, size: number): number {
	return dir === "rtl" ? width - start - size : start;
}

function drawText(card: CardFrame, { size, lines }: FittedText, { top, start = margin, weight, fill }: TextLook): string {
	const anchor = card.dir === "rtl" ? ` text-anchor="end"` : "";
	const x = place(card, start, 0);
	return lines
		.map((line, index) => {
			// The first baseline stands a capital's height below the top.
			const y = Math.round(top + size * 0.86 + index * size * lineHeight);
			return `<text x="${x}" y="${y}"${anchor} font-family="${familyFor(line)}" font-weight="${weight}" font-size="${size}" fill="${fill}">${escapeHtml(inDirection(line, card.dir))}</text>`;
		})
		.join("");
}

interface TextLook {
	/** In pixels from the upper edge. */
	top: number;
	/** In pixels from the side where lines begin. */
	start?: number;
	weight: Weight;
	fill: string;
}

const heightOf = ({ size, lines }: FittedText) => lines.length * size * lineHeight;

/** Kicker, title and text in the middle of the room above the foot, beside the icon. */
function drawWords(card: WordCard, measure: Measure): string {
	const room = card.icon === undefined ? width - 2 * margin : 690;
	const kicker = card.kicker === undefined ? null : fitText(card.kicker, { width: room, lines: 1, sizes: [36, 32, 28], weight: 600 }, measure);
	const title = fitText(card.title, { width: room, lines: 3, sizes: [92, 84, 76, 68, 60, 54], weight: 600 }, measure);
	const text = card.text === undefined ? null : fitText(card.text, { width: room, lines: 3, sizes: [36, 32], weight: 400 }, measure);
	const gap = { kicker: 22, text: 26 };
	const all = (kicker ? heightOf(kicker) + gap.kicker : 0) + heightOf(title) + (text ? heightOf(text) + gap.text : 0);
	let top = Math.round((height - 110 - all) / 2) + 16;
	const parts = [drawIcon(card)];
	if (kicker) {
		parts.push(drawText(card, kicker, { top, weight: 600, fill: card.accent }));
		top += heightOf(kicker) + gap.kicker;
	}
	parts.push(drawText(card, title, { top, weight: 600, fill: ink }));
	top += heightOf(title) + gap.text;
	if (text) parts.push(drawText(card, text, { top, weight: 400, fill: muted }));
	return parts.join("");
}

/** The topic's icon on a soft round field that leaves the card at its end. */
function drawIcon(card: WordCard): string {
	if (card.icon === undefined) return "";
	const radius = 250;
	const centre = { x: place(card, width - 140, 0), y: 250 };
	const size = 210;
	return [
		`<circle cx="${centre.x}" cy="${centre.y}" r="${radius}" fill="${mix(card.accent, paper, 0.1)}"/>`,
		`<path d="${iconPath(card.icon)}" transform="translate(${centre.x - size / 2} ${centre.y - size / 2}) scale(${size / 24})" fill="none" stroke="${card.accent}" stroke-width="1.25" stroke-linecap="round" stroke-linejoin="round"/>`,
	].join("");
}

/** The article's own picture, in a frame. */
function drawPicture({ accent }: PictureCard, picture: Inlay | undefined): string {
	const ground = `<rect width="${width}" height="${height}" fill="${mix(accent, paper, 0.1)}"/>`;
	if (!picture) return ground;
	const x = Math.round((width - picture.width) / 2);
	const y = Math.round(pictureRoom.top + (pictureRoom.height - picture.height) / 2);
	const box = `x="${x}" y="${y}" width="${picture.width}" height="${picture.height}" rx="14"`;
	return [
		ground,
		`<clipPath id="frame"><rect ${box}/></clipPath>`,
		`<rect ${box} fill="${paper}"/>`,
		`<image x="${x}" y="${y}" width="${picture.width}" height="${picture.height}" clip-path="url(#frame)" href="${escapeHtml(picture.href)}"/>`,
		`<rect ${box} fill="none" stroke="${mix(accent, paper, 0.35)}" stroke-width="2"/>`,
	].join("");
}

/** Logo and name of the centre over a line in its colour. */
function drawFoot(card: CardFrame, logo: Inlay | undefined, measure: Measure): string {
	const middle = 555;
	const start = logo ? margin + logo.width + 20 : margin;
	const name = fitText(card.centre, { width: width - start - margin, lines: 1, sizes: [36, 32, 28, 24], weight: 600 }, measure);
	const top = middle - (name.size * lineHeight) / 2;
	return [
		`<rect y="${height - 14}" width="${width}" height="14" fill="${card.accent}"/>`,
		logo &&
			`<image x="${place(card, margin, logo.width)}" y="${middle - logo.height / 2}" width="${logo.width}" height="${logo.height}" href="${escapeHtml(logo.href)}"/>`,
		drawText(card, name, { top, start, weight: 600, fill: ink }),
	]
		.filter(Boolean)
		.join("");
}
