import { expectFocusSeen, tabTo } from "./focus.ts";
import { expect, test } from "./fixtures.ts";

// A network of its own: there is a limit of votes and messages from each.
test.use({ extraHTTPHeaders: { "x-dev-network": "198.51.100.77" } });

test("by keyboard alone a reader finds an answer from the home page, reads it, and votes with a reason", async ({ page }) => {
	await page.goto("/");
	await tabTo(page, page.getByRole("link", { name: "Skip to the content" }), 1);
	const box = page.getByRole("combobox", { name: "Search the help centre" });
	await tabTo(page, box);
	await page.keyboard.type("reset password", { delay: 15 });
	await expect(page.getByRole("status").filter({ hasText: /^\d suggestions?$/ })).toBeVisible();
	await page.keyboard.press("ArrowDown");
	await expect(page.locator("[role=option][aria-selected=true]")).toBeInViewport();
	await expectFocusSeen(page);
	await page.keyboard.press("Enter");
	await expect(page.getByRole("heading", { level: 1, name: "How do I reset my password?" })).toBeVisible();
	await page.waitForLoadState();

	await tabTo(page, page.getByRole("link", { name: "Skip to the content" }), 1);
	await page.keyboard.press("Enter");
	await expect(page.getByRole("main")).toBeFocused();
	const feedback = page.getByRole("region", { name: "Was this article helpful?" });
	await tabTo(page, feedback.getByRole("button", { name: "No" }));
	await page.keyboard.press("Space");
	await expect(feedback.getByRole("status")).toContainText("counted");
	await expectFocusSeen(page);
	await tabTo(page, feedback.getByLabel("The steps were hard to follow"), 6);
	await page.keyboard.press("Space");
	await expect(feedback.getByLabel("The steps were hard to follow")).toBeChecked();
	await tabTo(page, feedback.getByRole("textbox"), 8);
	await page.keyboard.type("Which button is it?");
	await tabTo(page, feedback.getByRole("button", { name: "Send" }), 1);
	await page.keyboard.press("Enter");
	await expect(feedback.getByRole("status")).toBeFocused();
	await expect(feedback.getByRole("status")).toContainText("Thank you");
	await expectFocusSeen(page);
});

test("by keyboard alone results are narrowed, widened again, and opened", async ({ page }) => {
	await page.goto("/search/");
	const topic = page.getByRole("combobox", { name: "Topic" });
	await expect(topic).toBeVisible();
	await tabTo(page, page.getByRole("searchbox", { name: "Search the help centre" }));
	await page.keyboard.type("import error");
	await page.keyboard.press("Enter");
	const said = page.getByRole("status").filter({ hasText: "results for" });
	await expect(said).toBeVisible();
	const all = await said.textContent();
	await page.getByRole("searchbox", { name: "Search the help centre" }).focus();
	await tabTo(page, topic, 3);
	await page.keyboard.press("ArrowDown");
	await page.keyboard.press("ArrowDown");
	await expect(topic).not.toHaveValue("");
	await expect(said).not.toHaveText(all ?? "");
	await expectFocusSeen(page);
	await tabTo(page, page.getByRole("button", { name: "Reset filters" }), 3);
	await page.keyboard.press("Enter");
	await expect(topic).toBeFocused();
	await expect(said).toHaveText(all ?? "");
	await expectFocusSeen(page);
	await tabTo(page, page.locator(".results h2 a").first(), 6);
	await page.keyboard.press("Enter");
	await expect(page.locator("article h1")).toBeVisible();
});

test("by keyboard alone a message with a file is sent from an article, and its mistakes are found", async ({ page, desk }, { project }) => {
	const subject = `By keyboard (${project.name})`;
	await page.goto("/getting-started/first-login/");
	await tabTo(page, page.getByRole("region", { name: "Still need help?" }).getByRole("link", { name: "Contact support" }));
	await page.keyboard.press("Enter");
	const form = page.locator("[data-contact-form]");
	await expect(form).toBeVisible();
	await page.waitForLoadState();
	await tabTo(page, form.getByRole("button", { name: "Send message" }));
	await page.keyboard.press("Enter");
	const mistakes = page.getByRole("alert").filter({ hasText: "Your message was not sent yet" });
	await expect(mistakes).toBeFocused();
	await expectFocusSeen(page);
	await tabTo(page, mistakes.getByRole("link").first(), 1);
	await page.keyboard.press("Enter");
	await expect(form.getByLabel("What is it about?")).toBeFocused();
	await expectFocusSeen(page);
	await page.keyboard.type(subject);
	await tabTo(page, form.getByLabel("Topic"));
	await page.keyboard.type("Data");
	await tabTo(page, form.getByLabel("What happened?"));
	await page.keyboard.type("Every row was refused.");
	const files = form.getByLabel("Pictures or files");
	await tabTo(page, files);
	const chosen = page.waitForEvent("filechooser");
	await page.keyboard.press("Enter");
	await (await chosen).setFiles([{ name: "import.log", mimeType: "text/plain", buffer: Buffer.from("row 7\n") }]);
	await expect(form.locator(".file-list li").filter({ hasText: "import.log" })).toContainText("Added");
	await expect(files).toBeFocused();
	await tabTo(page, form.getByLabel("Your name"));
	await page.keyboard.type("Robin Example");
	await tabTo(page, form.getByLabel("E-mail"));
	await page.keyboard.type("robin@customer.example");
	await tabTo(page, form.getByRole("button", { name: "Send message" }));
	await page.keyboard.press("Enter");
	await expect(page.getByRole("heading", { name: "We have your message." })).toBeVisible();
	await tabTo(page, page.getByRole("link", { name: "Skip to the content" }), 1);
	await tabTo(page, page.getByLabel("Your note"));
	await expect.poll(async () => (await desk()).tickets.filter(({ data }) => data.subject === subject).length).toBe(1);
});

test("by keyboard alone a picture is enlarged and left, the theme switched, and the language changed", async ({ page }) => {
	await page.goto("/data-entry/add-esg-data/");
	const theme = page.getByRole("button", { name: "Switch between light and dark" });
	await tabTo(page, theme);
	await page.keyboard.press("Enter");
	await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
	await expect(theme).toBeFocused();
	await expectFocusSeen(page);

	const picture = page.locator("a[data-zoom]").first();
	await tabTo(page, picture);
	await page.keyboard.press("Enter");
	await expect(page.getByRole("dialog").getByRole("button", { name: "Close" })).toBeFocused();
	await expectFocusSeen(page);
	await page.keyboard.press("Escape");
	await expect(page.getByRole("dialog")).toHaveCount(0);
	await expect(picture).toBeFocused();
	await expectFocusSeen(page);

	await page.goto("/data-entry/add-esg-data/");
	await tabTo(page, page.locator(".languages summary"));
	await page.keyboard.press("Enter");
	await tabTo(page, page.getByRole("link", { name: "العربية" }), 4);
	await page.keyboard.press("Enter");
	await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
	await tabTo(page, page.getByRole("link", { name: "الانتقال إلى المحتوى" }), 1);
});

test("by keyboard alone a manager narrows the report and asks how a figure is counted", async ({ page, signIn }) => {
	await signIn(page);
	await page.goto("/manage?days=7");
	await tabTo(page, page.locator("summary").filter({ hasText: "Filter" }));
	await page.keyboard.press("Enter");
	await tabTo(page, page.getByLabel("Category"), 24);
	await page.keyboard.type("Reporting");
	await tabTo(page, page.getByRole("button", { name: "Show", exact: true }), 8);
	await page.keyboard.press("Enter");
	await expect(page).toHaveURL(/category=reporting/);
	await tabTo(page, page.getByRole("button", { name: /^How it is counted/ }).first());
	await expect(page.locator("[popover]:popover-open")).toBeVisible();
	await page.keyboard.press("Escape");
	await expect(page.locator("[popover]:popover-open")).toHaveCount(0);
	await expectFocusSeen(page);
});
