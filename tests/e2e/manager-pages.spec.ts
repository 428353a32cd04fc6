import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./fixtures.ts";

const pages = [
	["/manage", "Report"],
	["/manage/search", "Search"],
	["/manage/articles", "Articles"],
	["/manage/contact", "Contact and deflection"],
	["/manage/freshness", "Freshness"],
	["/manage/handoffs", "Hand-offs"],
	["/manage/audit", "Audit log"],
] as const;

test("every page of the report opens from its tab, fits its screen, and axe finds nothing in either theme", async ({ page, signIn }) => {
	test.setTimeout(180_000);
	await signIn(page);
	for (const [path, heading] of pages) {
		await page.goto(path);
		await expect(page.getByRole("heading", { level: 1, name: heading, exact: true })).toBeVisible();
		await expect(page.getByRole("navigation", { name: "Report" }).locator('[aria-current="page"]')).toHaveAttribute("href", new RegExp(`^${path}(\\?|$)`));
		expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${path} is wider than the screen`).toBeLessThanOrEqual(0);
		for (const theme of ["light", "dark"]) {
			await page.evaluate((name) => (document.documentElement.dataset["theme"] = name), theme);
			const { violations } = await new AxeBuilder({ page }).analyze();
			expect(violations.map(({ id, nodes }) => `${path} ${theme} ${id}: ${nodes[0]?.html}`)).toEqual([]);
		}
	}
});

test("a filter stays in the address from page to page, and needs no script", async ({ browser, page, signIn, stack }) => {
	await signIn(page);
	const context = await browser.newContext({ baseURL: stack.url, javaScriptEnabled: false });
	await context.addCookies(await page.context().cookies());
	const plain = await context.newPage();
	await plain.goto("/manage/freshness?days=7");
	await plain.locator("summary").filter({ hasText: "Filter" }).click();
	await plain.getByLabel("Category").selectOption("reporting");
	await plain.getByRole("button", { name: "Show" }).click();
	await expect(plain).toHaveURL(/\/manage\/freshness\?days=7&.*category=reporting/);
	await plain.getByRole("link", { name: "Hand-offs", exact: true }).click();
	await expect(plain).toHaveURL(/\/manage\/handoffs\?days=7&category=reporting$/);
	await expect(plain.locator("summary").filter({ hasText: "Filter: reporting" })).toHaveCount(1);
	await plain.getByRole("button", { name: "How it is counted: Given up" }).click();
	await expect(plain.getByText("Hand-overs that a desk refused")).toBeVisible();
	await context.close();
});

test("a chart is walked with the keyboard, and a definition shows when its sign is reached", async ({ page, signIn }) => {
	await signIn(page);
	await page.goto("/manage/handoffs?days=7");
	const walk = page.getByRole("slider", { name: "Walk through the days: What became of messages" });
	await walk.focus();
	await page.keyboard.press("Home");
	const first = await walk.getAttribute("aria-valuetext");
	expect(first).toMatch(/^\d+ \w{3} \d{4}, Handed over: \d+, Waiting: \d+, Given up: \d+$/);
	await page.keyboard.press("ArrowRight");
	await expect(walk).not.toHaveAttribute("aria-valuetext", first ?? "");
	await expect(page.locator(".readout")).toContainText("Given up:");
	await page.keyboard.press("Escape");
	await expect(page.locator(".readout")).toBeHidden();

	const definition = page.getByText("Age of the oldest hand-over that waits.");
	await page.getByRole("link", { name: "Waits the longest" }).focus();
	await page.keyboard.press("Tab");
	await expect(definition).toBeVisible();
	await page.keyboard.press("Escape");
	await expect(definition).toBeHidden();
});

test("a list is downloaded as CSV, and on paper only the figures are left", async ({ page, signIn }) => {
	await signIn(page);
	await page.goto("/manage?days=7");
	const coming = page.waitForEvent("download");
	await page.getByRole("link", { name: "CSV: Overdue reviews by owner" }).click();
	expect((await coming).suggestedFilename()).toMatch(/^overview-overdue-.*\.csv$/);

	await page.emulateMedia({ media: "print", colorScheme: "dark" });
	await expect(page.getByRole("heading", { level: 2, name: /^Overdue reviews by owner/ })).toBeVisible();
	for (const hidden of [page.locator(".report-tabs"), page.locator(".report-filter"), page.locator(".export").first(), page.getByRole("banner")])
		await expect(hidden).toBeHidden();
	expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe("light");
});

test("who runs the centre leaves their own reading out, until they let it count again", async ({ page, signIn, told }) => {
	await signIn(page);
	const sent = () => page.evaluate(() => (JSON.parse(localStorage.getItem("told") ?? "[]") as { staff?: boolean }[]).map(({ staff }) => staff ?? null));
	const read = async () => {
		const before = (await sent()).length;
		await page.goto("/reporting/", { referer: "" });
		await expect.poll(async () => (await sent()).length).toBeGreaterThan(before);
	};
	await page.goto("/manage");
	const box = page.getByRole("checkbox", { name: "Do not count my own reading in this browser" });
	await box.check();
	await expect(page.getByRole("status").filter({ hasText: "is left out" })).toBeVisible();
	await read();
	await page.goto("/manage");
	await expect(box).toBeChecked();
	await box.uncheck();
	await read();
	expect(await sent()).toEqual([true, null]);
	expect(await told("page_viewed")).toHaveLength(2);
});

for (const [script, article] of [
	[true, "/admin/audit-log/"],
	[false, "/admin/system-settings/"],
] as const)
	test(`who works through the inbox is told what a button did, ${script ? "with" : "without"} script`, async ({ browser, page, signIn, stack }) => {
		await page.goto(article);
		await page.waitForLoadState();
		const title = await page.getByRole("heading", { level: 1 }).innerText();
		const feedback = page.getByRole("region", { name: "Was this article helpful?" });
		await feedback.getByRole("button", { name: "No" }).click();
		await feedback.getByLabel("Something is missing").check();
		await feedback.getByRole("button", { name: "Send" }).click();
		await expect(feedback.getByText("Thank you, that helps.")).toBeVisible();

		await signIn(page);
		const context = await browser.newContext({ baseURL: stack.url, javaScriptEnabled: script, viewport: page.viewportSize() });
		await context.addCookies(await page.context().cookies());
		const desk = await context.newPage();
		await desk.goto("/manage/articles?days=7");
		await desk.getByRole("button", { name: `Start: Something is missing, ${title}` }).click();
		await expect(desk).toHaveURL(/\/manage\/articles\?days=7&settled=[^&]+#settled$/);
		const said = desk.getByRole("status").filter({ hasText: `In progress: Something is missing, ${title}` });
		await expect(said).toBeFocused();
		await said.getByRole("link", { name: "Show it in the list" }).press("Enter");
		const row = desk.getByRole("row").filter({ hasText: title }).filter({ hasText: "In progress" });
		await expect(row).toBeFocused();
		await expect(row).toBeInViewport();
		await context.close();
	});

test("every tab of the report is in sight, and a phone shows the first rows of a long list until it is asked for all", async ({ page, signIn }, info) => {
	await signIn(page);
	await page.goto("/manage/audit");
	for (const tab of await page.getByRole("navigation", { name: "Report" }).getByRole("link").all()) await expect(tab).toBeInViewport({ ratio: 1 });
	await page.goto("/manage/freshness?days=7");
	const list = page.locator('[data-table="coverage"]');
	const rows = list.locator("tbody tr");
	const shown = () => rows.filter({ visible: true }).count();
	const all = await rows.count();
	expect(all).toBeGreaterThan(8);
	expect(await shown()).toBe(info.project.name === "phone" ? 5 : all);
	if (info.project.name === "phone") await list.getByText(`Show all ${all}`).click();
	expect(await shown()).toBe(all);
});

test("today stands apart in a chart: it is not over", async ({ page, signIn }) => {
	await signIn(page);
	await page.goto("/manage/handoffs?days=7");
	const chart = page.locator('[data-chart="handovers"]');
	await expect(chart.getByText(/^\d+ \w+: not over yet$/)).toBeVisible();
	await expect(chart.locator("rect.open")).toHaveCount(1);
	const walk = chart.getByRole("slider");
	await walk.focus();
	await page.keyboard.press("End");
	await expect(walk).toHaveAttribute("aria-valuetext", /, not over yet, Handed over: \d+/);
});
