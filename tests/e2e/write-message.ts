import type { Page } from "@playwright/test";

/** Fills in the contact form, all but sending it. Its priority is P3. */
export async function writeMessage(page: Page, subject: string): Promise<void> {
	const form = page.locator("[data-contact-form]");
	await form.getByLabel("What is it about?").fill(subject);
	await form.getByLabel("Topic").selectOption("data-issues");
	await form.getByLabel("What happened?").fill("Every row was refused although the file is the template.\nThe message was ERR_1005.");
	await form.getByLabel("Several people").check();
	await form.getByLabel("Something important does not work properly").check();
	await form.getByLabel("Your name").fill("Robin Example");
	await form.getByLabel("E-mail").fill("robin@customer.example");
}
