import { rmSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import type { Browser, Response } from "@playwright/test";
import { buildSite } from "#scripts/lib/build-site.ts";
import type { Figure, Part } from "#scripts/lib/figure.ts";
import { migrate } from "#scripts/lib/local-database.ts";
import { startWorker } from "#scripts/lib/local-worker.ts";
import { root } from "#scripts/lib/paths.ts";
import { freePort } from "#scripts/lib/ports.ts";
import { startProduct } from "../../e2e/product.ts";
import { median } from "../lib/percentile.ts";
import { phone, withBrowser } from "../pages/browser.ts";

const runs = 5;

/** One visit of a page with the widget: what was loaded before and after it opens, in kB, and how long opening took, in ms. */
interface Visit {
	before: number;
	after: number;
	opening: number;
}

async function visit(browser: Browser, url: string, centre: string): Promise<Visit> {
	const context = await browser.newContext(phone);
	try {
		const page = await context.newPage();
		const answers: Response[] = [];
		page.on("response", (response) => response.url().startsWith(centre) && answers.push(response));
		const slow = await context.newCDPSession(page);
		await slow.send("Emulation.setCPUThrottlingRate", { rate: 4 });
		await page.goto(url, { waitUntil: "networkidle" });
		const before = await weigh(answers);
		const start = performance.now();
		await page.locator(".launcher").click();
		await page.locator("dialog[open] h2").waitFor();
		const opening = performance.now() - start;
		await page.waitForLoadState("networkidle");
		return { before, after: await weigh(answers), opening };
	} finally {
		await context.close();
	}
}

/** As a host would compress it (brotli), whatever the local server does. */
async function weigh(answers: Response[]): Promise<number> {
	const bodies = await Promise.all(answers.map((answer) => answer.body().catch(() => Buffer.alloc(0))));
	return bodies.reduce((sum, body) => sum + brotliCompressSync(body).length, 0) / 1024;
}

async function measure(say: (line: string) => void): Promise<Figure[]> {
	await buildSite();
	const state = join(root, ".tier-zero/bench/widget");
	rmSync(state, { recursive: true, force: true });
	await migrate(state);
	const port = await freePort();
	const centre = `http://localhost:${port}`;
	const product = await startProduct(centre);
	const worker = await startWorker({ port, state, vars: { WIDGET_ORIGINS: product.origin } });
	try {
		return await withBrowser(async (browser) => {
			const visits: Visit[] = [];
			for (let run = 0; run < runs; run++) {
				visits.push(await visit(browser, `${product.origin}/reports/`, centre));
				say(`visit ${run + 1} of ${runs}`);
			}
			const of = (what: string) => `${what}; median of ${runs} visits, a phone, processor slowed down four times`;
			return [
				{
					name: "weight before it opens",
					value: median(visits.map(({ before }) => before)),
					unit: "kB",
					goal: { op: "<=", value: 15 },
					of: of("brotli, with one explained element"),
				},
				{ name: "weight once it is open", value: median(visits.map(({ after }) => after)), unit: "kB", goal: null, of: of("brotli, with search ready") },
				{ name: "time to open", value: median(visits.map(({ opening }) => opening)), unit: "ms", goal: null, of: of("press to heading, over loopback") },
			];
		});
	} finally {
		product.close();
		await worker.stop();
	}
}

/** The widget in a page of a product. */
export const parts: Part[] = [{ name: "a page of a product", measure }];
