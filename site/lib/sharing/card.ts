/** What every sharing image has at its foot, and its colour. */
export interface CardFrame {
	/** Name of the centre, in the language of the page. */
	centre: string;
	/** Which way the language runs. */
	dir: "ltr" | "rtl";
	/** Colour like `#0f766e`, readable on white. */
	accent: string;
}

/** A sharing image that is drawn from words. */
export interface WordCard extends CardFrame {
	/** Small line above the title. Example: `How-to` */
	kicker?: string | undefined;
	title: string;
	/** Lines below the title. */
	text?: string | undefined;
	/** Name of a topic's icon. Example: `rocket` */
	icon?: string | undefined;
}

/** A sharing image that shows an article's own picture. */
export interface PictureCard extends CardFrame {
	/** Path of the picture on the site. Example: `/_astro/values.h4sh.svg` */
	picture: string;
}

/** What a sharing image shows. */
export type Card = WordCard | PictureCard;

/** Size of every sharing image, in pixels: what social networks show without cutting. */
export const cardSize = { width: 1200, height: 630 } as const;

/** Drawings are smaller as PNG, and screenshots and photographs as JPEG. */
export function formatOf(card: Card): "png" | "jpeg" {
	return "picture" in card && !card.picture.endsWith(".svg") ? "jpeg" : "png";
}
