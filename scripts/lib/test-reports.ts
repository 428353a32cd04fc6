import { relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
import * as z from "zod";
import { root } from "./paths.ts";
import type { Counts } from "./test-stages.ts";

const vitestReport = z.object({
	numPassedTests: z.number(),
	testResults: z.array(
		z.object({
			name: z.string(),
			status: z.string(),
			message: z.string(),
			assertionResults: z.array(z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()) })),
		}),
	),
});

/** Counts a report of Vitest. A file that does not even load has no failed test, and is one. */
export function countVitest(report: unknown): Counts {
	const { numPassedTests, testResults } = vitestReport.parse(report);
	const failures = testResults.flatMap(({ name, status, message, assertionResults }) => {
		const file = relative(root, name);
		const failed = assertionResults.filter((test) => test.status === "failed").map((test) => tell(`${file} › ${test.fullName}`, test.failureMessages[0]));
		return failed.length === 0 && status === "failed" ? [tell(file, message)] : failed;
	});
	return { passed: numPassedTests, failed: failures.length, failures };
}

const spec = z.object({
	title: z.string(),
	tests: z.array(
		z.object({ projectName: z.string(), status: z.string(), results: z.array(z.object({ error: z.object({ message: z.string() }).optional() })) }),
	),
});

/** A file of tests or a group within one, nested as deep as the groups are. */
const suite = z.object({
	file: z.string(),
	specs: z.array(spec),
	get suites() {
		return z.array(suite).optional();
	},
});

const playwrightReport = z.object({
	stats: z.object({ expected: z.number(), skipped: z.number() }),
	errors: z.array(z.object({ message: z.string() })),
	suites: z.array(suite),
});

/** Counts a report of Playwright. What passed only at a second try has not failed, and is named. */
export function countPlaywright(report: unknown): Counts {
	const { stats, errors, suites } = playwrightReport.parse(report);
	const told = (status: string) => suites.flatMap((one) => tellSuite(one, status));
	const failures = [...errors.map(({ message }) => tell("before the journeys", message)), ...told("unexpected")];
	const flaky = told("flaky");
	return { passed: stats.expected + flaky.length, failed: failures.length, skipped: stats.skipped, failures, flaky };
}

function tellSuite({ file, specs, suites = [] }: z.infer<typeof suite>, status: string): string[] {
	const own = specs.flatMap(({ title, tests }) =>
		tests
			.filter((test) => test.status === status)
			.map(({ projectName, results }) => tell(`[${projectName}] ${file} › ${title}`, results.find(({ error }) => error)?.error?.message)),
	);
	return [...own, ...suites.flatMap((inner) => tellSuite(inner, status))];
}

/** Which test, and the first lines of what it said. */
function tell(name: string, said = ""): string {
	const lines = stripVTControlCharacters(said)
		.split("\n")
		.filter((line) => line.trim() !== "" && !/^\s+at /.test(line));
	return [name, ...lines.slice(0, 12).map((line) => `    ${line.slice(0, 200)}`)].join("\n");
}
