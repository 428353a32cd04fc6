import { beside, expect, test } from "./fixtures.ts";

const metrics = ["Deflection rate", "Article helpfulness", "Search success", "Zero-result searches", "Article coverage", "Content freshness", "Time to answer"];

test("the manager signs in with the link and sees all seven metrics; the link works once", async ({ page, signIn, stack, browser }) => {
	await signIn(page);
	await page.goto("/manage");
	for (const name of metrics) await expect(page.getByRole("heading", { level: 3, name })).toBeVisible();
	await expect(page.getByText("n =").first()).toBeVisible();
	await page.getByRole("link", { name: "7 days" }).click();
	await expect(page).toHaveURL(/days=7/);
	await expect(page.getByRole("link", { name: "7 days" })).toHaveAttribute("aria-current", "true");

	const stranger = await (await browser.newContext({ baseURL: stack.url })).newPage();
	const again = await stranger.goto(`/manage/sign-in?code=${stack.signInCode}`);
	expect(again?.status()).toBe(403);
	await expect(stranger.getByText("This sign-in link was already used.")).toBeVisible();
});

for (const path of ["/manage", "/manage/", "/manage.html", "//manage", "/%6danage", "/api/reports/overview"]) {
	test(`a stranger gets 403 at ${path}`, async ({ stack }) => {
		expect((await fetch(stack.url + path, { redirect: "manual" })).status).toBe(403);
	});
}

test("every event-driven metric moves when readers do something", async ({ page, report }) => {
	const counts = async () => {
		const now = await report();
		return { ...Object.fromEntries(now.metrics.map(({ id, n }) => [id, n])), pending: beside(now, "deflection", "pending") } as Record<string, number>;
	};
	/** Does something, and waits until each of these counts is higher than before. */
	async function moves(names: string[], journey: () => Promise<void>): Promise<void> {
		const before = await counts();
		await journey();
		await expect
			.poll(async () => {
				const now = await counts();
				return names.filter((name) => (now[name] ?? 0) <= (before[name] ?? 0));
			})
			.toEqual([]);
	}

	await moves(["search-success", "helpfulness", "time-to-answer"], async () => {
		await page.goto("/search/?q=export+a+report+as+pdf");
		// Time to answer is told in whole seconds.
		await page.waitForTimeout(1200);
		await page.locator(".results h2 a").first().click();
		await expect(page.locator("article h1")).toBeVisible();
		await page.waitForTimeout(1200);
		await page.getByRole("region", { name: "Was this article helpful?" }).getByRole("button", { name: "No" }).click();
		await expect(page.getByText("Your vote was counted")).toBeVisible();
	});
	await moves(["zero-results"], async () => {
		await page.goto("/search/?q=zebra+unicycle+lessons");
		await expect(page.getByRole("heading", { name: "We have no good answer to this yet." })).toBeVisible();
	});
	await moves(["pending"], async () => {
		await page.goto("/contact/?q=change+my+plan");
		await page.getByRole("button", { name: "This solved it" }).first().click();
		await expect(page.getByRole("heading", { name: "Good to hear." })).toBeFocused();
	});
});
