import type { Browser } from "@playwright/test";
import type { Figure } from "#scripts/lib/figure.ts";
import { median } from "../lib/percentile.ts";
import { withBrowser } from "./browser.ts";
import { withSites, type MeasuredSite } from "./sites.ts";

/** Times each way is gone; the median counts. */
const visits = 7;

/** Milliseconds that every answer of the server waits. */
const delay = 150;

/** How long the pointer rests on the link before it is pressed, in ms. */
const rests = { "at once": 0, "after the pointer rested for half a second": 500 };

/**
 * From the click on a link to the first paint of the next page, with a server 150 ms away. Whatever the page does before the click
 * (prefetching, prerendering) counts for it; a page that was painted before it is shown counts from when it is shown.
 */
export async function nextPage(say: (line: string) => void): Promise<Figure[]> {
	return withSites(say, ({ ours, rival }) =>
		withBrowser(async (browser) => {
			const figures: Figure[] = [];
			for (const site of [ours, rival]) {
				for (const [how, rest] of Object.entries(rests)) {
					const times: number[] = [];
					for (let number = 0; number < visits; number++) times.push(await clickTime(browser, site, rest));
					const value = Math.round(median(times));
					say(`${site.name}, ${how}: ${value} ms (${times.map(Math.round).join(", ")})`);
					figures.push({ name: `next page, clicked ${how}`, value, unit: "ms", goal: null, of: `${site.name}, each answer ${delay} ms late` });
				}
			}
			return figures;
		}),
	);
}

/** One visit: an article is opened from the home page or a topic, and read from there. */
async function clickTime(browser: Browser, { front, pages }: MeasuredSite, rest: number): Promise<number> {
	const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
	front.delay = delay;
	try {
		const page = await context.newPage();
		await page.addInitScript(noteClicks);
		const article = pages.find(({ kind }) => kind === "article")?.path ?? "/";
		await page.goto(front.url + article, { waitUntil: "networkidle" });
		const link = page.locator("main a[href^='/']:not([href$='.md'])").filter({ visible: true }).first();
		await link.scrollIntoViewIfNeeded();
		await link.hover();
		await page.waitForTimeout(rest);
		const target = new URL((await link.getAttribute("href")) ?? "/", front.url);
		await link.click({ noWaitAfter: true });
		await page.waitForURL((url) => url.pathname === target.pathname, { waitUntil: "load" });
		return await page.evaluate(paintedAfterClick);
	} finally {
		front.delay = 0;
		await context.close();
	}
}

/** Runs in every page. */
function noteClicks(): void {
	addEventListener("click", (event) => localStorage.setItem("bench-click", String(performance.timeOrigin + event.timeStamp)), { capture: true });
}

/** Runs in the page that was opened. */
async function paintedAfterClick(): Promise<number> {
	const paint = await new Promise<number>((done) => {
		new PerformanceObserver((list) => {
			const first = list.getEntriesByName("first-contentful-paint")[0];
			if (first) done(first.startTime);
		}).observe({ type: "paint", buffered: true });
	});
	const [navigation] = performance.getEntriesByType("navigation") as (PerformanceNavigationTiming & { activationStart?: number })[];
	return performance.timeOrigin + Math.max(paint, navigation?.activationStart ?? 0) - Number(localStorage.getItem("bench-click"));
}
