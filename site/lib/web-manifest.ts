import type { SiteData } from "#site/schemas/site.ts";
import type { Language } from "./languages.ts";
import { pageColours } from "./theme.ts";

/** The web app manifest of a language: the centre can be put on a home screen, with the logo where that is an SVG. */
export function webManifest(
	{ site: words, locale, dir, base }: Pick<Language, "site" | "locale" | "dir" | "base">,
	{ product, logo, accent }: SiteData,
): string {
	return JSON.stringify({
		name: words.name,
		short_name: product,
		description: words.description,
		lang: locale,
		dir,
		id: "/",
		start_url: `${base}/`,
		scope: "/",
		display: "minimal-ui",
		theme_color: accent.light,
		background_color: pageColours.light,
		icons: [{ src: logo?.endsWith(".svg") ? `/brand/${logo}` : "/favicon.svg", sizes: "any", type: "image/svg+xml" }],
	});
}
