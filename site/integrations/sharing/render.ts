import { createRequire } from "node:module";
import { renderAsync, Resvg, type ResvgRenderOptions } from "@resvg/resvg-js";
import { escapeHtml } from "#site/lib/escape-html.ts";
import type { Measure } from "#site/lib/sharing/fit-text.ts";
import { familyFor, hasArabic, isBrought, type Weight } from "#site/lib/sharing/typefaces.ts";

const require = createRequire(import.meta.url);
const packages = { drawing: "@resvg/resvg-js", latin: "@expo-google-fonts/inter", arabic: "@expo-google-fonts/noto-sans-arabic" };
const latin = [`${packages.latin}/400Regular/Inter_400Regular.ttf`, `${packages.latin}/600SemiBold/Inter_600SemiBold.ttf`].map((name) => require.resolve(name));
const arabic = [`${packages.arabic}/400Regular/NotoSansArabic_400Regular.ttf`, `${packages.arabic}/600SemiBold/NotoSansArabic_600SemiBold.ttf`].map((name) =>
	require.resolve(name),
);

/** What besides its SVG decides how a drawing looks: the library and the fonts, with their versions. */
export const drawnWith: readonly string[] = Object.values(packages).map(
	(name) => `${name}@${(require(`${name}/package.json`) as { version: string }).version}`,
);

/**
 * The fonts that come along alone, so that a drawing is the same on every machine; those of the machine only for other scripts. They are read
 * for each drawing, so that those of a script that is not in it are left out; a character reference may be of any script.
 */
function fontsFor(text: string): ResvgRenderOptions {
	const fontFiles = hasArabic(text) || text.includes("&#") ? [...latin, ...arabic] : latin;
	return { font: { loadSystemFonts: !isBrought(text), fontFiles, defaultFontFamily: "Inter", sansSerifFamily: "Inter" }, logLevel: "off" };
}

/** A measure that asks the library that draws. It remembers what it has measured. */
export function createMeasure(): Measure {
	const known = new Map<string, number>();
	return (text: string, weight: Weight) => {
		const name = `${weight} ${text}`;
		const before = known.get(name);
		if (before !== undefined) return before;
		const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"><text font-family="${familyFor(text)}" font-weight="${weight}" font-size="100">${escapeHtml(text)}</text></svg>`;
		const found = new Resvg(svg, fontsFor(text)).getBBox()?.width ?? 0;
		known.set(name, found);
		return found;
	};
}

/** Pixels of a drawing: red, green, blue and alpha, the colours multiplied by alpha. */
export interface Drawing {
	pixels: Uint8Array;
	width: number;
	height: number;
}

/**
 * Draws SVG in a width in pixels, beside what else goes on.
 * @throws Error when it is no SVG
 */
export async function drawSvg(svg: string, width: number): Promise<Drawing> {
	const image = await renderAsync(svg, { ...fontsFor(svg), fitTo: { mode: "width", value: width } });
	return { pixels: image.pixels, width: image.width, height: image.height };
}
