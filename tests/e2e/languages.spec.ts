import { expect, test } from "./fixtures.ts";

test("a reader of another language searches, reads and votes in it", async ({ page }) => {
	await page.goto("/de/");
	const box = page.getByRole("combobox", { name: "Hilfe durchsuchen" });
	await box.click();
	await box.pressSequentially("benuzer verwalten", { delay: 15 });
	await expect(page.getByRole("option").first()).toContainText("Wie kann ich Benutzer hinzufügen, entsperren oder entfernen?");
	await page.keyboard.press("ArrowDown");
	await page.keyboard.press("Enter");
	await expect(page).toHaveURL(/\/de\/admin\/manage-users\//);
	await page.waitForLoadState();
	await page.getByRole("button", { name: "Ja", exact: true }).click();
	await expect(page.getByText("Ihre Stimme ist gezählt")).toBeVisible();
});

test("an article changes its language in place, and says where it is not translated", async ({ page }) => {
	await page.goto("/account-and-billing/reset-your-password/");
	await page.locator(".languages summary").click();
	await page.getByRole("link", { name: "العربية" }).click();
	await expect(page).toHaveURL(/\/ar\/account-and-billing\/reset-your-password\//);
	await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
	expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
	await page.goto("/de/data-entry/data-validation/");
	await expect(page.getByRole("note").first()).toContainText("noch nicht auf Deutsch");
	await expect(page.getByRole("heading", { level: 1 })).toHaveAttribute("lang", "en");
});

test("a search that a language cannot answer is offered in the original one", async ({ page }) => {
	await page.goto("/de/search/?q=carbon+accounting");
	const original = page.getByRole("link", { name: /auf Englisch/ });
	await original.click();
	await expect(page).toHaveURL(/\/search\/\?q=carbon(?:%20|\+)accounting$/);
	await expect(page.getByRole("heading", { level: 2 }).first()).toContainText("How are my emissions calculated?");
});

test("a reader of another language goes from an article to the form, and is told everything in it", async ({ page, context }) => {
	await page.goto("/de/account-and-billing/reset-your-password/");
	await page.locator("section.still").getByRole("link", { name: "Support kontaktieren" }).click();
	await expect(page).toHaveURL(/\/de\/contact\/\?from=account-and-billing\/reset-your-password/);
	const question = page.getByRole("textbox", { name: "Wobei brauchen Sie Hilfe?" });
	await question.pressSequentially("Rechnung herunterladen", { delay: 15 });
	await expect(page.getByRole("heading", { name: "Das könnte helfen" })).toBeVisible();
	await expect(page.getByRole("link", { name: /Den ganzen Artikel lesen/ }).first()).toHaveAttribute("href", /^\/de\//);
	const form = page.locator("[data-contact-form]");
	await expect(form.getByLabel("Thema")).toHaveValue("billing-account");
	await expect(form.getByText("Gewählt, weil Sie „Rechnung“ geschrieben haben.")).toBeVisible();
	await form.getByText("Was wir mitschicken").click();
	await expect(form.getByText("Vom Artikel").or(form.getByText("gelesen")).first()).toBeVisible();
	await form.getByLabel("Ich komme gar nicht weiter").check();
	await form.getByLabel("Alle in unserem Unternehmen").check();
	await expect(form.getByText("Das ist ein Notfall.")).toBeVisible();
	await context.setOffline(true);
	await form.getByRole("button", { name: "Nachricht senden" }).click();
	await expect(form.getByText("Wir senden ihn, sobald Sie wieder online sind")).toBeVisible();
	await context.setOffline(false);
});

test("what was begun in one language goes on in another", async ({ page }) => {
	await page.goto("/contact/");
	await page.getByLabel("What is it about?").fill("Eine Frage");
	await page.locator(".languages summary").click();
	await page.getByRole("link", { name: "Deutsch" }).click();
	await expect(page).toHaveURL(/\/de\/contact\/$/);
	await expect(page.getByLabel("Worum geht es?")).toHaveValue("Eine Frage");
});

test("the form runs from right to left on a phone, and a phone number does not", async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await page.goto("/ar/contact/");
	await page.getByLabel("ما موضوع رسالتك؟").fill("سؤال عن الفاتورة");
	await expect(page.getByRole("combobox", { name: "الموضوع" })).toHaveValue("billing-account");
	await expect(page.getByRole("link", { name: "+1 202 555 0199" }).first()).toHaveAttribute("dir", "ltr");
	await expect(page.getByText("P5 · سؤال أو اقتراح أو إزعاج بسيط.")).toBeVisible();
	expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
});

test.describe("elsewhere", () => {
	test.use({ timezoneId: "Asia/Tokyo" });

	test("the desk's hours are told in the reader's language and time", async ({ page }) => {
		await page.goto("/de/support-policy/");
		await expect(page.getByText("Montag bis Freitag, 09:00 bis 18:00 Uhr")).toBeVisible();
		await expect(page.getByText(/In Ihrer Zeit \(Asia\/Tokyo\) ist das von 1[78]:00 bis 0[23]:00 Uhr am Tag danach/)).toBeVisible();
	});
});

test.describe("without JavaScript", () => {
	test.use({ javaScriptEnabled: false });

	test("search answers in the language of its page", async ({ page }) => {
		await page.goto("/es/search/?q=contraseña");
		await expect(page.getByRole("link", { name: /contraseña/i }).first()).toHaveAttribute("href", /^\/es\//);
	});
});
