import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

// A network of its own: there is a limit of messages from each.
test.use({ extraHTTPHeaders: { "x-dev-network": "198.51.100.7" } });

async function expectAccessible(page: Page): Promise<void> {
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`)).toEqual([]);
}

/** Presses Tab until something has the focus; fails when it never has. */
async function tabTo(page: Page, name: string, most = 60): Promise<void> {
	for (let pressed = 0; pressed < most; pressed++) {
		await page.keyboard.press("Tab");
		const found = await page.evaluate((wanted) => {
			const element = document.activeElement;
			const label =
				element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement
					? element.labels?.[0]?.textContent
					: element?.textContent;
			return (label ?? "").includes(wanted);
		}, name);
		if (found) return;
	}
	throw new Error(`Tab never led to “${name}”`);
}

test("with the keyboard only: the form is the next stop after asking, and a message is sent", async ({ page, desk }, { project }) => {
	const subject = `Keyboard (${project.name})`;
	await page.goto("/contact/");
	await tabTo(page, "What do you need help with?");
	await page.keyboard.type("change my plan");
	await expect(page.getByRole("heading", { name: "This may answer it" })).toBeVisible();
	await page.keyboard.press("Tab");
	await expect(page.getByRole("button", { name: "Find an answer" })).toBeFocused();
	await page.keyboard.press("Tab");
	await expect(page.getByRole("link", { name: "Go to the form" })).toBeFocused();
	await page.keyboard.press("Enter");
	await tabTo(page, "What is it about?");
	await page.keyboard.press("Control+A");
	await page.keyboard.type(subject);
	await tabTo(page, "What happened?");
	await page.keyboard.type("I cannot find where to change it.");
	await tabTo(page, "Topic");
	await page.keyboard.type("Billing");
	await tabTo(page, "Only me");
	await page.keyboard.press("ArrowDown");
	await tabTo(page, "Your name");
	await page.keyboard.type("Robin Example");
	await page.keyboard.press("Tab");
	await page.keyboard.type("robin@customer.example");
	await tabTo(page, "Send message");
	await page.keyboard.press("Enter");
	await expect(page.getByRole("heading", { name: "We have your message." })).toBeVisible();
	await expect.poll(async () => (await desk()).tickets.filter(({ data }) => data.subject === subject).length).toBe(1);
});

for (const theme of ["light", "dark"] as const) {
	test(`contact page, confirmation and policy have no accessibility faults (${theme})`, async ({ page }, { project }) => {
		await page.emulateMedia({ colorScheme: theme });
		await page.goto("/contact/?q=change+my+plan");
		await expect(page.getByRole("heading", { name: "This may answer it" })).toBeVisible();
		await page.getByLabel("Pictures or files").setInputFiles([
			{ name: "a.log", mimeType: "text/plain", buffer: Buffer.from("words") },
			{ name: "b.log", mimeType: "text/plain", buffer: Buffer.alloc(0) },
		]);
		await expect(page.locator(".file-list li").filter({ hasText: "a.log" })).toContainText("Added");
		await page.getByLabel("Everyone in our organisation").check();
		await page.getByText("What we send along").click();
		await expectAccessible(page);
		await page.getByRole("button", { name: "Send message" }).click();
		await expect(page.getByRole("alert").filter({ hasText: "Your message was not sent yet" })).toBeFocused();
		await expectAccessible(page);

		const form = page.locator("[data-contact-form]");
		await form.getByLabel("What is it about?").fill(`Looks (${project.name}, ${theme})`);
		await form.getByLabel("Topic").selectOption("other");
		await form.getByLabel("What happened?").fill("Something happened, and it is written here.");
		await form.getByLabel("Your name").fill("Robin Example");
		await form.getByLabel("E-mail").fill("robin@customer.example");
		await form.getByRole("button", { name: "Send message" }).click();
		await expect(page.getByRole("heading", { name: "We have your message." })).toBeVisible();
		await expectAccessible(page);
		await page.goto("/support-policy/");
		await expectAccessible(page);
	});
}

test("the way to the form stays in view while suggestions are read", async ({ page }) => {
	await page.goto("/contact/?q=change+my+plan");
	await page.getByRole("button", { name: "Not quite" }).first().scrollIntoViewIfNeeded();
	await page.locator(".suggested li").last().scrollIntoViewIfNeeded();
	await expect(page.getByRole("link", { name: "Go to the form" })).toBeInViewport({ ratio: 1 });
});

test("the page of promises says hours, times and what counts as what, as configured", async ({ page }) => {
	await page.goto("/contact/");
	await page.getByRole("link", { name: "Hours and promises" }).click();
	await expect(page.getByRole("heading", { level: 1, name: "What support promises" })).toBeVisible();
	await expect(page.getByText("Monday to Friday, 09:00 to 18:00")).toBeVisible();
	const answers = page.getByRole("region", { name: "Time to the first answer, by priority and plan" });
	await expect(answers.getByRole("row", { name: /^Enterprise/ })).toHaveText(/Enterprise\s*7 min\s*30 min\s*2 h\s*4 h\s*12 h/);
	await expect(answers.getByRole("row", { name: /^Free/ })).toHaveText(/Free\s*4 h\s*4 h\s*16 h\s*32 h\s*96 h/);
	await expect(answers.getByRole("row", { name: /^Counted/ })).toHaveText(/Counted\s*day and night\s*day and night\s*open hours/);
	await expect(page.getByRole("region", { name: "What counts as which priority" }).getByRole("row", { name: /I cannot go on/ })).toHaveText(/P3\s*P2\s*P1/);
	await expect(page.getByRole("heading", { name: "If we are late" })).toBeVisible();
});

test.describe("elsewhere", () => {
	test.use({ timezoneId: "Asia/Tokyo" });
	test("the desk's hours are told in the reader's time too", async ({ page }) => {
		await page.goto("/support-policy/");
		await expect(page.getByText(/In your time \(Asia\/Tokyo\) that is 1[78]:00 to 0[23]:00 on the day after/)).toBeVisible();
	});
});
