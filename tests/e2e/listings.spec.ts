import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./fixtures.ts";

test("a reader copies a listing with the keyboard, hears of it, and gets the code alone", async ({ page, context }) => {
	await context.grantPermissions(["clipboard-read", "clipboard-write"]);
	await page.goto("/integrations/api/use-the-api/");
	const copy = page.getByRole("button", { name: "Copy" }).first();
	await copy.focus();
	await page.keyboard.press("Enter");
	await expect(page.getByRole("button", { name: "Copied" })).toHaveAttribute("aria-live", "polite");
	expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^read -r ESG_CLIENT_ID\n[\s\S]+\/oauth\/token$/);
	await page.keyboard.press("Tab");
	await expect(page.getByRole("region", { name: "Code: Bash", exact: true })).toBeFocused();
	expect((await new AxeBuilder({ page }).include(".prose").analyze()).violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});

test("listings and tables scroll by themselves on the narrowest phone, in both directions", async ({ page }) => {
	await page.setViewportSize({ width: 320, height: 640 });
	for (const path of ["/integrations/api/use-the-api/", "/ar/integrations/api/use-the-api/", "/ar/data-entry/units-and-conversion/"]) {
		await page.goto(path);
		expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), path).toBeLessThanOrEqual(0);
		const wide = await page.evaluate(
			() => [...document.querySelectorAll(".prose [role=region]")].filter((region) => region.scrollWidth > region.clientWidth).length,
		);
		expect(wide, path).toBeGreaterThan(0);
	}
	await page.goto("/ar/integrations/api/use-the-api/");
	expect(
		await page
			.locator(".prose pre")
			.first()
			.evaluate((pre) => getComputedStyle(pre).direction),
	).toBe("ltr");
});
