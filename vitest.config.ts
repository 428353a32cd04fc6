import { fileURLToPath } from "node:url";
import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";
import { answerOutbound, serveSite } from "./tests/worker/outside.ts";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

export default defineConfig({
	test: {
		projects: [
			{ test: { name: "unit", include: ["tests/unit/**/*.test.ts"], environment: "node" } },
			{
				// The tests' own routing, so that neither a build nor a team's content is needed.
				resolve: { alias: { "#generated/routing.json": path("tests/worker/site/routing.json") } },
				plugins: [
					cloudflareTest(async () => ({
						wrangler: { configPath: path("wrangler.toml") },
						miniflare: {
							bindings: { MIGRATIONS: await readD1Migrations(path("worker/migrations")) },
							assets: { directory: path("tests/worker/site/public"), binding: "ASSETS" },
							outboundService: answerOutbound,
						},
					})),
				],
				test: { name: "worker", include: ["tests/worker/**/*.test.ts"], setupFiles: ["tests/worker/setup.ts"], testTimeout: 20_000 },
			},
		],
	},
});
