import type { Part } from "#scripts/lib/figure.ts";
import { checkAtSize } from "./check.ts";
import { exportAtSize, importAtSize } from "./move.ts";

/** The writer's desk: how long a writer waits, and a team that moves in or out. */
export const parts: Part[] = [
	{ name: "check, 5,000 articles", measure: (say) => checkAtSize(5000, say) },
	{ name: "import, 5,000 pages", measure: (say) => importAtSize(5000, say) },
	{ name: "export, 5,000 articles", measure: (say) => exportAtSize(5000, say) },
];
