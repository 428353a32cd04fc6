import { availableParallelism } from "node:os";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { Response, type Request } from "miniflare";
import { defineConfig } from "vitest/config";
import { keepCounts } from "./tests/bench/coverage/keep-counts.ts";
import { writeSpoken } from "./tests/write-spoken.ts";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** The network beyond the Worker. Nothing leaves the tests: what no test has replaced arrives here. */
async function answerOutbound(request: Request): Promise<Response> {
	const { hostname } = new URL(request.url);
	if (hostname === "coverage.example") return new Response(keepCounts(request.headers.get("x-folder") ?? "", await request.text()));
	if (hostname === "moved.example") return new Response(null, { status: 307, headers: { location: "https://elsewhere.example/" } });
	if (hostname === "silent.example") await setTimeout(1000);
	return hostname === "elsewhere.example" ? Response.json({ reference: "followed" }) : new Response(null, { status: 418 });
}

// Limits of time only end what hangs: a busy machine is no fault of the portal.
export default defineConfig({
	test: {
		// Vitest would leave a processor to its own main thread, which only waits.
		maxWorkers: availableParallelism(),
		projects: [
			{ test: { name: "unit", include: ["tests/unit/**/*.test.ts"], environment: "node", testTimeout: 30_000 } },
			{ test: { name: "handoff", include: ["tests/handoff/**/*.test.ts"], environment: "node", testTimeout: 60_000 } },
			{ test: { name: "build", include: ["tests/build/**/*.test.ts"], environment: "node", testTimeout: 60_000 } },
			{ test: { name: "commands", include: ["tests/commands/**/*.test.ts"], environment: "node", testTimeout: 300_000, hookTimeout: 300_000 } },
			{
				// The tests bring their own routing and site, so that neither a build nor a team's content is needed.
				resolve: {
					alias: { "#generated/routing.json": path("tests/worker/site/routing.json"), "#generated/connectors.ts": path("worker/handoff/connectors.ts") },
				},
				plugins: [
					cloudflareTest(async () => ({
						wrangler: { configPath: path("wrangler.toml") },
						miniflare: {
							bindings: { MIGRATIONS: await readD1Migrations(path("worker/migrations")) },
							assets: { directory: writeSpoken(path("tests/worker/site/public")), binding: "ASSETS" },
							outboundService: answerOutbound,
						},
					})),
				],
				test: { name: "worker", include: ["tests/worker/**/*.test.ts"], setupFiles: ["tests/worker/setup.ts"], testTimeout: 60_000 },
			},
		],
	},
});
