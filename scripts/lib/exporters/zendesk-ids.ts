import { createHash } from "node:crypto";

/** A number that is the same in every export, below 2⁵³ so that every JSON reader keeps it. Example: `article:en/data-entry/add` */
export function stableId(name: string): number {
	return Number.parseInt(createHash("sha256").update(name).digest("hex").slice(0, 13), 16);
}
