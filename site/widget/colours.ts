import { contrast } from "#site/lib/contrast.ts";
import { makeSheet } from "./dom.ts";

const page = { light: "#ffffff", dark: "#1b242d" };

/** What is written on a colour: the one of black and white that can be read better. @param colour `#rrggbb` */
export function readableOn(colour: string): string {
	return contrast(colour, "#ffffff") >= contrast(colour, "#101418") ? "#ffffff" : "#101418";
}

/** The colour of words on the panel: the wanted one where it can be read there (WCAG AA), else the centre's, which can. */
export function readableAs(wanted: string, theme: keyof typeof page, own: string): string {
	return contrast(wanted, page[theme]) >= 4.5 ? wanted : own;
}

/** The accent as styles of a shadow root. @param accent `#rrggbb` */
export function accentSheet(accent: string): CSSStyleSheet {
	return makeSheet(`:host{--tz-accent:${accent}!important;--tz-on-accent:${readableOn(accent)}!important}`);
}
