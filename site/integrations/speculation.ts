import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Addresses that are not made ready in advance, in whatever language: those with a fresh key or somebody's own data, and what is no page. */
const notPages = ["manage", "api", "status", "vote", "contact", "search", "files", "_site"].flatMap((name) => [`/${name}*`, `/:language/${name}*`]);

/**
 * What browsers may make ready in advance: pages of this site that a reader points at, or is about to tap. Such a page counts as
 * opened only when somebody opens it (`browser/when-shown.ts`). Browsers leave it out where data or power is saved.
 */
export const speculationRules = {
	prerender: [
		{
			where: {
				and: [
					{ href_matches: "/*" },
					{ not: { href_matches: [...notPages, "/*.*"].map((pathname) => ({ pathname, search: "*" })) } },
					{ not: { selector_matches: "[rel~=nofollow], [download], [target]" } },
				],
			},
			eagerness: "moderate",
		},
	],
};

/** Writes the rules into a file that is named by its content, and returns its address. */
export function writeSpeculationRules(out: string): string {
	const text = JSON.stringify(speculationRules);
	const address = `/_astro/speculation.${createHash("sha256").update(text).digest("hex").slice(0, 8)}.json`;
	mkdirSync(join(out, "_astro"), { recursive: true });
	writeFileSync(join(out, address), text);
	return address;
}
