import type { Part } from "#scripts/lib/figure.ts";
import { lighthouse } from "./lighthouse.ts";
import { observed } from "./observed-part.ts";
import { nextPage } from "./next-page.ts";
import { typing } from "./typing.ts";
import { weights } from "./weight-part.ts";

const pages = ["home", "category", "a middling article", "search", "contact"];

/** What readers wait for: weights, Lighthouse, paints, typing, and the next page, beside Starlight with the same articles. */
export const parts: Part[] = [
	{ name: "weight of a first visit", measure: weights },
	...pages.map((page): Part => ({ name: `Lighthouse, ${page}`, measure: (say) => lighthouse(page, say) })),
	{ name: "paints and shifts on slow 4G", measure: observed },
	{ name: "typing", measure: typing },
	{ name: "next page", measure: nextPage },
];
