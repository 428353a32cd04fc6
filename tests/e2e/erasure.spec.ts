import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./fixtures.ts";
import { writeMessage } from "./write-message.ts";

// A network of its own: there is a limit of messages from each.
test.use({ extraHTTPHeaders: { "x-dev-network": "203.0.113.88" } });

test("a manager erases what a customer wrote, without script; the customer's page says so", async ({ browser, page, signIn, desk, stack }, { project }) => {
	const subject = `To be forgotten (${project.name})`;
	const email = `forget-${project.name}@customer.example`;
	await page.goto("/contact/");
	await writeMessage(page, subject);
	await page.locator("[data-contact-form]").getByLabel("E-mail").fill(email);
	await page.waitForTimeout(2000);
	await page.getByRole("button", { name: "Send message" }).click();
	await expect(page.getByRole("heading", { name: "We have your message." })).toBeVisible();
	await expect(page).toHaveURL(/\/status\/[\w-]{32}/);
	const address = page.url();
	await expect.poll(async () => (await desk()).tickets.filter(({ data }) => data.subject === subject).length).toBe(1);

	await signIn(page);
	const context = await browser.newContext({ baseURL: stack.url, javaScriptEnabled: false, viewport: page.viewportSize() });
	await context.addCookies(await page.context().cookies());
	const manager = await context.newPage();
	await manager.goto("/manage/audit");
	await manager.getByRole("link", { name: "Erase their messages" }).click();
	await manager.getByLabel("Reference or e-mail address").fill(email);
	await manager.getByRole("button", { name: "Show what would go" }).click();
	await expect(manager.getByText("1 message", { exact: true })).toBeVisible();
	expect(manager.url()).not.toContain("forget-");
	await expect(manager.getByRole("cell", { name: /^desk: DESK-/ })).toBeVisible();
	await manager.getByRole("button", { name: "Erase 1 message for good" }).click();
	await expect(manager.getByRole("status").filter({ hasText: "1 message was erased here." })).toBeVisible();
	expect(await manager.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
	await manager.goto("/manage/audit");
	await expect(manager.getByRole("row").filter({ hasText: "erased: TZ-" }).first()).toBeVisible();
	await context.close();

	await page.goto("/manage/erase");
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
	await page.goto(address);
	await expect(page.getByRole("heading", { name: "This message was erased." })).toBeVisible();
	await expect(page.getByText(subject)).toHaveCount(0);
});
