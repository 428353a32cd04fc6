import { chromium, type Browser, type BrowserContextOptions } from "@playwright/test";
import { findChromium } from "#scripts/lib/chromium.ts";

/** A phone of the middle, as Lighthouse takes it. */
export const phone: BrowserContextOptions = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true };

/** Starts the browser of the tests while `use` runs. */
export async function withBrowser<T>(use: (browser: Browser) => Promise<T>): Promise<T> {
	const executablePath = findChromium();
	const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
	try {
		return await use(browser);
	} finally {
		await browser.close();
	}
}
