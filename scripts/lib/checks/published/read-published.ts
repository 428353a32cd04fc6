import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Finding } from "#site/lib/finding.ts";
import { publishedSchema, type Published } from "#site/schemas/published.ts";
import { displayPath } from "../read-content.ts";
import { error } from "../report.ts";

/** Where the addresses of the last deployment are kept, below the content folder. */
export const publishedFile = "published.json";

/** Reads the addresses of the last deployment. Nothing of both: the centre was never deployed. */
export function readPublished(folder: string): { published?: Published; problem?: Finding } {
	const path = join(folder, publishedFile);
	if (!existsSync(path)) return {};
	try {
		return { published: publishedSchema.parse(JSON.parse(readFileSync(path, "utf8"))) };
	} catch {
		return {
			problem: error(
				"published/unreadable",
				{ file: displayPath(path) },
				{ line: 1, column: 1 },
				{
					what: "the list of published addresses cannot be read",
					why: "Nobody would notice when an address that readers keep is lost.",
					remedy: "Take it from git as it was (two changes of it may have been merged by hand), or deploy again.",
				},
			),
		};
	}
}
