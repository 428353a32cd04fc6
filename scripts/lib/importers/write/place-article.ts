import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { importFolder, sumOf, type ImportState } from "./state.ts";
import { writeSafely } from "../../write-safely.ts";

/** What happened to an article. `kept`: a person has changed it here, and its source has not changed. */
export type Outcome = "new" | "updated" | "unchanged" | "kept" | "conflict" | "removed";

/** Writes an article unless a person has changed, moved or deleted it since the last import. */
export function placeArticle(
	out: string,
	{ id, locale }: { id: string; locale: string },
	text: string,
	before: ImportState["articles"][string] | undefined,
): Outcome {
	const file = join(out, "articles", locale, `${id}.mdx`);
	const sum = sumOf(text);
	if (!before) {
		writeSafely(file, text);
		return "new";
	}
	if (!existsSync(file)) return "removed";
	const changedHere = sumOf(readFileSync(file, "utf8")) !== before.sum;
	if (changedHere && sum === before.sum) return "kept";
	if (changedHere) {
		writeSafely(join(out, conflictPath(id, locale)), text);
		return "conflict";
	}
	if (sum === before.sum) return "unchanged";
	writeSafely(file, text);
	return "updated";
}

/** Where the source's new text lies when a person has changed the article here. */
export function conflictPath(id: string, locale: string): string {
	return `${importFolder}/changed/${locale}/${id}.mdx`;
}
