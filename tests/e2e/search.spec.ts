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
	// Who clicks before the script is there gets the vote as a page; this journey is about the vote in place.
	await page.waitForLoadState();
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

test("an answer read in place is counted apart from an opened result", async ({ page, report, told }) => {
	const before = beside(await report(), "search-success", "answered in place");
	await page.goto("/search/?q=change+my+plan");
	await expect(page.getByRole("status").filter({ hasText: "results for" })).toBeVisible();
	await expect(page.locator(".results details[open]")).toHaveCount(0);
	await page.locator(".results details summary").first().click();
	await expect.poll(async () => beside(await report(), "search-success", "answered in place")).toBeGreaterThan(before);
	expect(await told("search_clicked")).toMatchObject([{ position: 1, how: "answered" }]);
});

test("a search counts although its answer comes late", async ({ page, told }) => {
	await page.route("**/search-index/**", async (route) => {
		await new Promise((done) => setTimeout(done, 2500));
		await route.continue();
	});
	await page.goto("/");
	const box = page.getByRole("combobox", { name: "Search the help centre" });
	await box.click();
	await box.pressSequentially("forgot my password", { delay: 15 });
	await expect(page.getByRole("option").first()).toBeVisible();
	await expect.poll(() => told("search_settled")).toMatchObject([{ query: "forgot my password", source: "box" }]);
});

test("the same words after a pause and a click are one search with one click", async ({ page, told }) => {
	await page.clock.install();
	await page.goto("/");
	await page.getByRole("combobox", { name: "Search the help centre" }).click();
	await page.keyboard.type("Change my  plan", { delay: 15 });
	await expect(page.getByRole("option").first()).toBeVisible();
	await page.clock.runFor(2000);
	await page.keyboard.press("Enter");
	await expect(page.getByRole("heading", { level: 1, name: "Search" })).toBeVisible();
	const first = page.locator(".results h2 a").first();
	await expect(first).toBeVisible();
	await page.clock.runFor(60_000);
	await first.click();
	await expect(page.locator("article h1")).toBeVisible();
	await page.goBack();
	await expect(first).toBeVisible();
	await page.clock.runFor(5000);
	const searches = await told("search_settled");
	expect(searches).toMatchObject([{ query: "Change my plan" }]);
	expect(await told("search_clicked")).toMatchObject([{ search: searches[0]?.id, position: 1, how: "opened" }]);
});

test("Enter counts the new words, and other filters are another search", async ({ page, told }) => {
	await page.goto("/search/?q=error");
	await expect(page.getByRole("status").filter({ hasText: "“error”" })).toBeVisible();
	const box = page.getByRole("searchbox", { name: "Search the help centre" });
	await box.fill("import rejected");
	await box.press("Enter");
	await expect(page.getByRole("status").filter({ hasText: "“import rejected”" })).toBeVisible();
	await page.getByRole("combobox", { name: "Kind" }).selectOption("troubleshooting");
	await page.waitForTimeout(1700);
	await page.goto("/privacy/");
	await expect
		.poll(() => told("search_settled"))
		.toMatchObject([{ query: "error" }, { query: "import rejected" }, { query: "import rejected", contentType: "troubleshooting" }]);
});

test("what a manager looks at from the report is nobody's search", async ({ page, signIn, told }) => {
	await signIn(page);
	await page.goto("/manage");
	await page.evaluate(() => document.body.insertAdjacentHTML("afterbegin", '<a href="/search/?q=change+my+plan">look</a>'));
	await page.getByRole("link", { name: "look" }).click();
	await expect(page.getByRole("status").filter({ hasText: "results for" })).toBeVisible();
	await page.waitForTimeout(1700);
	await page.goto("/privacy/");
	expect([...(await told("search_settled")), ...(await told("page_viewed")).filter(({ path }) => path !== "/privacy/")]).toEqual([]);
});

test("Escape closes the suggestions and keeps the words", async ({ page }) => {
	await page.goto("/");
	const box = page.getByRole("combobox", { name: "Search the help centre" });
	await box.click();
	await page.keyboard.type("reset password", { delay: 15 });
	await expect(box).toHaveAttribute("aria-expanded", "true");
	await page.keyboard.press("Escape");
	await expect(box).toHaveAttribute("aria-expanded", "false");
	await expect(box).toHaveValue("reset password");
	await page.keyboard.press("Escape");
	await expect(box).toHaveValue("");
});

test("filters and words are in the address, so that a search can be shared", async ({ page }) => {
	await page.goto("/search/?q=error&category=integrations");
	await expect(page.getByRole("combobox", { name: "Topic" })).toHaveValue("integrations");
	await expect(page.locator(".results h2 a").first()).toHaveAttribute("href", /^\/integrations\//);
	await page.getByRole("combobox", { name: "Kind" }).selectOption("reference");
	await expect(page).toHaveURL(/q=error&category=integrations&type=reference/);
});

test("an address that does not exist searches for its own words; that is nobody's search until a key is pressed", async ({ page, told }) => {
	const response = await page.goto("/old/reset-password.html");
	expect(response?.status()).toBe(404);
	const box = page.getByRole("combobox", { name: "Search the help centre" });
	await expect(box).toHaveValue("old reset password");
	await expect(page.locator("[data-not-found-results]").getByRole("link", { name: "How do I reset my password?" })).toBeVisible();
	await box.click();
	await page.waitForTimeout(1700);
	await expect(page.getByRole("option")).toHaveCount(0);
	await page.goto("/old/reset-password.html");
	await expect.poll(async () => (await told("page_viewed")).length).toBeGreaterThan(0);
	expect(await told("search_settled")).toEqual([]);
	await box.click();
	await page.keyboard.press("End");
	await page.keyboard.type("s", { delay: 15 });
	await expect(page.getByRole("option").first()).toContainText("password");
	await expect.poll(() => told("search_settled")).toMatchObject([{ query: "old reset passwords", source: "not-found" }]);
});

test("search that cannot be loaded says so and leaves the topics", async ({ page }) => {
	await page.route("**/search-index/**", (route) => route.abort());
	await page.goto("/search/?q=password");
	await expect(page.getByText("Search could not be loaded.")).toBeVisible();
	await expect(page.getByRole("navigation", { name: "All topics" })).toBeVisible();
});
