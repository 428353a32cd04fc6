import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { writeMessage } from "./write-message.ts";

// A network of its own: there is a limit of messages from each.
test.use({ extraHTTPHeaders: { "x-dev-network": "203.0.113.77" } });

const log = { name: "import.log", mimeType: "text/plain", buffer: Buffer.from("row 7: ERR_1005\n") };

/** Sends a message that arrives, but whose answer is lost; the page is open again afterwards, with the draft in it. */
async function loseAnswer(page: Page, subject: string): Promise<void> {
	await page.goto("/contact/");
	await writeMessage(page, subject);
	await page.waitForTimeout(2000);
	await page.route("**/api/tickets", async (route) => {
		await route.fetch();
		await route.abort();
	});
	await page.getByRole("button", { name: "Send message" }).click();
	await expect(page.getByText(/We could not be reached/)).toBeVisible();
	await page.unroute("**/api/tickets");
	await page.reload();
}

function withUs(page: Page) {
	return page.getByRole("alert").filter({ hasText: "Your message is with us already" });
}

test("whatever was edited after a lost answer becomes a note, not a dead end", async ({ page, desk }, { project }) => {
	const subject = `Edited (${project.name})`;
	await loseAnswer(page, subject);
	const form = page.locator("[data-contact-form]");
	await form.getByLabel("What happened?").fill("It was the wrong file, but row 7 is refused still.");
	await form.getByLabel("E-mail").fill("kim@customer.example");
	await form.getByLabel("Everyone in our organisation").check();
	await page.getByRole("button", { name: "Send message" }).click();
	const earlier = withUs(page);
	await expect(earlier).toBeFocused();
	await expect(earlier).toContainText("A note does not change by when we answer: if it is more urgent now, send it on its own.");
	await earlier.getByRole("button", { name: "Add my new words as a note" }).click();
	await expect(page).toHaveURL(/\/status\/[\w-]{32}/);
	for (const words of [
		"What happened: It was the wrong file, but row 7",
		"Who is affected: Everyone in our organisation",
		"My e-mail address: kim@customer.example",
	])
		await expect(page.getByText(words)).toBeVisible();
	await expect.poll(async () => (await desk()).tickets.filter(({ data }) => data.subject === subject).length).toBe(1);
});

test("a file that was added after a lost answer is not left behind in silence", async ({ page, desk }, { project }) => {
	const subject = `Late file (${project.name})`;
	await loseAnswer(page, subject);
	await page.getByLabel("Pictures or files").setInputFiles([log]);
	await expect(page.locator(".file-list li")).toContainText("Added");
	await page.getByRole("button", { name: "Send message" }).click();
	const earlier = withUs(page);
	await expect(earlier).toContainText("A note takes no files: to send yours, send it all on its own.");
	await expect(earlier.getByRole("button", { name: /as a note/ })).toHaveCount(0);
	await earlier.getByRole("button", { name: "It is something new: send it on its own" }).click();
	await expect(page.getByRole("heading", { name: "We have your message." })).toBeVisible();
	const arrived = async () => (await desk()).tickets.filter(({ data }) => data.subject === subject);
	await expect.poll(async () => (await arrived()).length).toBe(2);
	expect(JSON.stringify(await arrived())).toContain("import.log");
});

test("opening the message that arrived keeps the words that did not", async ({ page }, { project }) => {
	await loseAnswer(page, `Opened (${project.name})`);
	const happened = page.locator("[data-contact-form]").getByLabel("What happened?");
	await happened.fill("These words are with nobody yet.");
	await page.getByRole("button", { name: "Send message" }).click();
	await withUs(page).getByRole("link", { name: "Open it" }).click();
	await expect(page.getByRole("heading", { name: "We have your message." })).toBeVisible();
	await page.goto("/contact/");
	await expect(happened).toHaveValue("These words are with nobody yet.");
});

test("what was only asked above the form outlives a reload, and can be discarded", async ({ page }) => {
	await page.goto("/contact/");
	const discard = page.getByRole("button", { name: "Discard them" });
	await expect(discard).toBeHidden();
	await page.getByLabel("What do you need help with?").fill("The export stops. It says ERR_4021 after a minute.");
	const subject = page.locator("[data-contact-form]").getByLabel("What is it about?");
	await expect(subject).toHaveValue("The export stops");
	await page.reload();
	await expect(subject).toHaveValue("The export stops");
	await expect(page.locator("[data-contact-form]").getByLabel("What happened?")).toHaveValue(/ERR_4021/);
	page.on("dialog", (dialog) => void dialog.accept());
	await discard.click();
	await expect(subject).toHaveValue("");
	expect(await page.evaluate(() => localStorage.getItem("contact-draft") ?? "")).not.toContain("ERR_4021");
});

test("nothing goes along that is not shown, and nothing at all when the customer says so", async ({ page, desk }, { project }) => {
	const subject = `On its own (${project.name})`;
	await page.goto("/data-entry/import/fix-rejected-rows/");
	await page.getByRole("region", { name: "Still need help?" }).getByRole("link", { name: "Contact support" }).click();
	await page.getByText("What we send along").click();
	await expect(page.getByText("Came from the article “Why were some rows of my import rejected?”")).toBeVisible();
	await page.getByLabel("What do you need help with?").fill("import rejected ERR_1005");
	await page.getByRole("button", { name: "Not quite" }).first().click();
	await expect(page.getByText(/^Was suggested “/)).toBeVisible();
	await writeMessage(page, subject);
	await page.getByLabel("Send this along").uncheck();
	await page.getByRole("button", { name: "Send message" }).click();
	await expect(page.getByRole("heading", { name: "We have your message." })).toBeVisible();
	const arrived = async () => (await desk()).tickets.filter(({ data }) => data.subject === subject);
	await expect.poll(async () => (await arrived()).length).toBe(1);
	expect((await arrived())[0]?.data).toMatchObject({ trail: [], fromArticle: null, environment: "" });
});

test("a form that a program filled in is not sent at once; a person sends it with one more press", async ({ page }, { project }) => {
	await page.goto("/contact/");
	await writeMessage(page, `Trap (${project.name})`);
	// There is a limit of messages from each address, too.
	await page.locator("[data-contact-form]").getByLabel("E-mail").fill("trap@customer.example");
	await page.locator("[name=leave_empty]").evaluate((field: HTMLInputElement) => (field.value = "https://spam.example"));
	await page.getByRole("button", { name: "Send message" }).click();
	await expect(page.getByText("This looked automatic and was not sent. Please press Send once more.")).toBeVisible();
	await page.getByRole("button", { name: "Send message" }).click();
	await expect(page.getByRole("heading", { name: "We have your message." })).toBeVisible();
});
