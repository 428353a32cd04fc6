import { escapeHtml } from "./escape-html.ts";
import { telAddress } from "./tel-address.ts";

/** The language of a link's words, where it is another than the page's. */
interface WordsOf {
	lang?: string;
	dir?: "ltr" | "rtl";
}

/** A link as HTML, to stand in a message. */
export function linkTo(href: string, words: string, { lang, dir }: WordsOf = {}): string {
	const others = [lang && ` lang="${escapeHtml(lang)}"`, dir && ` dir="${dir}"`].filter(Boolean);
	return `<a href="${escapeHtml(href)}"${others.join("")}>${escapeHtml(words)}</a>`;
}

/** A phone number as a link. It is read from left to right in every language. */
export function phoneLink(number: string): string {
	return linkTo(telAddress(number), number, { dir: "ltr" });
}
