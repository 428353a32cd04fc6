import { expect, metric, test } from "./fixtures.ts";

test.use({ javaScriptEnabled: false });

test("a vote counts with JavaScript switched off, and asks for reasons", async ({ page, report }) => {
	const before = metric(await report(), "helpfulness").n;
	await page.goto("/reporting/generate-a-report/");
	await page.getByRole("button", { name: "No", exact: true }).click();
	await expect(page.getByRole("heading", { name: "Thank you. Your vote was counted." })).toBeVisible();
	await page.getByLabel("It looks out of date").check();
	await page.getByLabel("Anything else? (optional)").fill("The second picture is old");
	await page.getByRole("button", { name: "Send" }).click();
	await expect(page.getByRole("heading", { name: "Thank you, that helps." })).toBeVisible();
	await page.getByRole("link", { name: "Back to the article" }).click();
	await expect(page).toHaveURL(/generate-a-report/);
	expect(metric(await report(), "helpfulness").n).toBe(before + 1);
});

test("a ticket is filed with JavaScript switched off; a mistake keeps every word", async ({ page, desk }, { project }) => {
	const subject = `No script (${project.name})`;
	await page.goto("/contact/");
	const form = page.locator("[data-contact-form]");
	await form.getByLabel("What is it about?").fill(subject);
	await form.getByLabel("Topic").selectOption("billing-account");
	await form.getByLabel("What happened?").fill("The invoice of October is missing. <b>Please</b> send it again.");
	await form.getByLabel("Your name").fill("Kim Example");
	await form.getByLabel("E-mail").fill("not an address");
	await form.getByLabel("Pictures or files").setInputFiles([{ name: "list.csv", mimeType: "text/csv", buffer: Buffer.from("invoice;date\n7;October\n") }]);
	await form.getByRole("button", { name: "Send message" }).click();
	await expect(page.getByRole("alert").filter({ hasText: "please give an e-mail address" })).toBeVisible();
	await expect(form.getByLabel("What happened?")).toHaveValue("The invoice of October is missing. <b>Please</b> send it again.");
	await expect(form.getByLabel("Topic")).toHaveValue("billing-account");
	await expect(form.getByRole("listitem").filter({ hasText: "list.csv" })).toBeVisible();
	await form.getByLabel("E-mail").fill("kim@customer.example");
	// No person is so quick, and the Worker knows.
	await page.waitForTimeout(2000);
	await form.getByRole("button", { name: "Send message" }).click();
	await expect(page.getByRole("heading", { name: "We have your message." })).toBeVisible();
	await expect(page).toHaveURL(/\/status\/[\w-]{32}/);
	await expect.poll(async () => (await desk()).tickets.filter((ticket) => ticket.data.subject === subject).length).toBe(1);
	expect(JSON.stringify((await desk()).tickets.find(({ data }) => data.subject === subject)?.data)).toContain("list.csv");
});

test("reading and browsing need no JavaScript", async ({ page }) => {
	await page.goto("/");
	await page
		.getByRole("link", { name: /Integrations/ })
		.first()
		.click();
	await page.getByRole("link", { name: /^API/ }).first().click();
	await page
		.getByRole("link", { name: /API errors/ })
		.first()
		.click();
	await page.getByRole("link", { name: /429/ }).first().click();
	await expect(page.getByRole("heading", { name: "Quick answer" })).toBeVisible();
	await expect(page.getByRole("navigation", { name: "Breadcrumb" }).getByRole("link", { name: "API errors" })).toBeVisible();
});

test("a search from the home page lists answers with JavaScript switched off", async ({ page }) => {
	await page.goto("/");
	await page.getByRole("combobox", { name: "Search the help centre" }).fill("forgot my pasword");
	await page.getByRole("button", { name: "Search" }).click();
	await expect(page.getByRole("link", { name: "How do I reset my password?" })).toBeVisible();
});

test("the question on the contact page leads to answers with JavaScript switched off", async ({ page }) => {
	await page.goto("/contact/");
	await page.getByLabel("What do you need help with?").fill("forgot my pasword");
	await page.getByRole("button", { name: "Find an answer" }).click();
	await expect(page).toHaveURL(/\/search\/\?q=/);
	await expect(page.getByRole("link", { name: "How do I reset my password?" })).toBeVisible();
});
