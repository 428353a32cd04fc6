import type { SiteData } from "#site/schemas/site.ts";
import { contrast } from "./contrast.ts";
import { ContentError } from "./finding.ts";

/** Page colours the accent must be readable on; the same as in `site/styles/tokens.css`. */
export const pageColours = { light: "#ffffff", dark: "#0f151b" } as const;

/** WCAG 2.2 AA for text. */
const minimumContrast = 4.5;

/**
 * The accent colours of `site.yml` as CSS custom properties.
 * @throws ContentError when a colour cannot be read on the page
 */
export function themeCss({ accent }: Pick<SiteData, "accent">): string {
	for (const theme of ["light", "dark"] as const) {
		const ratio = contrast(accent[theme], pageColours[theme]);
		if (ratio < minimumContrast) {
			throw new ContentError(
				`content/data/site.yml: accent.${theme} is ${accent[theme]}; its contrast with the page is ${(Math.floor(ratio * 10) / 10).toFixed(1)}.\n  Why: Links and buttons in it could not be read; WCAG AA asks for ${minimumContrast}.\n  Do:  Choose a ${theme === "light" ? "darker" : "lighter"} colour.`,
			);
		}
	}
	return `:root{--accent-light:${accent.light};--accent-dark:${accent.dark}}`;
}
