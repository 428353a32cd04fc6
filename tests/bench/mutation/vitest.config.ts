import { join } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { writeSpoken } from "../../write-spoken.ts";

const runtime = process.env["TIER_ZERO_RUNTIME"] === "worker";
const here = (path: string) => join(process.cwd(), path);

const tests = (process.env["TIER_ZERO_TESTS"] ?? "").split(",");

if (runtime) writeSpoken(here("tests/worker/site/public"));

/** Runs the tests in the order in which they are named: the first that fails is the last that runs. */
class AsNamed extends BaseSequencer {
	override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		const place = ({ moduleId }: TestSpecification) => tests.findIndex((test) => moduleId.endsWith(`/${test}`));
		return Promise.resolve(files.sort((one, other) => place(one) - place(other)));
	}
}

/** What Stryker gives to Vitest: the tests that the bench has chosen. Those of the Worker run in Node, on a stand-in for its bindings. */
// eslint-disable-next-line import-x/no-default-export -- Vitest asks for it
export default {
	resolve: {
		alias: runtime && {
			"#generated/routing.json": here("tests/worker/site/routing.json"),
			"#generated/connectors.ts": here("worker/handoff/connectors.ts"),
			"cloudflare:workers": here("tests/bench/mutation/runtime/workers.ts"),
			"cloudflare:test": here("tests/bench/mutation/runtime/test.ts"),
		},
	},
	test: {
		include: tests,
		sequence: { sequencer: AsNamed },
		setupFiles: ["tests/bench/mutation/few-runs.ts", ...(runtime ? ["tests/bench/mutation/runtime/setup.ts", "tests/worker/setup.ts"] : [])],
		// One thread for all files of tests, which share what they import; for the next mutant there is a new one.
		isolate: false,
		environment: "node",
		testTimeout: 30_000,
	},
};
