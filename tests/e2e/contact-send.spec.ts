import { expect, test } from "./fixtures.ts";
import { writeMessage } from "./write-message.ts";

// A network of its own: there is a limit of messages from each.
test.use({ extraHTTPHeaders: { "x-dev-network": "192.0.2.7" } });

test("offline in the middle: the message waits, says so, and goes by itself when the network is back", async ({ page, context, desk }, { project }) => {
	const subject = `Offline (${project.name})`;
	await page.goto("/contact/");
	await writeMessage(page, subject);
	// The search that looks for articles says in the console when the network goes away under it.
	await page.waitForLoadState("networkidle");
	await context.setOffline(true);
	await expect(page.getByText("You are offline. Go on writing")).toBeVisible();
	await page.getByLabel("Company").fill("Customer Ltd");
	await page.getByRole("button", { name: "Send message" }).click();
	await expect(page.getByText("You are offline. Your words are kept here, and we send them when you are back, while this page is open.")).toBeVisible();
	const mail = page.getByRole("link", { name: "Send it by e-mail instead" });
	expect(decodeURIComponent((await mail.getAttribute("href")) ?? "")).toMatch(
		/^mailto:support@esg-platform\.example\?subject=Offline .*&body=Every row was refused/s,
	);
	await expect(page.getByRole("link", { name: "In an emergency call +1 202 555 0199" })).toBeVisible();
	await context.setOffline(false);
	await expect(page.getByRole("heading", { name: "We have your message." })).toBeVisible();
	await expect.poll(async () => (await desk()).tickets.filter(({ data }) => data.subject === subject).length).toBe(1);
});

test("what is changed while it waits is not sent behind the customer's back", async ({ page, context }) => {
	await page.goto("/contact/");
	await writeMessage(page, "Half a thought");
	// The search that looks for articles says in the console when the network goes away under it.
	await page.waitForLoadState("networkidle");
	await context.setOffline(true);
	await page.getByRole("button", { name: "Send message" }).click();
	const promise = page.getByText("we send them when you are back, while this page is open.").last();
	await expect(promise).toBeVisible();
	await expect(page.getByRole("button", { name: "Do not send it automatically" })).toBeVisible();
	await page.getByLabel("What have you tried?").fill("Another");
	await expect(page.getByText("You are changing your message. Press “Send message” when it is ready.")).toBeVisible();
	await expect(page.getByRole("button", { name: "Do not send it automatically" })).toBeHidden();
	await context.setOffline(false);
	await page.waitForTimeout(1500);
	await expect(page).toHaveURL(/\/contact\//);
});

test("a desk that fails for a moment is asked again without a press", async ({ page }, { project }) => {
	await page.goto("/contact/");
	await writeMessage(page, `Hiccup (${project.name})`);
	let refused = 0;
	await page.route("**/api/tickets", (route) => {
		if (refused++ > 0) return route.continue();
		const problem = { type: "/problems/unavailable", title: "The service cannot store anything right now.", status: 503, detail: "Try again." };
		return route.fulfill({ status: 503, contentType: "application/problem+json", body: JSON.stringify(problem) });
	});
	await page.getByRole("button", { name: "Send message" }).click();
	await expect(page.getByText(/We could not store your message just now\. Your words are kept here/)).toBeVisible();
	await expect(page.getByRole("heading", { name: "We have your message." })).toBeVisible({ timeout: 15_000 });
	expect(refused).toBe(2);
});

test("after a lost answer the ticket is found, not sent twice", async ({ page, desk }, { project }) => {
	const subject = `Lost answer (${project.name})`;
	await page.goto("/contact/");
	await writeMessage(page, subject);
	await page.waitForTimeout(2000);
	await page.route("**/api/tickets", async (route) => {
		await route.fetch();
		await route.abort();
	});
	await page.getByRole("button", { name: "Send message" }).click();
	await expect(page.getByText(/We could not be reached/)).toBeVisible();
	await page.getByRole("button", { name: "Send message" }).click();
	await expect(page.getByRole("heading", { name: "We have your message." })).toBeVisible();
	await expect.poll(async () => (await desk()).tickets.filter(({ data }) => data.subject === subject).length).toBe(1);
});

test("the same text within a day shows the earlier message, and can be sent as a note", async ({ page, desk }, { project }) => {
	const subject = `Twice (${project.name})`;
	await page.goto("/contact/");
	await writeMessage(page, subject);
	await page.getByRole("button", { name: "Send message" }).click();
	await expect(page.getByRole("heading", { name: "We have your message." })).toBeVisible();
	const reference = await page.locator(".facts code").first().innerText();

	await page.goto("/contact/");
	await expect(page.getByRole("complementary", { name: "Other ways" }).getByRole("link", { name: reference })).toBeVisible();
	await writeMessage(page, subject);
	await page.getByRole("button", { name: "Send message" }).click();
	const earlier = page.getByRole("alert").filter({ hasText: "You already wrote this today" });
	await expect(earlier).toContainText(reference);
	await expect(earlier.getByRole("link", { name: "Open it" })).toHaveAttribute("href", /\/status\//);
	await earlier.getByRole("button", { name: "Send it again anyway, as a note" }).click();
	await expect(page).toHaveURL(/\/status\//);
	await expect.poll(async () => (await desk()).tickets.filter(({ data }) => data.subject === subject).length).toBe(1);

	await page.goto("/contact/");
	await page.getByRole("button", { name: `Forget the link to ${reference}` }).click();
	await expect(page.getByRole("link", { name: reference })).toHaveCount(0);
});

test("under Global Privacy Control the browser keeps no links to messages", async ({ page }, { project }) => {
	await page.addInitScript(() => Object.defineProperty(navigator, "globalPrivacyControl", { value: true }));
	await page.goto("/contact/");
	await writeMessage(page, `Private (${project.name})`);
	await page.getByRole("button", { name: "Send message" }).click();
	await expect(page.getByRole("heading", { name: "We have your message." })).toBeVisible();
	expect(await page.evaluate(() => localStorage.getItem("known-tickets"))).toBeNull();
});
