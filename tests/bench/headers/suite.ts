import { rmSync } from "node:fs";
import { join } from "node:path";
import { buildSite } from "#scripts/lib/build-site.ts";
import type { Figure, Part } from "#scripts/lib/figure.ts";
import { migrate } from "#scripts/lib/local-database.ts";
import { startWorker } from "#scripts/lib/local-worker.ts";
import { root } from "#scripts/lib/paths.ts";
import { freePort } from "#scripts/lib/ports.ts";
import { observatoryScore } from "../../e2e/observatory.ts";

const answers = {
	"home page": "/",
	article: "/account-and-billing/reset-your-password/",
	"page from right to left": "/ar/",
	"search page": "/search/?q=import",
	"contact page": "/contact/",
	"sign-in of the manager": "/manage",
	API: "/api/v1/categories",
	health: "/api/health",
};

async function scores(): Promise<Figure[]> {
	await buildSite();
	const state = join(root, ".tier-zero/bench/headers");
	rmSync(state, { recursive: true, force: true });
	await migrate(state);
	const port = await freePort();
	const worker = await startWorker({ port, state, vars: {} });
	try {
		return await Promise.all(
			Object.entries(answers).map(async ([name, path]): Promise<Figure> => {
				const response = await fetch(`http://localhost:${port}${path}`, { redirect: "manual" });
				const isPage = (response.headers.get("content-type") ?? "").startsWith("text/html");
				const { score } = observatoryScore({
					headers: Object.fromEntries(response.headers),
					cookies: response.headers.getSetCookie(),
					...(isPage && { html: await response.text() }),
				});
				return { name, value: score, unit: "points", goal: { op: ">=", value: 125 }, of: `${path}, answered with ${response.status}` };
			}),
		);
	} finally {
		await worker.stop();
		rmSync(state, { recursive: true, force: true });
	}
}

/** Headers by the published rules of the HTTP Observatory; every kind of answer is asked in `tests/e2e/headers.spec.ts`. */
export const parts: Part[] = [{ name: "score of the HTTP Observatory", measure: scores }];
