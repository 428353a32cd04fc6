import { expect, test } from "vitest";
import { countPlaywright, countVitest } from "../../scripts/lib/test-reports.ts";
import { root } from "../../scripts/lib/paths.ts";
import { runStages } from "../../scripts/lib/test-stages.ts";

const failed = {
	fullName: "the clock stands still",
	status: "failed",
	failureMessages: ["\u001b[31mAssertionError: expected 2 to be 1\u001b[39m\n    at /elsewhere.ts:1:1"],
};

test("names the failed tests of Vitest, with what they said and without a trace", () => {
	const report = {
		numPassedTests: 3,
		testResults: [
			{
				name: `${root}/tests/unit/a.test.ts`,
				status: "failed",
				message: "",
				assertionResults: [{ fullName: "fine", status: "passed", failureMessages: [] }, failed],
			},
		],
	};
	expect(countVitest(report)).toEqual({
		passed: 3,
		failed: 1,
		failures: ["tests/unit/a.test.ts › the clock stands still\n    AssertionError: expected 2 to be 1"],
	});
});

test("counts a file that does not load as one failure", () => {
	const report = {
		numPassedTests: 0,
		testResults: [{ name: `${root}/tests/unit/a.test.ts`, status: "failed", message: "Cannot find module", assertionResults: [] }],
	};
	expect(countVitest(report)).toMatchObject({ failed: 1, failures: ["tests/unit/a.test.ts\n    Cannot find module"] });
});

const journey = (title: string, status: string, errors: (string | null)[]) => ({
	title,
	tests: [{ projectName: "phone", status, results: errors.map((message) => (message === null ? {} : { error: { message } })) }],
});

test("names the failed journeys of Playwright, in groups too, and apart from them what needed a second try", () => {
	const report = {
		stats: { expected: 5, skipped: 1 },
		errors: [],
		suites: [
			{
				file: "ask.spec.ts",
				specs: [journey("goes well", "expected", [null]), journey("was slow", "flaky", ["Timed out", null])],
				suites: [{ file: "ask.spec.ts", specs: [journey("goes wrong", "unexpected", ["expected 1", "expected 1"])] }],
			},
		],
	};
	expect(countPlaywright(report)).toEqual({
		passed: 6,
		failed: 1,
		skipped: 1,
		failures: ["[phone] ask.spec.ts › goes wrong\n    expected 1"],
		flaky: ["[phone] ask.spec.ts › was slow\n    Timed out"],
	});
});

test("a run that fails before its journeys is a failure", () => {
	const report = { stats: { expected: 0, skipped: 0 }, errors: [{ message: "no database" }], suites: [] };
	expect(countPlaywright(report)).toMatchObject({ failed: 1, failures: ["before the journeys\n    no database"] });
});

test("a stage that ends badly is named in the total", async () => {
	const stage = { name: "types", title: "Types", command: process.execPath, args: ["--eval", "process.exit(1)"] };
	const { failed, failures } = await runStages([stage], () => {});
	expect({ failed, failures }).toEqual({ failed: 1, failures: ["types: its output is above"] });
});
