import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

test.use({ serviceWorkers: "allow" });

const article = "/data-entry/add-esg-data/";

/** Paths of everything that the browser keeps of this centre, with their queries. */
function kept(page: Page): Promise<string[]> {
	return page.evaluate(async () => {
		const lists = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
		return lists.flat().map(({ url }) => url.slice(location.origin.length));
	});
}

/** Reads a page until the browser has kept it. */
async function read(page: Page, path: string): Promise<void> {
	await page.goto(path);
	await expect.poll(() => kept(page)).toEqual(expect.arrayContaining([path, expect.stringMatching(/\/offline\/$/)]));
}

function bar(page: Page) {
	return page.locator("[data-kept-bar]");
}

async function searchFor(page: Page, words: string): Promise<void> {
	const box = page.getByRole("combobox", { name: "Search" });
	await box.click();
	await box.pressSequentially(words, { delay: 15 });
}

test("a page that was read comes back whole without a connection, says so, is not counted, and is as before once online", async ({ page, context, told }) => {
	await read(page, article);
	await expect(bar(page)).toBeHidden();
	await expect.poll(async () => (await told("page_viewed")).length).toBe(1);

	await context.setOffline(true);
	await page.goto(`${article}?from=mail`);
	await expect(bar(page)).toContainText(/You are offline\. This is how the page was on \d+ \w+ \d{4} at \d\d:\d\d\./, { useInnerText: true });
	await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
	expect(await page.evaluate(() => document.styleSheets[0]?.cssRules.length)).toBeGreaterThan(50);
	const pictures = page.locator("article img");
	await pictures.first().scrollIntoViewIfNeeded();
	await expect.poll(() => pictures.first().evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
	// Its scripts run as well.
	await page.getByRole("button", { name: "Switch between light and dark" }).click();
	await expect(page.locator("html")).toHaveAttribute("data-theme", /light|dark/);

	await context.setOffline(false);
	await expect(bar(page)).toBeHidden();
	await page.goto("/privacy/");
	await expect.poll(async () => (await told("page_viewed")).map(({ path }) => path)).toEqual([article, "/privacy/"]);
});

test("a page that has changed meanwhile says so once online, and stays until the reader wants the new one", async ({ page, context }) => {
	await read(page, "/privacy/");
	await page.evaluate(async () => {
		const cache = await caches.open((await caches.keys()).find((name) => name.includes("pages")) ?? "");
		const copy = await cache.match("/privacy/");
		await cache.put("/privacy/", new Response((await copy?.text())?.replace("<h1>", "<h1>Earlier: "), copy));
	});
	await context.setOffline(true);
	await page.reload();
	await expect(page.getByRole("heading", { level: 1 })).toContainText("Earlier");
	await context.setOffline(false);
	await expect(bar(page)).toContainText("You are online again, and this page has changed.");
	await bar(page).getByRole("link", { name: "Show it as it is now" }).click();
	await expect(page.getByRole("heading", { level: 1 })).not.toContainText("Earlier");
	await expect(bar(page)).toBeHidden();
});

test("a page that was not read is answered in its language, with what was read", async ({ page, context }) => {
	await read(page, "/de/account-and-billing/reset-your-password/");
	await context.setOffline(true);
	await page.goto("/de/admin/manage-users/");
	await expect(page.getByRole("heading", { level: 1, name: "Sie sind offline." })).toBeVisible();
	await expect(page.getByText("Ihr Text bleibt in diesem Browser gespeichert")).toBeVisible();
	expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
	// By keyboard: pointing at it would make the page ready in advance, on a way that is not cut here.
	await page.getByRole("region", { name: "Seiten, die Sie gelesen haben" }).getByRole("link").first().press("Enter");
	await expect(page).toHaveURL(/\/de\/account-and-billing\/reset-your-password\/$/);
	await expect(bar(page)).toContainText("Sie sind offline. So sah die Seite am", { useInnerText: true });
});

test("who has searched can search for something else without a connection, in the box and on the search page", async ({ page, context }) => {
	await read(page, "/data-entry/");
	await searchFor(page, "import rejected");
	await expect(page.getByRole("option").first()).toBeVisible();
	await expect.poll(() => kept(page), { timeout: 20_000 }).toEqual(expect.arrayContaining(["/search/", expect.stringMatching(/\/fragments\.json$/)]));

	await context.setOffline(true);
	await page.reload();
	await searchFor(page, "forgot my password");
	await expect(page.getByRole("option").first()).toContainText("How do I reset my password?");
	await page.keyboard.press("Enter");
	await expect(page).toHaveURL(/\/search\/\?q=forgot/);
	await expect(page.getByRole("heading", { level: 2 }).first()).toContainText("How do I reset my password?");
	await expect(bar(page)).toBeVisible();
});

test("a message that is being written outlives a lost connection and a reload", async ({ page, context }) => {
	await read(page, "/");
	await page.goto("/contact/");
	const happened = page.locator("[data-contact-form]").getByLabel("What happened?");
	await happened.fill("The export stops after a minute.");
	await context.setOffline(true);
	await page.reload();
	await expect(page.getByRole("heading", { level: 1, name: "You are offline." })).toBeVisible();
	await expect(page.getByText("Your words are kept in this browser")).toBeVisible();
	await context.setOffline(false);
	await page.getByRole("link", { name: "Try again" }).click();
	await expect(happened).toHaveValue("The export stops after a minute.");
});

test("the manager's pages, the contact form and a search are never kept", async ({ page, context, signIn }) => {
	await read(page, "/");
	await signIn(page);
	for (const path of ["/manage", "/contact/", "/search/?q=import"]) await page.goto(path);
	await read(page, "/privacy/");
	expect((await kept(page)).filter((path) => /^\/(?:manage|contact|status|api)|\?/.test(path))).toEqual([]);
	await context.setOffline(true);
	await page.goto("/manage");
	await expect(page.getByRole("heading", { level: 1, name: "You are offline." })).toBeVisible();
});

test("a page that is made ready in advance is counted and kept when it is opened, once", async ({ page, told }) => {
	await read(page, "/privacy/");
	// Browsers that are driven from outside make pages ready only in part, so this one says of itself that nobody sees it.
	await page.addInitScript(() => Object.defineProperty(document, "prerendering", { configurable: true, value: true }));
	await page.goto(article);
	await page.waitForLoadState("networkidle");
	expect([(await told("page_viewed")).length, (await kept(page)).includes(article)]).toEqual([1, false]);
	await page.evaluate(() => {
		Object.defineProperty(document, "prerendering", { value: false });
		document.dispatchEvent(new Event("prerenderingchange"));
	});
	await expect.poll(async () => (await told("page_viewed")).map(({ path }) => path)).toEqual(["/privacy/", article]);
	await expect.poll(() => kept(page)).toContain(article);
});

test("pointing at an article makes it ready", async ({ page, context }) => {
	const rules = page.waitForEvent("requestfinished", (request) => request.url().includes("/speculation."));
	await page.goto("/data-entry/");
	await rules;
	const ready = context.waitForEvent("request", (request) => request.headers()["sec-purpose"]?.startsWith("prefetch") === true);
	await page.getByRole("main").locator("a[href^='/data-entry/']").first().hover();
	expect((await ready).url()).toContain("/data-entry/");
});
