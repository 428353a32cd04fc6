import { sharedPart, significantStems } from "../checks/title-words.ts";
import type { PlannedGap } from "./planned.ts";
import type { Workbench } from "./workbench.ts";

/** Searches of search-tests.yml that go wrong by a change. */
export interface Broken {
	/** Gaps whose change breaks a search: id, and the search. */
	culprits: Map<string, string>;
	/** Searches of the change itself that do not hold once it is whole. */
	unsure: Set<string>;
}

/** Finds the searches that a change breaks, and the gaps that are to blame. */
export async function brokenBy(gaps: readonly PlannedGap[], bench: Workbench, before: { tests: number; wrong: ReadonlySet<number> }): Promise<Broken> {
	const broken: Broken = { culprits: new Map(), unsure: new Set() };
	const wrong = [...(await bench.wrongSearches())].filter((index) => !before.wrong.has(index));
	if (wrong.length === 0) return broken;
	const { data, defaultLocale } = bench.content();
	const search = await bench.search();
	const changed = gaps.filter(({ skipped }) => skipped === null);
	for (const index of wrong) {
		const test = data.searchTests.data?.[index];
		if (!test) continue;
		if (index >= before.tests) {
			broken.unsure.add(test.query);
			continue;
		}
		const found = (await search(test.query)).results.map(({ document }) => document.id);
		const asked = significantStems(test.query, defaultLocale);
		const alike = (planned: PlannedGap) => Math.max(0, ...planned.words.map((words) => sharedPart(asked, significantStems(words, defaultLocale))));
		const guilty =
			changed.find(({ article }) => article !== test.expect && article === found[0]) ??
			changed.find(({ article }) => article !== null && article !== test.expect && found.includes(article)) ??
			[...changed].sort((a, b) => alike(b) - alike(a))[0];
		if (guilty) broken.culprits.set(guilty.gap.id, test.query);
	}
	return broken;
}
