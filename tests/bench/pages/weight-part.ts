import type { Figure } from "#scripts/lib/figure.ts";
import { withBrowser } from "./browser.ts";
import { loadCold, type ColdLoad, type Encoding } from "./cold-load.ts";
import { withSites, type MeasuredPage } from "./sites.ts";
import { kilobytes } from "./weights.ts";

/** Targets of an article's page, in kB, compressed and before images and fonts. */
const articleAll = 25;
const articleScript = 8;

const shown = ["html", "css", "script", "inline", "other", "images", "fonts", "scriptInAll"] as const;
const names = { br: "brotli", gzip: "gzip" };

/** What each page weighs when it is opened for the first time, beside Starlight. */
export async function weights(say: (line: string) => void): Promise<Figure[]> {
	return withSites(say, ({ ours, rival }) =>
		withBrowser(async (browser) => {
			const figures: Figure[] = [];
			for (const { name: site, front, pages } of [ours, rival]) {
				for (const page of pages) {
					for (const encoding of ["br", "gzip"] as const) {
						const load = await loadCold(browser, front.url + page.path, encoding);
						say(
							`${site}, ${page.name} (${page.path}), ${names[encoding]}: ${shown.map((kind) => `${kind} ${kilobytes(load[kind])}`).join(", ")}, ${load.requests} requests`,
						);
						figures.push(...figuresOf(load, page, encoding, site === ours.name ? null : site));
					}
				}
			}
			return figures;
		}),
	);
}

/** The figures of one load; only this centre's have goals. */
function figuresOf(load: ColdLoad, { name, kind }: MeasuredPage, encoding: Encoding, rival: string | null): Figure[] {
	const of = rival ?? "this centre";
	const goal = (value: number) => (rival === null && kind === "article" ? ({ op: "<=", value } as const) : null);
	const each = encoding === "br" ? [] : [{ name: `${name}: requests`, value: load.requests, unit: "", goal: null, of }];
	return [
		{ name: `${name}: in all before images and fonts, ${names[encoding]}`, value: kilobytes(load.all), unit: "kB", goal: goal(articleAll), of },
		{ name: `${name}: script at load, ${names[encoding]}`, value: kilobytes(load.script), unit: "kB", goal: goal(articleScript), of },
		...(encoding === "br"
			? [
					{ name: `${name}: HTML, brotli`, value: kilobytes(load.html), unit: "kB", goal: null, of },
					{ name: `${name}: CSS, brotli`, value: kilobytes(load.css), unit: "kB", goal: null, of },
					{ name: `${name}: script once search was used, brotli`, value: kilobytes(load.scriptInAll), unit: "kB", goal: null, of },
					{
						name: `${name}: scripts that block the first paint`,
						value: load.blocking,
						unit: "",
						goal: rival === null ? ({ op: "==", value: 0 } as const) : null,
						of,
					},
				]
			: []),
		...each,
	];
}
