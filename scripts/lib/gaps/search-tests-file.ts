import { replaceValue } from "../checks/fix/edits.ts";
import type { Content } from "../checks/model.ts";
import { spellingKey } from "../learn/tidy.ts";
import { appendEntries, yamlText, type Entry } from "./yaml-list.ts";
import type { Workbench } from "./workbench.ts";

const path = "data/search-tests.yml";

/** A search that has to find an article. */
export interface SearchTest {
	query: string;
	article: string;
	within: number;
}

/** The search tests of a folder by the spelling of their query, with their place in the file. */
export function knownTests({ data }: Content): Map<string, { index: number; expect: string }> {
	return new Map((data.searchTests.data ?? []).map(({ query, expect }, index) => [spellingKey(query), { index, expect }]));
}

/** Adds search tests; one whose query is there already is not added. */
export function addTests(bench: Workbench, tests: readonly SearchTest[], heading: string): void {
	const known = new Set(knownTests(bench.content()).keys());
	const entries = tests.flatMap(({ query, article, within }): Entry[] => {
		const key = spellingKey(query);
		if (known.has(key)) return [];
		known.add(key);
		return [{ value: { query, expect: article, within }, line: `{ query: ${yamlText(query)}, expect: ${yamlText(article)}, within: ${within} }` }];
	});
	if (entries.length > 0) bench.write(path, appendEntries(bench.read(path), [], entries, heading));
}

/** Lets tests that expected no answer expect an article, by their places in the file. */
export function expectInstead(bench: Workbench, changes: ReadonlyMap<number, string>): void {
	const { searchTests } = bench.content().data;
	// From the end, so that the places before stay as they are.
	for (const [index, article] of [...changes].sort(([a], [b]) => b - a)) {
		const text = bench.read(path);
		const fix = replaceValue({ path, text }, searchTests.locateValue([index, "expect"]), "none", article);
		if (fix) bench.write(path, text.slice(0, fix.start) + fix.text + text.slice(fix.end));
	}
}
