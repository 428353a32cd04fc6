import { escapeHtml } from "./escape-html.ts";
import { telAddress } from "./tel-address.ts";

/** A link as HTML, to stand in a message. @param attributes of its words, such as their language */
export function linkTo(href: string, words: string, attributes: Readonly<Record<string, string | undefined>> = {}): string {
	const others = Object.entries(attributes).map(([name, value]) => (value === undefined ? "" : ` ${name}="${escapeHtml(value)}"`));
	return `<a href="${escapeHtml(href)}"${others.join("")}>${escapeHtml(words)}</a>`;
}

/** A phone number as a link. It is read from left to right in every language. */
export function phoneLink(number: string): string {
	return linkTo(telAddress(number), number, { dir: "ltr" });
}
