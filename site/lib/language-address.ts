import { reserved } from "./reserved-addresses.ts";

/** Pages of the centre's own that are there in every language; so are those of articles and topics. */
const translated = ["accessibility", "search", "contact", "support-policy", "privacy"];

/**
 * An address of this site in a language; one that leads elsewhere, or to what is there in one language only, stays as it is.
 *
 * @param base begins the addresses of the language: nothing, or `/de`
 */
export function addressIn(base: string, href: string): string {
	return href.startsWith("/") && !href.startsWith("//") && hasLanguages(href) ? base + href : href;
}

/** Addresses of pages end in a slash; of the reserved ones, some are translated. */
function hasLanguages(href: string): boolean {
	const [path = ""] = href.split(/[?#]/);
	const first = path.split("/")[1] ?? "";
	return path.endsWith("/") && (translated.includes(first) || !reserved.includes(first));
}
