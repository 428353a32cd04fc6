import { parseDocument } from "yaml";
import { followedDays, type Gap } from "#contract/gaps.ts";
import type { GapsData } from "#site/schemas/gaps.ts";
import { deleteEntry } from "../checks/fix/edits.ts";
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

/**
 * The change that a gap waits for, because one is made for it already. A gap that is open although its change is older than the report
 * follows it began anew: it may be acted on again.
 */
export function changeFor({ id, state }: Pick<Gap, "id" | "state">, changes: GapsData, today: string): GapsData[number] | undefined {
	const change = changes.find((one) => one.id === id);
	const age = change ? (Date.parse(today) - Date.parse(change.added)) / 86_400_000 : 0;
	return state === "open" && age > followedDays ? undefined : change;
}

/** Adds gaps to the file, which is made where it is absent; an earlier change for one of them makes place. */
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
	forget(bench, new Set(gaps.map(({ id }) => id)));
	bench.write(gapsFile, appendEntries(bench.read(gapsFile) || header, [], entries));
}

/** Takes entries out of the file, the last one first, so that the places of the others stay. */
function forget(bench: Workbench, ids: ReadonlySet<string>): void {
	const { data, locateValue } = bench.content().data.gaps;
	for (const index of [...(data ?? []).keys()].reverse()) {
		if (!ids.has(data?.[index]?.id ?? "")) continue;
		const text = bench.read(gapsFile);
		const fix = deleteEntry({ path: gapsFile, text }, locateValue([index]));
		const document = parseDocument(text);
		document.deleteIn([index]);
		bench.write(gapsFile, fix ? text.slice(0, fix.start) + fix.text + text.slice(fix.end) : document.toString({ lineWidth: 0 }));
	}
}
