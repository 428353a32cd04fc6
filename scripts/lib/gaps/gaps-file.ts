import type { Gap } from "#contract/gaps.ts";
import type { GapsData } from "#site/schemas/gaps.ts";
import { appendEntries, yamlText, type Entry } from "./yaml-list.ts";
import type { Workbench } from "./workbench.ts";

/** The file that remembers what was changed for which searches, below the content folder. */
export const gapsFile = "data/gaps.yml";

const header = `# Changes that were made for searches that did not end well. Made by \`npm run gaps\`; the report tells how these searches go since.
# Fields: gapsSchema in site/schemas/gaps.ts. An entry may go once the report calls the gap closed.
`;

/** A gap for which something was changed. */
export interface Remembered extends Pick<Gap, "id" | "query" | "diagnosis"> {
	phrasings: string[];
	article: string | null;
}

/** Adds gaps to the file, which is made where it is absent. */
export function rememberGaps(bench: Workbench, gaps: readonly Remembered[], today: string): void {
	if (gaps.length === 0) return;
	const entries = gaps.map(({ id, query, phrasings, diagnosis, article }): Entry => {
		const value: GapsData[number] = { id, query, phrasings, diagnosis, article, added: today };
		const lines = [
			`id: ${JSON.stringify(id)}`,
			`query: ${yamlText(query)}`,
			`phrasings: [${phrasings.map(yamlText).join(", ")}]`,
			`diagnosis: ${diagnosis}`,
			`article: ${article === null ? "null" : yamlText(article)}`,
			`added: ${today}`,
		];
		return { value, line: lines.join("\n  ") };
	});
	bench.write(gapsFile, appendEntries(bench.read(gapsFile) || header, [], entries));
}
