import type { Figure } from "#scripts/lib/figure.ts";
import { median } from "../lib/percentile.ts";
import { withBrowser } from "./browser.ts";
import { observe, type Observed } from "./observe.ts";
import { thousandths } from "./read-lighthouse.ts";
import { withSites } from "./sites.ts";

/** Loads of each page; the median counts. */
const loads = 5;

/** A second opinion: the largest paint and what moves, as they are seen with the network really slowed down. */
export async function observed(say: (line: string) => void): Promise<Figure[]> {
	return withSites(say, ({ ours, rival }) =>
		withBrowser(async (browser) => {
			const figures: Figure[] = [];
			for (const { name: site, front, pages } of [ours, rival]) {
				for (const { name, path } of pages) {
					const seen: Observed[] = [];
					for (let number = 0; number < loads; number++) seen.push(await observe(browser, front.url + path));
					const lcp = Math.round(median(seen.map((load) => load.lcp)));
					const cls = thousandths(Math.max(...seen.map((load) => load.cls)));
					const moved = [...new Set(seen.flatMap((load) => load.moved))].join(", ");
					say(`${site}, ${name}: LCP ${lcp} ms (${seen[0]?.largest ?? ""}), CLS ${cls.toFixed(3)}${moved && `: ${moved}`}`);
					const goal = (value: number) => (site === ours.name ? ({ op: "<=", value } as const) : null);
					figures.push(
						{ name: `${name}: largest paint, slow 4G`, value: lcp, unit: "ms", goal: goal(1000), of: site },
						{ name: `${name}: worst layout shift`, value: cls, unit: "", goal: goal(0), of: site },
					);
				}
			}
			return figures;
		}),
	);
}
