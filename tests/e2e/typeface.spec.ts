import { expect, test } from "./fixtures.ts";

test("a first page is read without the typeface, and the next one has it", async ({ page }) => {
	const fonts: string[] = [];
	page.on("request", (request) => request.resourceType() === "font" && fonts.push(request.url()));
	const typeface = () => page.evaluate(() => getComputedStyle(document.body).fontFamily.split(",")[0]?.trim());

	await page.goto("/");
	await expect.poll(() => page.evaluate(() => localStorage.getItem("typeface"))).toBe("here");
	expect(await typeface()).toBe('"Like Inter"');
	expect(fonts).toHaveLength(1);

	await page.goto("/getting-started/");
	expect(await typeface()).toBe("Inter");
});
