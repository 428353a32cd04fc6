import { cardSize, type Card } from "./card.ts";

/** Folder of the site that holds sharing images. */
export const sharingFolder = "/og";

/** The picture that a link to a page is shown with elsewhere. */
export interface SharingImage {
	/** Path on the site. Example: `/og/3f2a9c81d0b4e7a6.png` */
	path: string;
	/** In pixels. */
	width: number;
	height: number;
	/** What it shows, in words. */
	alt: string;
}

/** Takes a card, sees to it that it is drawn, and answers with the path of the file. */
type Drawer = (card: Card) => string;

const key = Symbol.for("tier-zero.sharing-images");
const store = globalThis as { [key]?: Drawer | undefined };

/** From now on cards are drawn. Returns what ends it. Pages and hooks are bundled apart but run in one process (see build-record.ts). */
export function drawCardsWith(drawer: Drawer): () => void {
	store[key] = drawer;
	return () => void (store[key] = undefined);
}

/** The sharing image of a card; null where none is drawn, as in development. */
export function sharingImage(card: Card, alt: string): SharingImage | null {
	const path = store[key]?.(card);
	return path === undefined ? null : { path, ...cardSize, alt };
}
