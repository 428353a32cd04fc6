/** Elements that an article may show in the panel. The build leaves out all others, and the panel makes none. */
export const allowedTags: ReadonlySet<string> = new Set(
	(
		"p h2 h3 h4 h5 h6 ul ol li dl dt dd strong em b i code pre kbd samp var sub sup del ins s mark abbr q cite small time blockquote br hr " +
		"table thead tbody tfoot tr th td caption figure figcaption img a section aside div span details summary"
	).split(" "),
);

/** Attributes that they may have. `data-article`, `data-at` and `data-locale` name the article, the place in it, and its language, that a link opens in the panel. */
export const allowedAttributes: ReadonlySet<string> = new Set(
	(
		"id class lang dir start value colspan rowspan scope src width height alt href title open tabindex role aria-label aria-labelledby datetime " +
		"data-article data-at data-locale"
	).split(" "),
);

/** Where a link of an article may lead: a place in it, the centre, the web, mail or a phone. */
export function isSafeLink(href: string): boolean {
	return /^(?:#|\/(?!\/)|https?:\/\/|mailto:|tel:)/i.test(href);
}

/** A picture is the centre's own, or comes over https. */
export function isSafePicture(src: string): boolean {
	return /^(?:\/(?!\/)|https:\/\/)/i.test(src);
}
