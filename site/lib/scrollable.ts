import type { HTMLElement } from "node-html-parser";
import { codeLanguage } from "./code-language.ts";
import { escapeHtml } from "./escape-html.ts";
import { textOf } from "./passages.ts";

/** The words for what scrolls by itself. */
export interface FrameWords {
	table: string;
	code: string;
	/** On the button that copies a listing. */
	copy: string;
}

/** Numbers the names that are there already: a page has no two regions of one name. */
function createNames(): (name: string) => string {
	const names = new Set<string>();
	return (name) => {
		let own = name;
		for (let number = 2; names.has(own); number++) own = `${name} (${number})`;
		names.add(own);
		return own;
	};
}

/** A wide table or listing scrolls by itself instead of the page, also by keyboard. */
export function makeScrollable(root: HTMLElement, words: FrameWords): void {
	const nameOf = createNames();
	for (const table of root.querySelectorAll("table")) frameTable(table, words, nameOf);
	for (const listing of root.querySelectorAll("pre")) frameListing(listing, words, nameOf);
}

/** A table is named by its columns. */
function frameTable(table: HTMLElement, { table: word }: FrameWords, nameOf: (name: string) => string): void {
	// An empty corner is no heading.
	for (const head of table.querySelectorAll("th")) if (textOf(head) === "") head.replaceWith("<td></td>");
	for (const head of table.querySelectorAll("thead th")) if (!head.hasAttribute("scope")) head.setAttribute("scope", "col");
	alignNumbers(table);
	const name = nameOf([word, table.querySelectorAll("thead th").map(textOf).join(", ")].filter(Boolean).join(": "));
	table.replaceWith(`<div class="table-scroll" role="region" aria-label="${escapeHtml(name)}" tabindex="0">${table.outerHTML}</div>`);
}

const number = /^[+\-−–]?[€$£]?\s?\d[\d\s.,'’]*\s?[%€$£]?$/;

/** Columns of numbers stand below each other at their last figure, with their heading. */
function alignNumbers(table: HTMLElement): void {
	const cellsOf = (row: HTMLElement) => row.querySelectorAll("td, th");
	const rows = table.querySelectorAll("tr").map(cellsOf);
	const body = table.querySelectorAll("tbody tr").map(cellsOf);
	if (body.length < 2) return;
	for (const index of body[0]?.keys() ?? []) {
		const cells = body.flatMap((row) => row[index] ?? []);
		if (!cells.every((cell) => number.test(textOf(cell)))) continue;
		for (const row of rows) row[index]?.classList.add("number");
	}
}

/** A listing says its language, and has a button that a script shows. An example of the guide has a bar of its own. */
function frameListing(listing: HTMLElement, { code, copy }: FrameWords, nameOf: (name: string) => string): void {
	listing.setAttribute("tabindex", "0");
	if (listing.closest("[data-example]")) return;
	const language = codeLanguage(listing.getAttribute("data-language") ?? "");
	listing.setAttribute("role", "region");
	listing.setAttribute("aria-label", nameOf(language === null ? code : `${code}: ${language}`));
	const bar = `<div class="listing-bar"><span>${escapeHtml(language ?? code)}</span><button class="button quiet small" type="button" data-copy hidden>${escapeHtml(copy)}</button></div>`;
	listing.replaceWith(`<div class="listing" data-listing>${bar}${listing.outerHTML}</div>`);
}
