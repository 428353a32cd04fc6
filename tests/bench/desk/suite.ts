import type { Part } from "#scripts/lib/figure.ts";
import { checkAtSize } from "./check.ts";

/** The writer's desk: how long a writer waits. */
export const parts: Part[] = [{ name: "check, 5,000 articles", measure: (say) => checkAtSize(5000, say) }];
