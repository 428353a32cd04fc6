import type { Part } from "#scripts/lib/figure.ts";
import { killed } from "./killed.ts";
import { locked } from "./locked.ts";

/** Nothing lost, whatever breaks: what was acknowledged is stored, and stands at the desk once. */
export const parts: Part[] = [
	{ name: "killed without warning", measure: killed },
	{ name: "database locked from outside", measure: locked },
];
