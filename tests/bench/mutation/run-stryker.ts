import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "#scripts/lib/processes.ts";
import { root } from "#scripts/lib/paths.ts";
import { installInstruments, instruments } from "../lib/instruments.ts";
import type { Core } from "./cores.ts";
import { filesOf, testsOf } from "./tests-of.ts";

const place = ".tier-zero/bench/mutation";

/** How many mutants of a part are tried where nobody asks for more: enough for an interval of about five in a hundred to either side. */
const sampleSize = 200;

/** How a mutant ended. `Timeout`: the change made it run on and on, which counts as noticed. `CompileError`: it was not drawn. */
type Status = "Killed" | "Timeout" | "Survived" | "NoCoverage" | "CompileError" | "RuntimeError" | "Ignored" | "Pending";

/** A changed piece of code. Lines and columns begin at 1. */
export interface Mutant {
	file: string;
	line: number;
	column: number;
	/** Example: `EqualityOperator` */
	change: string;
	replacement: string;
	status: Status;
}

/** The form of Stryker's report, as far as it is read here. */
interface Report {
	files: Record<string, { mutants: { mutatorName: string; replacement?: string; status: Status; location: { start: { line: number; column: number } } }[] }>;
}

/** How many mutants of a part are tried: `MUTANTS`, a number or `all`. */
function wanted(): number {
	const { MUTANTS = sampleSize } = process.env;
	const number = MUTANTS === "all" ? Infinity : Number(MUTANTS);
	if (!(number >= 1)) throw new Error(`MUTANTS is "${MUTANTS}"; it must be a number or all.`);
	return number;
}

function optionsOf(mutate: string[], name: string): object {
	return {
		mutate,
		testRunner: "vitest",
		plugins: [join(root, instruments, "node_modules/@stryker-mutator/vitest-runner/dist/src/index.js"), join(root, "tests/bench/mutation/sampler.ts")],
		checkers: wanted() === Infinity ? [] : ["sampler"],
		vitest: { configFile: "tests/bench/mutation/vitest.config.ts", related: false },
		coverageAnalysis: "perTest",
		concurrency: 2,
		// What is slow because the machine is busy must not pass for an endless loop.
		timeoutFactor: 4,
		timeoutMS: 10_000,
		reporters: ["json", "progress-append-only"],
		jsonReporter: { fileName: `${place}/${name}.report.json` },
		tempDirName: ".tier-zero/stryker",
		ignorePatterns: ["dist", "tests/pictures", ".tier-zero/bench", ".tier-zero/state", ".wrangler", ".astro"],
		// Tests run what is left when the types are stripped: nobody looks at those.
		disableTypeChecks: false,
		warnings: { slow: false },
	};
}

/**
 * Changes the files of a core in many small ways, one at a time, and runs its tests on each, or on those of a sample.
 *
 * @returns each mutant and how it ended; those that stay alive are written to `.tier-zero/bench/mutation/<core>.json`
 */
export async function runStryker(core: Core, say: (line: string) => void): Promise<Mutant[]> {
	await installInstruments(say);
	const files = filesOf(core.mutate);
	const { worker = [], unit = ["tests/unit/*.test.ts"] } = core;
	const tests = [...testsOf(filesOf(core.whole ?? core.mutate), unit), ...worker.map((test) => `tests/worker/${test}.test.ts`)];
	if (tests.length === 0) throw new Error(`no test imports a file of ${core.name}`);
	const name = core.name.replaceAll(/\W+/g, "-");
	const report = join(root, place, `${name}.report.json`);
	const options = join(root, place, `${name}.options.json`);
	mkdirSync(join(root, place), { recursive: true });
	rmSync(report, { force: true });
	writeFileSync(options, JSON.stringify(optionsOf(files, name)));
	say(`${files.length} files, ${tests.length} files of tests; all mutants take about ${core.minutes} minutes, a sample less`);
	const { output } = await run("nice", ["-n", "10", process.execPath, `${instruments}/node_modules/@stryker-mutator/core/bin/stryker.js`, "run", options], {
		onLine: tellProgress(say),
		env: { TIER_ZERO_TESTS: tests.join(","), TIER_ZERO_RUNTIME: worker.length > 0 ? "worker" : "", MUTANTS: String(wanted()) },
	});
	if (!existsSync(report)) throw new Error(`Stryker did not end well:\n${output.slice(-3000)}`);
	const mutants = mutantsOf(JSON.parse(readFileSync(report, "utf8")) as Report);
	const alive = mutants.filter(({ status }) => status === "Survived" || status === "NoCoverage");
	writeFileSync(join(root, place, `${name}.json`), `${JSON.stringify(alive, null, "\t")}\n`);
	return mutants;
}

/** Passes on a line of Stryker's progress for each tenth of the way; what was not drawn counts as done. */
function tellProgress(say: (line: string) => void): (line: string) => void {
	let told = 0;
	return (line) => {
		const tenths = Math.floor(Number(/^Mutation testing +(\d+)%/.exec(line)?.[1] ?? 0) / 10);
		if (tenths <= told) return;
		told = tenths;
		say(line);
	};
}

function mutantsOf({ files }: Report): Mutant[] {
	return Object.entries(files).flatMap(([file, { mutants }]) =>
		mutants.map(({ mutatorName, replacement = "", status, location: { start } }) => ({
			file,
			line: start.line,
			column: start.column,
			change: mutatorName,
			replacement,
			status,
		})),
	);
}
