import { beside, expect, metric, test } from "./fixtures.ts";

test("a customer finds the answer in their own words and says that it helped", async ({ page, report }) => {
	const before = await report();
	await page.goto("/");
	const box = page.getByRole("combobox", { name: "Search the help centre" });
	await box.click();
	await box.pressSequentially("forgot my pasword", { delay: 15 });
	await expect(page.getByRole("option").first()).toContainText("How do I reset my password?");
	await page.keyboard.press("ArrowDown");
	await page.keyboard.press("Enter");
	await expect(page.getByRole("heading", { level: 1, name: "How do I reset my password?" })).toBeVisible();
	const feedback = page.getByRole("region", { name: "Was this article helpful?" });
	await feedback.getByRole("button", { name: "Yes" }).click();
	await expect(feedback.getByText("Your vote was counted")).toBeVisible();
	const reasons = feedback.getByRole("group", { name: "Good to hear. What helped?" });
	await reasons.getByLabel("It was easy to follow").check();
	await feedback.getByRole("textbox", { name: "Anything else? (optional)" }).fill("Worked at once");
	await feedback.getByRole("button", { name: "Send" }).click();
	await expect(feedback.getByText("Thank you, that helps.")).toBeVisible();
	await expect.poll(async () => metric(await report(), "search-success").n).toBeGreaterThan(metric(before, "search-success").n);
	expect(metric(await report(), "helpfulness").n).toBe(metric(before, "helpfulness").n + 1);
});

test("a search without an answer says so, offers ways on, and is in the manager's report seconds later", async ({ page, signIn, report }, { project }) => {
	const words = `ferret grooming salon ${project.name}`;
	const before = metric(await report(), "zero-results").n;
	await page.goto(`/search/?q=${encodeURIComponent(words)}`);
	await expect(page.getByRole("status").filter({ hasText: `No good answer for “${words}”` })).toBeVisible();
	await expect(page.getByRole("heading", { name: "We have no good answer to this yet." })).toBeVisible();
	await expect(page.getByRole("link", { name: "Ask a person" })).toHaveAttribute("href", `/contact/?q=${encodeURIComponent(words)}`);
	await expect.poll(async () => metric(await report(), "zero-results").n).toBeGreaterThan(before);
	await signIn(page);
	await page.goto("/manage");
	await expect(page.getByRole("table", { name: "Searches without an answer" }).getByRole("rowheader", { name: words })).toBeVisible();
});

test("an answer read in place is counted apart from an opened result", async ({ page, report }) => {
	const before = beside(await report(), "search-success", "answered in place");
	await page.goto("/search/?q=change+my+plan");
	await expect(page.getByRole("status").filter({ hasText: "results for" })).toBeVisible();
	await page.locator(".results details:not([open]) summary").first().click();
	await expect.poll(async () => beside(await report(), "search-success", "answered in place")).toBe(before + 1);
});

test("filters and words are in the address, so that a search can be shared", async ({ page }) => {
	await page.goto("/search/?q=error&category=integrations");
	await expect(page.getByRole("combobox", { name: "Topic" })).toHaveValue("integrations");
	await expect(page.locator(".results h2 a").first()).toHaveAttribute("href", /^\/integrations\//);
	await page.getByRole("combobox", { name: "Kind" }).selectOption("reference");
	await expect(page).toHaveURL(/q=error&category=integrations&type=reference/);
});

test("an address that does not exist searches for its own words", async ({ page }) => {
	const response = await page.goto("/old/reset-password.html");
	expect(response?.status()).toBe(404);
	const box = page.getByRole("combobox", { name: "Search the help centre" });
	await expect(box).toHaveValue("old reset password");
	await box.click();
	await expect(page.getByRole("option").first()).toContainText("password");
});

test("search that cannot be loaded says so and leaves the topics", async ({ page }) => {
	await page.route("**/search-index/**", (route) => route.abort());
	await page.goto("/search/?q=password");
	await expect(page.getByText("Full search could not be loaded.")).toBeVisible();
	await expect(page.getByRole("navigation", { name: "All topics" })).toBeVisible();
});
