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
	// Until there is an answer the list offers popular searches.
	await expect(page.getByRole("group", { name: "Suggestions" })).toBeVisible({ timeout: 20_000 });
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
	await page.evaluate(() => {
		const link = document.createElement("a");
		link.href = "/search/?q=change+my+plan";
		link.textContent = "look";
		document.body.prepend(link);
	});
	await page.getByRole("link", { name: "look" }).click();
	await expect(page.getByRole("status").filter({ hasText: "results for" })).toBeVisible();
	await page.waitForTimeout(1700);
	await page.goto("/privacy/");
	expect([...(await told("search_settled")), ...(await told("page_viewed")).filter(({ path }) => path !== "/privacy/")]).toEqual([]);
});

test("the box is used by keys alone", async ({ page }) => {
	await page.goto("/");
	const box = page.getByRole("combobox", { name: "Search the help centre" });
	const options = page.getByRole("option");
	const active = page.locator("[role=option][aria-selected=true]");
	await box.focus();
	await page.keyboard.type("reset password", { delay: 15 });
	await expect(page.getByRole("status").filter({ hasText: /^\d suggestions?$/ })).toBeVisible();
	await expect(box).toHaveAttribute("aria-expanded", "true");
	await page.keyboard.press("ArrowDown");
	await expect(options.first()).toHaveAttribute("aria-selected", "true");
	await page.keyboard.press("ArrowUp");
	await expect(options.last()).toHaveAttribute("aria-selected", "true");
	await expect(options.last()).toBeInViewport();
	await expect(box).toHaveAttribute("aria-activedescendant", (await active.getAttribute("id")) ?? "");
	await page.keyboard.press("ArrowDown");
	await expect(options.first()).toHaveAttribute("aria-selected", "true");
	await page.keyboard.press("Home");
	await expect(active).toHaveCount(0);
	expect(await box.evaluate((element: HTMLInputElement) => element.selectionStart)).toBe(0);
	await page.keyboard.press("Escape");
	await expect(box).toHaveAttribute("aria-expanded", "false");
	await expect(box).toHaveValue("reset password");
	await page.keyboard.press("Escape");
	await expect(box).toHaveValue("");
	await page.keyboard.type("reset password", { delay: 15 });
	await expect(box).toHaveAttribute("aria-expanded", "true");
	await page.keyboard.press("Tab");
	await expect(box).toHaveAttribute("aria-expanded", "false");
	await box.focus();
	await page.keyboard.press("Enter");
	await expect(page).toHaveURL(/\/search\/\?q=reset\+password$/);
});

test("Enter that ends a composition takes the word and chooses nothing", async ({ page }) => {
	await page.goto("/");
	const box = page.getByRole("combobox", { name: "Search the help centre" });
	await box.focus();
	await page.keyboard.type("reset password", { delay: 15 });
	await expect(page.getByRole("option").first()).toBeVisible();
	await page.keyboard.press("ArrowDown");
	for (const how of [{ isComposing: true }, { keyCode: 229 }]) {
		await box.dispatchEvent("keydown", { key: "Enter", bubbles: true, cancelable: true, ...how });
	}
	await expect(page).toHaveURL(/\/$/);
	await expect(box).toHaveAttribute("aria-expanded", "true");
});

test("an empty box offers recent and popular searches; recent ones can be removed", async ({ page, told }) => {
	await page.goto("/");
	const box = page.getByRole("combobox", { name: "Search the help centre" });
	const recent = page.getByRole("group", { name: "Recent searches" });
	const popular = page.getByRole("group", { name: "Popular searches" });
	await box.focus();
	await expect(popular.getByRole("option").first()).toBeVisible();
	await expect(recent).toHaveCount(0);
	await popular.getByRole("option").first().click();
	await expect(box).toHaveValue(/\w/);
	const first = await box.inputValue();
	await expect(page.getByRole("group", { name: "Suggestions" }).getByRole("option").first()).toBeVisible();
	await box.fill("write to anna@example.com about errors");
	await expect.poll(async () => (await told("search_settled")).map(({ query }) => query)).toEqual([first, "write to [email] about errors"]);
	await page.goto("/privacy/");
	await box.focus();
	await expect(recent.getByRole("option")).toHaveText([/write to \[email\] about errors/, first, "Clear recent searches"].map((text) => new RegExp(text)));
	await expect(popular.getByRole("option").filter({ hasText: first })).toHaveCount(0);
	await page.keyboard.press("ArrowDown");
	await page.keyboard.press("Delete");
	await expect(recent.getByRole("option")).toHaveCount(2);
	await recent.getByRole("option", { name: "Clear recent searches" }).click();
	await expect(recent).toHaveCount(0);
	expect(await page.evaluate(() => localStorage.getItem("recent-searches"))).toBeNull();
});

test("nothing is kept under Global Privacy Control", async ({ page, told }) => {
	await page.addInitScript(() => Object.defineProperty(navigator, "globalPrivacyControl", { value: true }));
	await page.goto("/search/?q=forgot+my+password");
	await expect.poll(async () => (await told("search_settled")).length).toBe(1);
	expect(await page.evaluate(() => localStorage.getItem("recent-searches"))).toBeNull();
});

test("a key leads to the search box, and / can be switched off", async ({ page, hasTouch }) => {
	test.skip(hasTouch, "a phone has no keys");
	await page.goto("/privacy/");
	const box = page.getByRole("combobox", { name: "Search the help centre" });
	await page.keyboard.press("/");
	await expect(box).toBeFocused();
	await expect(box).toHaveValue("");
	await page.keyboard.type("a/b");
	await expect(box).toHaveValue("a/b");
	await box.blur();
	await page.keyboard.press("Control+Shift+K");
	await expect(box).not.toBeFocused();
	await page.keyboard.press("Control+K");
	await expect(box).toBeFocused();
	await page.goto("/search/");
	await page.getByRole("checkbox", { name: "The key / leads to the search box on every page" }).uncheck();
	await page.goto("/privacy/");
	await page.keyboard.press("/");
	await expect(box).not.toBeFocused();
	await page.keyboard.press("Control+K");
	await expect(box).toBeFocused();
});

test("nothing of search is fetched before the box has the focus", async ({ page }) => {
	const fetched: string[] = [];
	page.on("request", (request) => /search-index|pagefind|SearchBox|\/client\./.test(request.url()) && fetched.push(request.url()));
	await page.goto("/");
	await page.waitForLoadState("networkidle");
	expect(fetched).toEqual([]);
	await page.getByRole("combobox", { name: "Search the help centre" }).focus();
	await expect.poll(() => fetched.some((url) => url.includes("search-index"))).toBe(true);
});

test("a slip of the keyboard is named, and one press searches for what is meant", async ({ page }) => {
	await page.goto("/search/?q=forgoten+pasword");
	const meant = page.locator(".did-you-mean").getByRole("button");
	const words = await meant.innerText();
	await meant.click();
	await expect(page.getByRole("searchbox", { name: "Search the help centre" })).toHaveValue(words);
	expect(new URL(page.url()).searchParams.get("q")).toBe(words);
	await expect(page.getByRole("link", { name: "How do I reset my password?" })).toBeVisible();
});

test("a search with filters is an address to share, and Back restores words, filters and results", async ({ page }) => {
	await page.goto("/search/?q=error&category=integrations");
	const box = page.getByRole("searchbox", { name: "Search the help centre" });
	const topic = page.getByRole("combobox", { name: "Topic" });
	const first = page.locator(".results h2 a").first();
	await expect(topic).toHaveValue("integrations");
	await expect(first).toHaveAttribute("href", /^\/integrations\//);
	await page.getByRole("combobox", { name: "Kind" }).selectOption("reference");
	await expect(page).toHaveURL(/\?q=error&category=integrations&type=reference$/);
	await page.getByRole("button", { name: "Reset filters" }).click();
	await expect(page).toHaveURL(/\?q=error$/);
	await expect(topic).toBeFocused();
	await box.fill("change my plan");
	await expect(page).toHaveURL(/\?q=change\+my\+plan$/);
	await box.press("Enter");
	await expect(page.getByRole("status").filter({ hasText: "“change my plan”" })).toBeVisible();
	await page.goBack();
	await expect(box).toHaveValue("error");
	await expect(topic).toHaveValue("");
	await expect(page.getByRole("status").filter({ hasText: "“error”" })).toBeVisible();
	await page.goBack();
	await page.goBack();
	await expect(page).toHaveURL(/\?q=error&category=integrations$/);
	await expect(topic).toHaveValue("integrations");
	await expect(first).toHaveAttribute("href", /^\/integrations\//);
});

test("filters that leave no answer say so, and one press searches without them", async ({ page }) => {
	await page.goto("/search/?q=forgot+my+password&type=release-notes");
	await expect(page.getByText("There are answers to this outside your filters.")).toBeVisible();
	await page.getByRole("button", { name: "Search without filters" }).click();
	await expect(page.getByRole("link", { name: "How do I reset my password?" })).toBeVisible();
	await expect(page).toHaveURL(/\?q=forgot\+my\+password$/);
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

test("a reader whose search has no answer says what they were looking for, and the manager reads it", async ({ page, told, report }) => {
	await page.goto("/search/?q=ferret+grooming+salon");
	const field = page.getByRole("textbox", { name: "Tell us what you were looking for" });
	const send = page.getByRole("button", { name: "Send" });
	await send.click();
	await expect(field).toBeFocused();
	await expect(field).toHaveAccessibleDescription(/Please write a few words first/);
	await field.fill("A salon for my ferret.\nWrite to anna@example.com");
	await send.press("Enter");
	await expect(page.getByText("Thank you.")).toBeFocused();
	await page.goto("/privacy/");
	const [search] = await told("search_settled");
	const text = "A salon for my ferret. Write to [email]";
	expect(await told("search_told")).toMatchObject([{ search: search?.id, text }]);
	await expect.poll(async () => (await report()).zeroResults.flatMap((group) => group.told)).toContain(text);
});

test("search that cannot be loaded says so, offers topics, and is tried again with the next key", async ({ page }) => {
	await page.route("**/search-index/**", (route) => route.abort());
	await page.goto("/");
	const box = page.getByRole("combobox", { name: "Search the help centre" });
	await box.focus();
	await page.keyboard.type("passw", { delay: 15 });
	const failure = page.getByText("Search could not be loaded. It is tried again");
	await expect(failure).toBeVisible();
	await expect(page.locator(".suggestions").getByRole("link", { name: "Integrations" })).toBeVisible();
	await expect(page.locator(".suggestions").getByRole("link", { name: "Contact support" })).toBeVisible();
	await page.unroute("**/search-index/**");
	await page.keyboard.type("ord");
	await expect(page.getByRole("option").first()).toContainText(/password/i);
	await expect(failure).toBeHidden();
});

test("a box whose code could not be loaded is a plain form until the next key", async ({ page }) => {
	await page.route("**/_astro/on-use-box*", (route) => route.abort());
	await page.goto("/");
	const box = page.getByRole("combobox", { name: "Search the help centre" });
	await Promise.all([page.waitForEvent("requestfailed"), box.focus()]);
	await page.unroute("**/_astro/on-use-box*");
	await page.keyboard.type("password", { delay: 60 });
	await expect(page.getByRole("option").first()).toContainText(/password/i);
});

test("the search page says that search could not be loaded and leaves the topics", async ({ page }) => {
	await page.route("**/search-index/**", (route) => route.abort());
	await page.goto("/search/?q=password");
	await expect(page.getByText("Search could not be loaded. It is tried again")).toBeVisible();
	await expect(page.getByRole("navigation", { name: "All topics" })).toBeVisible();
});
