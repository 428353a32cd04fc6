import { readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import type { Figure, Part } from "#scripts/lib/figure.ts";
import { run } from "#scripts/lib/processes.ts";
import { root } from "#scripts/lib/paths.ts";
import { installInstruments } from "../lib/instruments.ts";

const place = join(root, ".tier-zero/bench/coverage");
const measured = ["site", "worker", "scripts"];

interface Count {
	total: number;
	covered: number;
}
/** What Istanbul tells of a file. */
type Summary = Record<"lines" | "branches", Count>;

async function coverage(projects: string[], say: (line: string) => void): Promise<Figure[]> {
	await installInstruments(say);
	rmSync(place, { recursive: true, force: true });
	const { code, output } = await run("vitest", [
		"run",
		...projects.map((name) => `--project=${name}`),
		"--coverage.enabled",
		"--coverage.provider=custom",
		"--coverage.customProviderModule=./tests/bench/coverage/provider.ts",
		...measured.map((folder) => `--coverage.include=${folder}/**/*.{ts,tsx}`),
		"--coverage.reporter=json-summary",
		`--coverage.reportsDirectory=${relative(root, place)}`,
	]);
	if (code !== 0) throw new Error(`the tests ended with ${code}:\n${output.slice(-3000)}`);
	const { total: _, ...files } = JSON.parse(readFileSync(join(place, "coverage-summary.json"), "utf8")) as Record<string, Summary>;
	return figuresOf(new Map(Object.entries(files).map(([file, summary]) => [relative(root, file), summary])));
}

/** Folders that a file is counted in. Example: `worker` and `worker/queries` */
function foldersOf(file: string): string[] {
	const [top = "", second = "", ...rest] = file.split("/");
	return rest.length > 0 ? [top, `${top}/${second}`] : [top];
}

function figuresOf(files: Map<string, Summary>): Figure[] {
	const folders = new Map<string, { lines: Count; branches: Count }>();
	for (const [file, summary] of files)
		for (const folder of foldersOf(file)) {
			const sums = folders.get(folder) ?? { lines: { total: 0, covered: 0 }, branches: { total: 0, covered: 0 } };
			folders.set(folder, sums);
			for (const kind of ["lines", "branches"] as const) {
				sums[kind].total += summary[kind].total;
				sums[kind].covered += summary[kind].covered;
			}
		}
	return [...folders]
		.filter(([, { lines }]) => lines.total > 0)
		.sort(([one], [other]) => (one < other ? -1 : 1))
		.map(([name, { lines, branches }]) => ({
			name,
			value: percent(lines),
			unit: "% of lines",
			goal: null,
			of: `${lines.total} lines; of ${branches.total} branches ${percent(branches)} %`,
		}));
}

function percent({ total, covered }: Count): number {
	return total === 0 ? 100 : Math.floor((1000 * covered) / total) / 10;
}

/** Lines and branches that tests run, by folder. What only a browser runs is in none of them: see `tests/e2e/`. */
export const parts: Part[] = [
	{ name: "run by tests of functions", measure: (say) => coverage(["unit"], say) },
	{ name: "run by these, those of connectors and those of the Worker", measure: (say) => coverage(["unit", "handoff", "worker"], say) },
];
