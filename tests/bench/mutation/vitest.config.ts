import { join } from "node:path";

const runtime = process.env["TIER_ZERO_RUNTIME"] === "worker";
const here = (path: string) => join(process.cwd(), path);

/** What Stryker gives to Vitest: the tests that the bench has chosen. Those of the Worker run in Node, on a stand-in for its bindings. */
// eslint-disable-next-line import-x/no-default-export -- Vitest asks for it
export default {
	resolve: {
		alias: runtime && {
			"#generated/routing.json": here("tests/worker/site/routing.json"),
			"cloudflare:workers": here("tests/bench/mutation/runtime/workers.ts"),
			"cloudflare:test": here("tests/bench/mutation/runtime/test.ts"),
		},
	},
	test: {
		include: (process.env["TIER_ZERO_TESTS"] ?? "").split(","),
		setupFiles: ["tests/bench/mutation/few-runs.ts", ...(runtime ? ["tests/bench/mutation/runtime/setup.ts", "tests/worker/setup.ts"] : [])],
		environment: "node",
		testTimeout: 30_000,
	},
};
