import type { Browser, Page } from "@playwright/test";
import type { Figure } from "#scripts/lib/figure.ts";
import { percentile } from "../lib/percentile.ts";
import { phone, withBrowser } from "./browser.ts";
import { interactionTimes, type TimedEvent } from "./interactions.ts";
import { withSites } from "./sites.ts";
import { mainThreadTasks, type TraceEvent } from "./tasks.ts";

/** How many times slower the processor is made. */
const slowdown = 4;

/** A quick typist's time between two keys, in ms. */
const keyMs = 90;

const questions = [
	"reset my password",
	"import error",
	"how do i add a user",
	"what is scope 3",
	"invoice",
	"sso login fails",
	"export a report",
	"locked period",
];

interface TypedInto {
	path: string;
	/** Finds the box, opened and ready. */
	box(page: Page): Promise<void>;
}

const searchPage: TypedInto = { path: "/search/", box: (page) => page.locator("main input[type=search]").click() };
const homePage: TypedInto = { path: "/", box: (page) => page.locator("main input[type=search]").click() };
const dialog: TypedInto = {
	path: "/",
	async box(page) {
		await page.locator("button[data-open-modal]").first().click();
		await page.locator("dialog input").first().waitFor();
	},
};
/** A page with nothing but a box: what the machine itself adds. */
const bareBox = { path: "data:text/html,<input type=search>", box: (page: Page) => page.locator("input").click() } satisfies TypedInto;

/**
 * How long the page needs to answer each key while somebody types questions, on a processor four times slower. A machine that others
 * use makes every page slow: the bare box tells by how much, and the processor time of the longest tasks does not count them.
 */
export async function typing(say: (line: string) => void): Promise<Figure[]> {
	return withSites(say, ({ ours, rival }) =>
		withBrowser(async (browser) => {
			const asked = [
				{ name: "typing on the search page", of: ours.name, url: ours.front.url, where: searchPage, goal: true },
				{ name: "typing into the home page's box", of: ours.name, url: ours.front.url, where: homePage, goal: true },
				{ name: "typing into the search dialog", of: rival.name, url: rival.front.url, where: dialog, goal: false },
				{ name: "typing into a bare box", of: "the machine itself", url: "", where: bareBox, goal: false },
			];
			const figures: Figure[] = [];
			for (const { name, of, url, where, goal } of asked) {
				const times = await typeQuestions(browser, url, where, async (page, type) => {
					const devtools = await page.context().newCDPSession(page);
					await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
					const keys = await type();
					await page.waitForTimeout(500);
					return interactionTimes(await page.evaluate(() => (window as unknown as { keyEvents: TimedEvent[] }).keyEvents), keys);
				});
				const tasks = await typeQuestions(browser, url, where, async (page, type) => {
					await browser.startTracing(page, { categories: ["toplevel", "devtools.timeline"] });
					await type();
					return mainThreadTasks((JSON.parse(String(await browser.stopTracing())) as { traceEvents: TraceEvent[] }).traceEvents);
				});
				const [p50, p98] = [percentile(times, 0.5), percentile(times, 0.98)];
				const task = Math.round(slowdown * (tasks[Math.ceil(times.length / 50)] ?? 0));
				say(
					`${of}, ${name}: ${times.length} keys, p50 ${p50} ms, p98 ${p98} ms, slowest ${times.at(-1) ?? NaN} ms; processor time of the longest task ${task} ms`,
				);
				const how = `${of}, processor ${slowdown} times slower`;
				figures.push(
					{ name: `${name}: key to paint, p98 (INP)`, value: p98, unit: "ms", goal: goal ? { op: "<=", value: 50 } : null, of: how },
					{ name: `${name}: key to paint, p50`, value: p50, unit: "ms", goal: null, of: how },
					{
						name: `${name}: longest task but one for each 50 keys, its processor time`,
						value: task,
						unit: "ms",
						goal: goal ? { op: "<=", value: 50 } : null,
						of: how,
					},
				);
			}
			return figures;
		}),
	);
}

/** Opens a page and its box; `use` then lets every question be typed, key by key, and is told how many keys that were. */
async function typeQuestions<T>(
	browser: Browser,
	url: string,
	{ path, box }: TypedInto,
	use: (page: Page, type: () => Promise<number>) => Promise<T>,
): Promise<T> {
	const context = await browser.newContext(phone);
	try {
		const page = await context.newPage();
		await page.addInitScript(watchKeys);
		await page.goto(url + path, { waitUntil: "networkidle" });
		await box(page);
		return await use(page, () => typeInto(page));
	} finally {
		await context.close();
	}
}

async function typeInto(page: Page): Promise<number> {
	for (const question of questions) {
		await page.keyboard.type(question, { delay: keyMs });
		// The words rest, so that they are searched for thoroughly.
		await page.waitForTimeout(900);
		await page.locator("input:focus").evaluate((input: HTMLInputElement) => input.select());
	}
	return questions.join("").length;
}

/** Runs in the page. */
function watchKeys(): void {
	const told: TimedEvent[] = [];
	Object.assign(window, { keyEvents: told });
	new PerformanceObserver((list) => {
		for (const { name, duration, interactionId } of list.getEntries() as (PerformanceEntry & { interactionId: number })[]) {
			if (/^(key|input|beforeinput)/.test(name)) told.push({ interactionId, duration });
		}
	}).observe({ type: "event", durationThreshold: 16, buffered: true } as PerformanceObserverInit);
}
