import type { Page } from "@playwright/test";

/**
 * What every clock says while pictures are taken: a Tuesday at half past ten in London, when there are people at the desk. It is in the
 * past, so that the jobs of the Worker, which have no clock but the real one, find that everything is due.
 */
export const moment = Date.UTC(2026, 10, 17, 10, 30);

/** Stops the clock of the page, and of the Worker for what the page asks it, at a moment (epoch milliseconds). */
export async function setClock(page: Page, at: number): Promise<void> {
	await page.clock.setFixedTime(at);
	await page.setExtraHTTPHeaders({ "x-dev-clock": String(at) });
}

/** Waits until a page is drawn as a whole: fonts and pictures are there, and what follows from them is done. */
export async function settled(page: Page): Promise<void> {
	await page.evaluate(async () => {
		const frame = () => new Promise((done) => requestAnimationFrame(done));
		for (const image of document.images) image.loading = "eager";
		await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
		await document.fonts.ready;
		await frame();
		await frame();
	});
}

/** Takes out of a page what is another each time: references, and what depends on the day of the build or the last commit. */
export async function neutralise(page: Page): Promise<void> {
	await page.evaluate(() => {
		for (const overdue of document.querySelectorAll("[data-overdue], .results .stale")) overdue.remove();
		for (const line of document.querySelectorAll(".article-footer > p")) {
			const days = [...line.querySelectorAll(":scope > span:has(time)")];
			// Where git tells no day there is only the second one.
			if (days.length > 1) days[0]?.remove();
		}
		// What stays in sight lies where the page was scrolled to, to a part of a point.
		for (const element of document.querySelectorAll<HTMLElement>("main *"))
			if (getComputedStyle(element).position === "sticky") element.style.position = "static";
		for (const code of document.querySelectorAll(".facts code, .timeline code, .lead code")) code.textContent = "TZ-0000-0000";
	});
}

/** A picture of the whole page, without what moves. */
export async function photograph(page: Page): Promise<Buffer> {
	// The header stays at the top of the screen, which would be somewhere in the picture.
	await page.evaluate(() => scrollTo(0, 0));
	await settled(page);
	return page.screenshot({ fullPage: true, animations: "disabled", caret: "hide", scale: "css" });
}
