import type { Browser, BrowserContextOptions, CDPSession, Page } from "@playwright/test";
import { phone } from "./browser.ts";
import { layoutShift, type Shift } from "./interactions.ts";

/** Slow 4G, as Lighthouse means it: bytes a second and milliseconds. */
const slow4g = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };

/** What was seen of a page while it loaded and was read to its end. */
export interface Observed {
	/** Milliseconds until the largest paint. */
	lcp: number;
	/** What was painted then. Example: `P.lead` */
	largest: string;
	cls: number;
	/** What moved. Example: `NAV (0.05)` */
	moved: string[];
}

interface Watch {
	lcp: number;
	largest: string;
	shifts: (Shift & { moved: string[] })[];
}

/** Opens a page on a phone with slow 4G and nothing in the cache, waits until it rests, and scrolls to its end. */
export async function observe(browser: Browser, url: string): Promise<Observed> {
	const { page, devtools, close } = await openWatched(browser, phone);
	try {
		await devtools.send("Network.emulateNetworkConditions", slow4g);
		await page.goto(url, { waitUntil: "networkidle" });
		const { lcp, largest } = await watched(page);
		for (let seen = 0; seen < 20; seen++) {
			await page.mouse.wheel(0, 600);
			await page.waitForTimeout(60);
		}
		await page.waitForTimeout(500);
		const { shifts } = await watched(page);
		return { lcp, largest, cls: layoutShift(shifts), moved: shifts.flatMap(({ moved, score }) => moved.map((name) => `${name} (${score.toFixed(3)})`)) };
	} finally {
		await close();
	}
}

/** A page that watches its own paints and shifts. */
async function openWatched(browser: Browser, options: BrowserContextOptions): Promise<{ page: Page; devtools: CDPSession; close(): Promise<void> }> {
	const context = await browser.newContext(options);
	const page = await context.newPage();
	await page.addInitScript(watch);
	const devtools = await context.newCDPSession(page);
	await devtools.send("Network.enable");
	return { page, devtools, close: () => context.close() };
}

function watched(page: Page): Promise<Watch> {
	return page.evaluate(() => (window as unknown as { watched: Watch }).watched);
}

/** Runs in the page. */
function watch(): void {
	const seen: Watch = { lcp: 0, largest: "", shifts: [] };
	Object.assign(window, { watched: seen });
	const nameOf = (node: Node | null | undefined) => (node instanceof Element ? [node.tagName, ...node.classList].join(".") : (node?.nodeName ?? ""));
	new PerformanceObserver((list) => {
		for (const entry of list.getEntries() as (PerformanceEntry & { element?: Element })[])
			Object.assign(seen, { lcp: entry.startTime, largest: nameOf(entry.element) });
	}).observe({ type: "largest-contentful-paint", buffered: true });
	new PerformanceObserver((list) => {
		for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean; sources: { node?: Node }[] })[]) {
			if (!entry.hadRecentInput) seen.shifts.push({ at: entry.startTime, score: entry.value, moved: entry.sources.map(({ node }) => nameOf(node)) });
		}
	}).observe({ type: "layout-shift", buffered: true });
}
