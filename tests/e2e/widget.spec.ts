import { readFile } from "node:fs/promises";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import type { BrowserContext, Page, Request } from "@playwright/test";
import { SignJWT } from "jose";
import { manifestPath, siteManifestSchema } from "#contract/site-manifest.ts";
import { outFolder } from "#scripts/lib/paths.ts";
import { expect, test } from "./fixtures.ts";

/** The path, its query and its place: all that a page of a product could give away. */
const secret = "quarter-4711";
const address = `/reports/${secret}?customer=${secret}#${secret}`;

const panel = (page: Page) => page.getByRole("dialog", { name: /ESG Platform/ });
const launcher = (page: Page) => page.getByRole("button", { name: "Help", exact: true });

async function openPanel(page: Page): Promise<void> {
	await launcher(page).click();
	await expect(panel(page)).toBeVisible();
}

/** Everything that the page asks for, with headers and body. */
function listen(context: BrowserContext): Request[] {
	const requests: Request[] = [];
	context.on("request", (request) => requests.push(request));
	return requests;
}

test("answers by keyboard alone, for the page that is open, and tells nobody which page that is", async ({ page, stack, context }) => {
	const requests = listen(context);
	await page.goto(`${stack.product}${address}`);
	await expect(launcher(page)).toBeVisible();
	const before = requests.map((request) => new URL(request.url()).pathname);
	expect(before.filter((path) => !path.startsWith("/reports/"))).toEqual(["/widget.js", "/_widget/en.json"]);

	await launcher(page).focus();
	await page.keyboard.press("Enter");
	await expect(panel(page).getByRole("heading", { name: "For this page" })).toBeVisible();
	await expect(panel(page).getByRole("link", { name: "How do I create an ESG report?" })).toBeVisible();
	const search = panel(page).getByRole("searchbox");
	await expect(search).toBeFocused();

	await page.keyboard.type("invite a colleague");
	await expect(
		panel(page)
			.getByRole("link", { name: /invite/i })
			.first(),
	).toBeVisible();
	// Nothing behind the panel can be reached: focus stays in it, or is with the browser itself.
	for (let pressed = 0; pressed < 25; pressed++) {
		await page.keyboard.press("Tab");
		expect(["TIER-ZERO-HELP", "BODY"]).toContain(await page.evaluate(() => document.activeElement?.tagName));
	}
	await search.focus();
	await page.keyboard.press("Enter");
	await panel(page)
		.getByRole("link", { name: /invite/i })
		.first()
		.focus();
	await page.keyboard.press("Enter");
	await expect(panel(page).getByRole("heading", { level: 1 })).toBeFocused();
	await expect(panel(page).getByRole("heading", { level: 1 })).toHaveText(/invite/i);
	const voted = page.waitForResponse((response) => response.url().endsWith("/api/votes") && response.request().method() === "POST");
	await panel(page).getByRole("button", { name: "Yes", exact: true }).click();
	expect((await voted).status()).toBe(200);
	await expect(panel(page).getByText("Your vote was counted")).toBeVisible();

	await page.keyboard.press("Escape");
	await expect(panel(page)).toBeHidden();
	await expect(launcher(page)).toBeFocused();
	// What was read is there again.
	await page.keyboard.press("Enter");
	await expect(panel(page).getByRole("heading", { level: 1 })).toHaveText(/invite/i);

	await expect.poll(() => requests.some((request) => request.url().endsWith("/api/events"))).toBe(true);
	const told = requests.filter((request) => !request.isNavigationRequest());
	for (const request of told) {
		const headers = await request.allHeaders();
		expect(`${request.url()} ${JSON.stringify(headers)} ${request.postData() ?? ""}`).not.toContain(secret);
		expect(headers["cookie"]).toBeUndefined();
		expect(headers["referer"] ?? stack.url).toContain(stack.url);
	}
	expect(told.map((request) => request.postData() ?? "").join()).not.toContain("Secret quarter");
	expect(await context.cookies()).toEqual([]);
	expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
	expect(await page.evaluate(() => location.hash)).toBe(`#${secret}`);
});

test("takes a message to the desk, with who writes and what they did before", async ({ page, stack, desk }) => {
	const { url: audience } = siteManifestSchema.parse(JSON.parse(await readFile(join(outFolder, manifestPath), "utf8")));
	const identity = await new SignJWT({ email: "kim@customer.example", name: "Kim Example", company: "Customer Ltd", tier: "enterprise" })
		.setProtectedHeader({ alg: "HS256" })
		.setAudience(audience)
		.setExpirationTime("10m")
		.sign(new TextEncoder().encode(stack.identitySecret));
	await page.goto(`${stack.product}/import?data-identity=${identity}`);
	await openPanel(page);
	await panel(page).getByRole("searchbox").fill("rows rejected");
	await panel(page).getByRole("searchbox").press("Enter");
	await panel(page).getByRole("listitem").getByRole("link").first().click();
	await expect(panel(page).getByText("Was this article helpful?")).toBeVisible();
	await panel(page).getByRole("button", { name: "Contact support" }).click();

	await expect(panel(page).getByLabel("Your name")).toHaveValue("Kim Example");
	await expect(panel(page).getByLabel("E-mail")).toHaveValue("kim@customer.example");
	await expect(panel(page).getByText(/A person answers by/)).toBeVisible();
	await panel(page).getByRole("button", { name: "Send message" }).click();
	await expect(panel(page).getByText("please say in a few words what it is about")).toBeVisible();
	const subject = `Rows are refused ${crypto.randomUUID().slice(0, 8)}`;
	await panel(page).getByLabel("What is it about?").fill(subject);
	await panel(page).getByLabel("What happened?").fill("Every row is refused since this morning.");
	await panel(page).getByLabel("Topic").selectOption({ label: "Data entry or import" });
	await panel(page).getByLabel("How badly?").selectOption({ label: "I cannot go on at all" });
	await panel(page).getByText("What we send along").click();
	await expect(panel(page).getByText(/Searched for “rows rejected”/)).toBeVisible();

	// The first answer is lost: the words stay, and the next try asks before it sends.
	await page.route(
		"**/api/tickets",
		async (route) => {
			await route.fetch();
			await route.abort();
		},
		{ times: 1 },
	);
	await panel(page).getByRole("button", { name: "Send message" }).click();
	await expect(panel(page).getByText("Your words are kept here")).toBeVisible();
	await expect(panel(page).getByRole("link", { name: /support@esg-platform.example/ })).toBeVisible();
	await panel(page).getByRole("button", { name: "Send message" }).click();
	await expect(panel(page).getByRole("heading", { name: "Your message is with us" })).toBeVisible();
	await expect(panel(page).getByText(/Reference: TZ-/)).toBeVisible();

	await expect.poll(async () => (await desk()).tickets.filter((ticket) => JSON.stringify(ticket).includes(subject)).length).toBe(1);
	const ticket = (await desk()).tickets.find((each) => JSON.stringify(each).includes(subject));
	expect(JSON.stringify(ticket)).toContain("rows rejected");
	expect(JSON.stringify(ticket)).toContain("widget");
	expect(JSON.stringify(ticket)).toContain("enterprise");
});

test("answers a question in place, and opens the article that it stands on", async ({ page, stack }) => {
	await page.goto(`${stack.product}/`);
	await openPanel(page);
	await panel(page).getByRole("searchbox").fill("How do I reset my password?");
	await panel(page).getByRole("searchbox").press("Enter");
	await expect(panel(page).getByRole("heading", { name: "Answer" })).toBeVisible();
	await expect(panel(page).getByText("Did this help?")).toBeVisible();
	const tabs = page.context().pages().length;
	await panel(page)
		.locator(".answer")
		.getByRole("link", { name: /password/i })
		.first()
		.click();
	await expect(panel(page).getByRole("heading", { level: 1 })).toHaveText(/password/i);
	expect(page.context().pages().length).toBe(tabs);
});

test("stands up to the styles of a hostile page, from right to left", async ({ page, stack }) => {
	await page.goto(`${stack.product}/data/?hostile&data-locale=ar`);
	const button = page.getByRole("button", { name: "مساعدة" });
	await expect(button).toBeVisible();
	const box = await button.boundingBox();
	expect(box?.height).toBeGreaterThanOrEqual(44);
	expect(box?.height).toBeLessThan(80);
	expect(box?.x).toBeLessThan(40);
	await button.click();
	const dialog = page.getByRole("dialog");
	await expect(dialog.getByRole("heading", { name: "لهذه الصفحة" })).toBeVisible();
	expect(await dialog.evaluate((element) => [getComputedStyle(element).direction, getComputedStyle(element).fontSize])).toEqual(["rtl", "16px"]);
	const { width = 0 } = page.viewportSize() ?? {};
	await dialog.evaluate((element) => Promise.all(element.getAnimations().map(({ finished }) => finished)));
	const size = await dialog.boundingBox();
	if (width < 500) expect(size).toMatchObject({ x: 0, y: 0, width });
	else expect(size?.width).toBeLessThan(450);
});

test("explains an element of the page, also one that comes later", async ({ page, stack }) => {
	await page.goto(`${stack.product}/`);
	const mark = page.getByRole("button", { name: "Explain: Scope 3" });
	await expect(mark).toBeVisible();
	await mark.focus();
	await page.keyboard.press("Enter");
	const text = page.getByText("Emissions of your suppliers");
	await expect(text).toBeVisible();
	await expect(mark).toHaveAttribute("aria-expanded", "true");
	await page.keyboard.press("Escape");
	await expect(text).toBeHidden();
	await expect(mark).toBeFocused();
	await page.keyboard.press("Enter");
	await page.getByRole("button", { name: "Read more" }).click();
	await expect(panel(page).getByRole("heading", { level: 1 })).toHaveText("I don't have the number yet. Can I enter an estimate?");
	// Search and the other articles are one step back, although the article was the first to be opened.
	await panel(page).getByRole("button", { name: "Back" }).click();
	await expect(panel(page).getByRole("searchbox")).toBeFocused();
	await page.keyboard.press("Escape");

	await page.evaluate(() => {
		const later = document.createElement("span");
		later.textContent = "Proof";
		later.dataset["help"] = "evidence";
		document.querySelector("#added")?.append(later);
	});
	await expect(page.getByRole("button", { name: "Explain: Proof" })).toBeVisible();
	await page.evaluate(() => document.querySelector("#added span")?.remove());
	await expect(page.getByRole("button", { name: "Explain: Proof" })).toHaveCount(0);
	await page.evaluate(() => (window as unknown as { TierZero: { destroy: () => void } }).TierZero.destroy());
	await expect(page.locator("tier-zero-help, tier-zero-tip")).toHaveCount(0);
});

test("takes its code from the centre, whatever an element of the page is called", async ({ stack, context }) => {
	// The content policy refuses the picture that is planted, which the browser reports as an error of the page.
	const page = await context.newPage();
	const requests = listen(context);
	await page.goto(`${stack.product}/reports/?planted`);
	await openPanel(page);
	await expect(panel(page).getByRole("searchbox")).toBeVisible();
	const code = requests.map((request) => new URL(request.url())).filter(({ pathname }) => /\.js(?:on)?$/.test(pathname));
	expect([...new Set(code.map(({ origin }) => origin))]).toEqual([new URL(stack.url).origin]);
});

test("says kindly on a page of nobody's list that it cannot send, and where messages are taken", async ({ context, stack, desk }) => {
	// The browser reports what is refused as errors of the page.
	const page = await context.newPage();
	const before = (await desk()).tickets.length;
	const told: string[] = [];
	page.on("console", (message) => message.type() === "warning" && told.push(message.text()));
	await page.goto(`${stack.stranger}/`);
	await openPanel(page);
	await panel(page).getByRole("button", { name: "Contact support" }).click();
	await expect(panel(page).getByText("This page cannot send messages to us.")).toBeVisible();
	await expect(panel(page).getByRole("link", { name: "Contact form with room for files" }).first()).toHaveAttribute("href", /\/contact\//);
	// Who runs the page is told in its console what to do.
	expect(told).toEqual([expect.stringContaining(`took no request from ${stack.stranger}. Do: name this origin under origins`)]);
	expect((await desk()).tickets.length).toBe(before);
});

test("has no fault that axe knows of", async ({ page, stack }) => {
	await page.goto(`${stack.product}/reports/`);
	await openPanel(page);
	const check = async () => {
		const { violations } = await new AxeBuilder({ page }).include("tier-zero-help").analyze();
		expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
	};
	await check();
	await panel(page).getByRole("listitem").getByRole("link").first().click();
	await expect(panel(page).getByText("Was this article helpful?")).toBeVisible();
	await check();
	await panel(page).getByRole("button", { name: "Contact support" }).click();
	await expect(panel(page).getByText(/A person answers by/)).toBeVisible();
	await check();
});
