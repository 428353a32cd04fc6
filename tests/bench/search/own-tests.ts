import { judge } from "#scripts/lib/checks/search-tests.ts";
import { openBuiltSearch } from "#scripts/lib/built-search.ts";
import type { Figure } from "#scripts/lib/figure.ts";
import { buildSite } from "#scripts/lib/build-site.ts";
import { outFolder } from "#scripts/lib/paths.ts";
import { readContentData } from "#site/lib/content-data.ts";

/** The sample centre's own search tests, on the built site, in both modes. */
export async function ownTests(): Promise<Figure[]> {
	await buildSite();
	const tests = readContentData()["search-tests"];
	const { search, compact } = await openBuiltSearch(outFolder);
	const figures: Figure[] = [{ name: "search tests", value: tests.length, unit: "", goal: { op: ">=", value: 200 }, of: "sample centre" }];
	for (const [mode, ask] of Object.entries({ browser: search, Worker: compact })) {
		let right = 0;
		for (const test of tests) if (judge(test, await ask(test.query)) === null) right++;
		figures.push({
			name: `search tests that pass (${mode})`,
			value: (100 * right) / tests.length,
			unit: "%",
			goal: { op: "==", value: 100 },
			of: "sample centre",
		});
	}
	return figures;
}
