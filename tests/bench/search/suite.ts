import type { Part } from "#scripts/lib/figure.ts";
import { ownTests } from "./own-tests.ts";
import { learned, untaught } from "./quality.ts";
import { atSize } from "./size.ts";

/** Search: ranking, honesty, weight and speed. Goals: issue 3. */
export const parts: Part[] = [
	{ name: "ranking", measure: untaught },
	{ name: "learned ranking", measure: learned },
	{ name: "own search tests", measure: ownTests },
	{ name: "500 articles", measure: (say) => atSize(500, 120, say) },
	{ name: "5,000 articles", measure: (say) => atSize(5000, 300, say) },
];
