/** Attribute of an `<img>` that names the picture in full size, until finishBody makes a link of it. */
export const fullSize = "data-full";

/** Widest picture that is published, in pixels: nothing is gained above it, even on a large screen. */
const widest = 2400;

/** Widths in pixels for a phone, for the column of an article, and for the same on screens with two or three dots a pixel. */
const widths = [480, 768, 1152, 1536];

/** How wide pictures of an article stand on the page: as its column, which leaves a margin on a phone. */
export const pictureSizes = "(max-width: 46rem) calc(100vw - 2rem), 44rem";

/** The widths in which a picture is offered, the smallest first: none is wider than the picture itself. */
export function offeredWidths(own: number): number[] {
	const smaller = widths.filter((width) => width < own);
	return own <= (widths.at(-1) ?? 0) ? [...smaller, own] : smaller;
}

/** The width of the picture in full size. */
export function fullWidth(own: number): number {
	return Math.min(own, widest);
}
