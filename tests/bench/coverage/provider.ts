import type { CoverageProviderModule } from "vitest/node";

/** Where what ran in workerd is sent: a Worker has no files. The configuration of its tests listens there. */
const address = "https://coverage.example/";

async function istanbul(): Promise<CoverageProviderModule> {
	const path = "../instruments/node_modules/@vitest/coverage-istanbul/dist/index.js";
	return ((await import(/* @vite-ignore */ path)) as { default: CoverageProviderModule }).default;
}

/** Istanbul's coverage, of tests in Node and in workerd. */
const provider: CoverageProviderModule = {
	getProvider: async () => (await istanbul()).getProvider(),
	startCoverage: async (options) => (await istanbul()).startCoverage?.(options),
	async takeCoverage(options) {
		if (navigator.userAgent !== "Cloudflare-Workers") return (await istanbul()).takeCoverage?.(options);
		const counts = (globalThis as Record<string, unknown>)["__VITEST_COVERAGE__"];
		if (counts === undefined) return undefined;
		const headers = { "x-folder": options?.coverageFilesDirectory ?? "" };
		return (await fetch(address, { method: "POST", headers, body: JSON.stringify(counts) })).text();
	},
};

// eslint-disable-next-line import-x/no-default-export -- Vitest asks for it
export default provider;
