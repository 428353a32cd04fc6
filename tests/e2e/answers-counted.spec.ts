import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { writeMessage } from "./write-message.ts";

// A network of its own: there is a limit of messages from each.
test.use({ extraHTTPHeaders: { "x-dev-network": "192.0.2.48" } });

/** What the manager's page tells of answers that were given on the contact page, and of tickets from there. */
async function readPage(page: Page) {
	await page.goto("/manage/contact?days=7");
	const number = async (table: string, row: RegExp, column: string) => {
		const head = page.getByRole("rowheader").filter({ hasText: row });
		const cell = page.locator(`[data-table="${table}"] tbody tr`).filter({ has: head }).locator(`td[data-label="${column}"]`);
		return (await cell.count()) === 0 ? 0 : Number(await cell.innerText());
	};
	const answers = (column: string) => number("answers", /^\s*On the contact page/, column);
	return {
		shown: await answers("Shown"),
		pending: await answers("Helped, pending"),
		rejected: await answers("Rejected"),
		tickets: await answers("Became tickets"),
		sent: await number("channels", /^\s*Contact page(?!,)/, "Tickets"),
	};
}

test("an answer that did not help and a ticket after it stand on the manager's page", async ({ page, signIn, told }, { project }) => {
	await signIn(page);
	const before = await readPage(page);

	await page.goto("/contact/");
	await page.locator("[data-contact-help] astro-island:not([ssr])").waitFor({ state: "attached" });
	const field = page.locator("#contact-question");
	await field.fill("why were rows of my import rejected?");
	await field.press("Enter");
	const answer = page.locator(".ask-body");
	await answer.getByRole("button", { name: "No" }).click();
	await answer.getByRole("link", { name: "Write to us" }).click();
	await expect.poll(async () => (await told("answer_rejected")).length).toBe(1);
	await writeMessage(page, `Rows after all (${project.name})`);
	await page.getByRole("button", { name: "Send message" }).click();
	await expect(page.getByRole("heading", { name: "We have your message." })).toBeVisible();

	await expect
		.poll(() => readPage(page))
		.toEqual({ shown: before.shown + 1, pending: before.pending, rejected: before.rejected + 1, tickets: before.tickets + 1, sent: before.sent + 1 });
});
