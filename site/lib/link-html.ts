import { escapeHtml } from "./escape-html.ts";
import type { Foreign } from "./languages.ts";
import { telAddress } from "./tel-address.ts";

/** A link as HTML, to stand in a message. The last one names the language of its words, where it is another than the page's. */
export function linkTo(href: string, words: string, { lang, dir }: Foreign = {}): string {
	const others = [lang && ` lang="${escapeHtml(lang)}"`, dir && ` dir="${dir}"`].filter(Boolean);
	return `<a href="${escapeHtml(href)}"${others.join("")}>${escapeHtml(words)}</a>`;
}

/** A phone number as a link. It is read from left to right in every language. */
export function phoneLink(number: string): string {
	return linkTo(telAddress(number), number, { dir: "ltr" });
}
