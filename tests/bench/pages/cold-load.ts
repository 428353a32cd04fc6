import { brotliCompressSync, gzipSync } from "node:zlib";
import type { Browser, Page, Response } from "@playwright/test";
import { phone } from "./browser.ts";
import { weigh, type Sent, type Weight } from "./weights.ts";

export type Encoding = "gzip" | "br";

/** What a page loads before anybody touches it. */
export interface ColdLoad extends Weight {
	/** Scripts that the first paint waits for. */
	blocking: number;
	/** Scripts that are fetched once somebody has moved over, focused and typed into the page's search: `script` among them. */
	scriptInAll: number;
}

/** Opens a page with nothing in the cache and sums what the server sent, until nothing more comes. */
export async function loadCold(browser: Browser, url: string, encoding: Encoding): Promise<ColdLoad> {
	const context = await browser.newContext({ ...phone, extraHTTPHeaders: { "accept-encoding": encoding } });
	try {
		const page = await context.newPage();
		const responses: Response[] = [];
		page.on("response", (response) => responses.push(response));
		await page.goto(url, { waitUntil: "networkidle" });
		const atLoad = responses.map(sentIn);
		const inline = compressed(await page.evaluate(inlineScripts), encoding);
		const blocking = await page.evaluate(blockingScripts);
		await useSearch(page);
		const inAll = responses.map(sentIn);
		return { ...weigh(atLoad, inline), blocking, scriptInAll: weigh(inAll, inline).script };
	} finally {
		await context.close();
	}
}

function sentIn(response: Response): Sent {
	return { url: response.url(), type: response.request().resourceType(), bytes: Number(response.headers()["content-length"] ?? 0) };
}

/** Bytes of the scripts in a page, squeezed together as in the page itself. */
function compressed(text: string, encoding: Encoding): number {
	if (text === "") return 0;
	return (encoding === "br" ? brotliCompressSync(text) : gzipSync(text)).length;
}

/** Asks the page's search for something, so that all of its script is there. A page without search is left as it is. */
async function useSearch(page: Page): Promise<void> {
	const opener = page.getByRole("button", { name: "Search" }).and(page.locator("[data-open-modal]"));
	if (await opener.count()) await opener.first().click();
	const box = page.locator("input[type=search]:visible, dialog input[type=text]:visible").first();
	await box.click({ timeout: 5000 }).catch(() => undefined);
	await page.waitForLoadState("networkidle");
	await page.keyboard.type("password", { delay: 60 });
	await page.waitForTimeout(1000);
	await page.waitForLoadState("networkidle");
}

/** Runs in the page. */
function inlineScripts(): string {
	const scripts = [...document.querySelectorAll<HTMLScriptElement>("script:not([src])")];
	return scripts.flatMap((script) => (["", "module", "text/javascript"].includes(script.type) ? [script.text] : [])).join("\n");
}

/** Runs in the page. */
function blockingScripts(): number {
	const entries = performance.getEntriesByType("resource") as (PerformanceResourceTiming & { renderBlockingStatus?: string })[];
	return entries.filter((entry) => entry.initiatorType === "script" && entry.renderBlockingStatus === "blocking").length;
}
