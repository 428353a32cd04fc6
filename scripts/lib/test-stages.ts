import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { workFolder } from "./paths.ts";
import { run } from "./processes.ts";

/** What a stage counted. */
export interface Counts {
	passed: number;
	failed: number;
	/** Tests that could not show anything here. Default: none. */
	skipped?: number;
	/** Which tests failed and what they said, one text each. Default: none are known by name. */
	failures?: string[];
	/** Which tests passed only at a second try, and what the first said. Default: none. */
	flaky?: string[];
}

/** What all stages counted together; each text begins with the name of its stage. */
export type Total = Required<Omit<Counts, "skipped">>;

/** One part of the test run. */
export interface Stage {
	name: string;
	/** What it shows, for the log. */
	title: string;
	command: string;
	args: string[];
	/** Where its runner writes a report, and how to count it; without one the stage is one test. */
	report?: { file: string; count: (report: unknown) => Counts };
	/** Prepares it; a text is a reason why it cannot run, which counts as a failure. */
	prepare?: (say: (line: string) => void) => string | null | Promise<string | null>;
	/** Part of `npm run test:all` only. */
	onlyAll?: boolean;
}

/** Runs the stages one after the other and adds up what they counted. A stage that ends badly without a failed test counts as one. */
export async function runStages(stages: Stage[], say: (line: string) => void): Promise<Total> {
	const total: Total = { passed: 0, failed: 0, failures: [], flaky: [] };
	for (const stage of stages) {
		const started = Date.now();
		say(`── ${stage.title}`);
		const { passed, failed, skipped, failures = [], flaky = [] } = await runStage(stage, say);
		const also = `${skipped ? `, ${skipped} skipped` : ""}${flaky.length > 0 ? `, ${flaky.length} at a second try` : ""}`;
		say(`   ${passed} passed, ${failed} failed${also} (${((Date.now() - started) / 1000).toFixed(1)} s)\n`);
		const unnamed = failed > 0 && failures.length === 0 ? ["its output is above"] : [];
		total.passed += passed;
		total.failed += failed;
		total.failures.push(...[...failures, ...unnamed].map((text) => `${stage.name}: ${text}`));
		total.flaky.push(...flaky.map((text) => `${stage.name}: ${text}`));
	}
	return total;
}

async function runStage({ command, args, report, prepare }: Stage, say: (line: string) => void): Promise<Counts> {
	const obstacle = prepare ? await prepare(say) : null;
	if (obstacle) {
		say(obstacle);
		return { passed: 0, failed: 1 };
	}
	const file = report ? join(workFolder, "reports", report.file) : "";
	mkdirSync(join(workFolder, "reports"), { recursive: true });
	if (file) rmSync(file, { force: true });
	const { code, output } = await run(command, args);
	if (code !== 0) say(output.trim());
	const ended = { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
	if (!report || !existsSync(file)) return ended;
	const counts = report.count(JSON.parse(readFileSync(file, "utf8")));
	return { ...counts, failed: code !== 0 && counts.failed === 0 ? 1 : counts.failed };
}
