import { expect, test } from "./fixtures.ts";

test("a writer reads from chapter to chapter, copies an example, and is not counted", async ({ page, context, told }) => {
	await context.grantPermissions(["clipboard-read", "clipboard-write"]);
	await page.goto("/writers/");
	await page.getByRole("link", { name: "Components" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "Components" })).toBeVisible();

	const example = page.getByRole("group", { name: "Example of Note" });
	await expect(example.getByRole("complementary", { name: "Note" })).toBeVisible();
	await example.getByRole("button", { name: "Copy" }).click();
	await expect(example.getByRole("button", { name: "Copied" })).toBeVisible();
	expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("<Note>\n\nA new supplier is seen by everybody in your organisation.\n\n</Note>");

	await page.getByRole("navigation", { name: "Chapters before and after" }).getByRole("link", { name: /Next/ }).click();
	await expect(page.getByRole("heading", { level: 1, name: "Pictures and films" })).toBeVisible();

	// What a customer's page tells arrives; the guide's pages have told nothing.
	await page.goto("/privacy/");
	await expect.poll(async () => (await told("page_viewed")).map(({ path }) => path)).toEqual(["/privacy/"]);
});

test("a copy that the browser refuses says so, and the source is still there", async ({ page }) => {
	await page.addInitScript(() => {
		Object.defineProperty(navigator, "clipboard", { value: { writeText: () => Promise.reject(new Error("refused")) } });
	});
	await page.goto("/writers/components/");
	const example = page.getByRole("group", { name: "Example of Tip" });
	await example.getByRole("button", { name: "Copy" }).click();
	await expect(example.getByRole("button", { name: "Not allowed: please copy by hand" })).toBeVisible();
	await expect(example.getByText("<Tip>")).toBeVisible();
});

test.describe("without JavaScript", () => {
	test.use({ javaScriptEnabled: false });

	test("every example and its source is there, and no button that does nothing", async ({ page }) => {
		await page.goto("/writers/components/");
		const example = page.getByRole("group", { name: "Example of Steps and Step" });
		await expect(example.getByRole("heading", { name: "Add the supplier" })).toBeVisible();
		await expect(example.getByText('<Step title="Add the supplier">')).toBeVisible();
		await expect(page.getByRole("button", { name: "Copy" })).toHaveCount(0);
		await page.getByRole("navigation", { name: "Breadcrumb" }).getByRole("link", { name: "Writers' guide" }).click();
		await expect(page.getByRole("heading", { level: 1, name: "Writers' guide" })).toBeVisible();
	});
});
