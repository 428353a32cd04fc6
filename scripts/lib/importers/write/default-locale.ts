import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readDataFile } from "#site/lib/data-file.ts";
import { siteSchema } from "#site/schemas/site.ts";

/** Locale of the articles without an address prefix in a content folder; undefined where there is no site yet. */
export function defaultLocaleOf(out: string): string | undefined {
	const file = "data/site.yml";
	const path = join(out, file);
	return existsSync(path) ? readDataFile(siteSchema, readFileSync(path, "utf8"), file).data?.defaultLocale : undefined;
}
