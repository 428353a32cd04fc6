/** What a browser was sent for a page. */
export interface Sent {
	url: string;
	/** As the browser calls it: `document`, `stylesheet`, `script`, `font`, `image`, `fetch`, `xhr`, … */
	type: string;
	/** Bytes of the body, as it was compressed. */
	bytes: number;
}

/** Bytes of a page, by kind. */
export interface Weight {
	html: number;
	css: number;
	/** Files of script, and what of it stands in the page. */
	script: number;
	/** Script that stands in the page, compressed by itself; its bytes are in `html` too, and counted once in `all`. */
	inline: number;
	/** What scripts fetched, icons of the browser, and everything else. */
	other: number;
	images: number;
	fonts: number;
	/** Everything but images and fonts. */
	all: number;
	requests: number;
}

const kinds: Record<string, "html" | "css" | "script" | "images" | "fonts"> = {
	document: "html",
	stylesheet: "css",
	script: "script",
	image: "images",
	font: "fonts",
};

/** Sums what was sent. `inline` are the bytes of script in the page. */
export function weigh(sent: Sent[], inline: number): Weight {
	const sums = { html: 0, css: 0, script: inline, other: 0, images: 0, fonts: 0 };
	for (const { type, bytes } of sent) sums[kinds[type] ?? "other"] += bytes;
	return { ...sums, inline, all: sums.html + sums.css + sums.script - inline + sums.other, requests: sent.length };
}

/** Bytes as kilobytes (1,000), with one decimal. */
export function kilobytes(bytes: number): number {
	return Math.round(bytes / 100) / 10;
}
