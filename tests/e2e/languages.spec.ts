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

test.describe("without JavaScript", () => {
	test.use({ javaScriptEnabled: false });

	test("search answers in the language of its page", async ({ page }) => {
		await page.goto("/es/search/?q=contraseña");
		await expect(page.getByRole("link", { name: /contraseña/i }).first()).toHaveAttribute("href", /^\/es\//);
	});
});
