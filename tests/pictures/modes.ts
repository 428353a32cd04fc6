import type { BrowserContextOptions, Page } from "@playwright/test";
import type { State } from "./states.ts";

/** A way of reading that differs from a plain screen. */
export interface Mode {
	name: string;
	options: BrowserContextOptions;
	/** What is set once the page is there. */
	set?: (page: Page) => Promise<unknown>;
}

/** Line, paragraph, letter and word spacing of a reader who needs more of it (WCAG 1.4.12). */
const spacing = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }`;

/** Runs in the page. A style sheet of the reader's own, which no content policy forbids. */
function adopt(css: string): void {
	const sheet = new CSSStyleSheet();
	sheet.replaceSync(css);
	document.adoptedStyleSheets = [sheet];
}

export const modes: Mode[] = [
	{ name: "mode-zoom-200", options: { viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 } },
	{ name: "mode-text-spacing", options: { viewport: { width: 390, height: 844 } }, set: (page) => page.evaluate(adopt, spacing) },
	{ name: "mode-forced-colours", options: { viewport: { width: 1024, height: 768 }, forcedColors: "active" } },
	{ name: "mode-print", options: { viewport: { width: 794, height: 1123 }, colorScheme: "dark" }, set: (page) => page.emulateMedia({ media: "print" }) },
	{ name: "mode-4k", options: { viewport: { width: 3840, height: 2160 } } },
];

/** The states that each mode is tried on. */
export function triedIn(states: State[]): State[] {
	const names = ["home", "how-to", "reference", "code", "search-results", "contact-errors", "languages", "article-rtl"];
	return states.filter(({ name }) => names.includes(name));
}
