import { join } from "node:path";
import { buildSite } from "#scripts/lib/build-site.ts";
import type { Figure } from "#scripts/lib/figure.ts";
import { outFolder, root } from "#scripts/lib/paths.ts";
import type { Verdict } from "../../month/judge.ts";
import { playMonth } from "../../month/play.ts";
import { vocabularies } from "../../month/vocabulary.ts";

/** Seeds that nobody has tuned anything on: they begin with the day's own. */
const seeds = 20;

/** Plays months of made-up readers through a real Worker; what the reports make of the worst of them counts. */
export async function months(say: (line: string) => void): Promise<Figure[]> {
	await buildSite();
	const first = Math.floor(Date.now() / 86_400_000) * 100;
	const verdicts: Verdict[] = [];
	for (let number = 0; number < seeds; number++) {
		const seed = first + number;
		const vocabulary = vocabularies[number % vocabularies.length] ?? "";
		const folder = join(root, ".tier-zero/bench/month");
		const verdict = await playMonth({ seed, vocabulary, days: 30, visits: 60, site: outFolder, folder }, (played) => played.verdict);
		const { found, missed, wrong, rewriteRight, outageIsIncident, outageIsGap, differences } = verdict;
		const faults = [
			...missed.map((about) => `missed: ${about}`),
			...wrong.map((gap) => `no gap: ${gap}`),
			...(rewriteRight ? [] : ["the rewrite's effect is not told"]),
			...(outageIsIncident ? [] : ["the outage is no incident"]),
			...(outageIsGap ? ["the outage is a gap"] : []),
			...differences,
		];
		say(`seed ${seed}, ${vocabulary}: ${found} of 8 found${faults.map((fault) => `; ${fault}`).join("")}`);
		verdicts.push(verdict);
	}
	const of = `the worst of ${seeds} months, seeds ${first} to ${first + seeds - 1}, vocabularies ${vocabularies.join(", ")}`;
	const count = (right: (verdict: Verdict) => boolean) => verdicts.filter(right).length;
	return [
		{ name: "gaps found", value: Math.min(...verdicts.map(({ found }) => found)), unit: "of 8", goal: { op: ">=", value: 8 }, of },
		{ name: "false gaps", value: Math.max(...verdicts.map(({ wrong }) => wrong.length)), unit: "", goal: { op: "<=", value: 2 }, of },
		{
			name: "figures that are not the truth",
			value: Math.max(...verdicts.map(({ differences }) => differences.length)),
			unit: "",
			goal: { op: "==", value: 0 },
			of,
		},
		{
			name: "months whose rewrite is told with its sign",
			value: count(({ rewriteRight }) => rewriteRight),
			unit: `of ${seeds}`,
			goal: { op: "==", value: seeds },
			of,
		},
		{
			name: "months whose outage is an incident and no gap",
			value: count(({ outageIsIncident, outageIsGap }) => outageIsIncident && !outageIsGap),
			unit: `of ${seeds}`,
			goal: { op: "==", value: seeds },
			of,
		},
	];
}
