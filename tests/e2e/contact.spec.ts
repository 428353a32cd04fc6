import { beside, expect, test } from "./fixtures.ts";
import { writeMessage } from "./write-message.ts";

const week = 7 * 24 * 60 * 60 * 1000;

test("a suggestion before the form solves it: no ticket, one pending deflection, confirmed after seven days", async ({ page, report, desk, tick }) => {
	// What other journeys solved is settled first.
	await tick(Date.now() + week + 60_000);
	const before = await report();
	const tickets = (await desk()).tickets.length;
	await page.goto("/contact/");
	await page.getByLabel("What do you need help with?").fill("invoice shows the wrong company name");
	await expect(page.getByRole("heading", { name: "This may answer it" })).toBeVisible();
	await page.getByRole("button", { name: "This solved it" }).first().click();
	await expect(page.getByRole("heading", { name: "Good to hear." })).toBeVisible();
	await expect.poll(async () => beside(await report(), "deflection", "pending")).toBe(beside(before, "deflection", "pending") + 1);
	expect(beside(await report(), "deflection", "confirmed")).toBe(beside(before, "deflection", "confirmed"));

	await tick(Date.now() + week - 60_000);
	expect(beside(await report(), "deflection", "pending")).toBe(beside(before, "deflection", "pending") + 1);
	await tick(Date.now() + week + 60_000);
	expect(beside(await report(), "deflection", "confirmed")).toBe(beside(before, "deflection", "confirmed") + 1);
	expect((await desk()).tickets).toHaveLength(tickets);
});

test("a ticket gets a reference and a time, and reaches the desk once, signed, with its trail", async ({ page, desk, report }, { project }) => {
	const before = await report();
	const subject = `All rows rejected (${project.name})`;
	await page.goto("/data-entry/import/fix-rejected-rows/");
	await page.getByRole("region", { name: "Still need help?" }).getByRole("link", { name: "Contact support" }).click();
	await expect(page.getByText("You were reading")).toBeVisible();
	await page.getByLabel("What do you need help with?").fill("import rejected ERR_1005");
	await page.getByRole("button", { name: "Not quite" }).first().click();
	await writeMessage(page, subject);
	await page.getByText("What we send along").click();
	await expect(page.getByText("Read “Why were some rows of my import rejected?”")).toBeVisible();
	await page.getByRole("button", { name: "Send message" }).click();

	await expect(page.getByRole("heading", { name: "We have your message." })).toBeVisible();
	await expect(page.getByText(/A person will answer by \w+day \d+ \w+, \d\d:\d\d/)).toBeVisible();
	const reference = await page.locator(".facts code").first().innerText();
	expect(reference).toMatch(/^TZ-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
	const arrived = async () => (await desk()).tickets.filter((ticket) => ticket.data.subject === subject);
	await expect.poll(async () => (await arrived()).length).toBe(1);
	const [ticket] = await arrived();
	expect(ticket?.data["fromArticle"]).toMatchObject({ id: "data-entry/import/fix-rejected-rows", title: "Why were some rows of my import rejected?" });
	expect(ticket?.data).toMatchObject({
		reference,
		priority: "P3",
		team: "data engineering",
		customer: { name: "Robin Example", email: "robin@customer.example" },
	});
	expect(JSON.stringify(ticket?.data["trail"])).toContain("data-entry/import/fix-rejected-rows");
	expect(JSON.stringify(ticket?.data["trail"])).toContain('"kind":"rejected"');
	expect((await desk()).refused).toBe(0);
	await page.reload();
	await expect(page.getByText(/Their number:/)).toBeVisible();
	const filed = (now: typeof before) => now.ticketsByCategory.find(({ category }) => category === "data-issues")?.tickets ?? 0;
	await expect.poll(async () => filed(await report())).toBeGreaterThan(filed(before));
	expect((await arrived()).length).toBe(1);
});

test("suggestions count once the words have settled; what was read, refused and solved goes where it belongs", async ({ page, context, told }) => {
	await page.goto("/contact/");
	const question = page.getByLabel("What do you need help with?");
	await question.click();
	await page.keyboard.type("change", { delay: 15 });
	await expect(page.getByRole("heading", { name: "This may answer it" })).toBeVisible();
	await page.keyboard.type(" my plan", { delay: 15 });
	const refused = page.locator(".suggested li").first();
	await expect(refused).toContainText("plan");
	await page.waitForTimeout(1700);
	await expect.poll(async () => (await told("suggestion_shown")).length).toBe(await page.locator(".suggested li").count());

	const opened = context.waitForEvent("page");
	await refused.getByRole("link", { name: "Read the whole article" }).click();
	await (await opened).close();
	await refused.getByRole("button", { name: "Not quite" }).click();
	const next = page.locator(".suggested summary").first();
	await expect(next).toBeFocused();
	await expect(page.locator(".suggested details").first()).toHaveAttribute("open");
	await page.getByRole("button", { name: "This solved it" }).first().click();
	await expect(page.getByRole("heading", { name: "Good to hear." })).toBeFocused();
	await expect.poll(async () => (await told("suggestion_solved")).length).toBe(1);
	expect(await told("search_settled")).toMatchObject([{ query: "change my plan", source: "contact" }]);
	const [search] = await told("search_settled");
	expect(await told("search_clicked")).toMatchObject([
		{ search: search?.id, how: "opened" },
		{ search: search?.id, how: "answered" },
	]);
	const articles = async (type: "suggestion_shown" | "suggestion_opened" | "suggestion_rejected" | "suggestion_solved") =>
		(await told(type)).map(({ article }) => article);
	expect(await articles("suggestion_opened")).toEqual(await articles("suggestion_rejected"));
	expect(await articles("suggestion_shown")).toEqual(expect.arrayContaining(await articles("suggestion_solved")));
});

test("what came along by itself never keeps a message from being sent", async ({ page, desk }, { project }) => {
	const subject = `Broken trail (${project.name})`;
	await page.goto("/contact/");
	await page.evaluate(() => sessionStorage.setItem("trail", JSON.stringify([{ kind: "article", article: "Not An Id", title: "" }])));
	await writeMessage(page, subject);
	await page.getByRole("button", { name: "Send message" }).click();
	await expect(page.getByRole("heading", { name: "We have your message." })).toBeVisible();
	await expect.poll(async () => (await desk()).tickets.filter((ticket) => ticket.data.subject === subject).length).toBe(1);
});

test("an emergency shows the hotline at once and no articles", async ({ page }) => {
	await page.goto("/contact/");
	await page.getByLabel("What do you need help with?").fill("our account was hacked and the password changed");
	await expect(page.getByRole("alert").filter({ hasText: "please talk to a person" })).toBeVisible();
	await expect(page.getByRole("button", { name: "This solved it" })).toHaveCount(0);
	await expect(page.getByRole("button", { name: "Send message" })).toBeVisible();
});

test("a failed send keeps every word, says what else can be done, and works when the Worker is back", async ({ page, desk }, { project }) => {
	const subject = `Kept words (${project.name})`;
	await page.goto("/contact/");
	await writeMessage(page, subject);
	await page.route("**/api/tickets", (route) => route.abort());
	await page.getByRole("button", { name: "Send message" }).click();
	await expect(page.getByText(/We could not be reached. Your words are kept here/)).toBeVisible();
	await page.reload();
	await expect(page.locator("[data-contact-form]").getByLabel("What happened?")).toHaveValue(/ERR_1005/);
	await page.unroute("**/api/tickets");
	await page.getByRole("button", { name: "Send message" }).click();
	await expect(page.getByRole("heading", { name: "We have your message." })).toBeVisible();
	await expect.poll(async () => (await desk()).tickets.filter((ticket) => ticket.data.subject === subject).length).toBe(1);
});

test("a message whose key was used for other words gets a new key, also in the draft, and is sent at the next try", async ({ page }) => {
	await page.goto("/contact/");
	await writeMessage(page, "New key");
	const key = page.locator("[data-contact-form] input[name=key]");
	const used = await key.inputValue();
	const refusal = { type: "/problems/key-reused", title: "This form was already sent with other words.", status: 422, detail: "Send it again." };
	await page.route("**/api/tickets", (route) => route.fulfill({ status: 422, contentType: "application/problem+json", body: JSON.stringify(refusal) }));
	const button = page.getByRole("button", { name: "Send message" });
	await button.click();
	await expect(page.getByText("already sent with other words")).toBeVisible();
	await expect(button).toBeFocused();
	const fresh = await key.inputValue();
	expect(fresh).not.toBe(used);
	await page.unroute("**/api/tickets");
	await page.reload();
	await expect(key).toHaveValue(fresh);
	await button.click();
	await expect(page.getByRole("heading", { name: "We have your message." })).toBeVisible();
});

test("a visit that was left alone for half an hour is forgotten, and so is what was done on it", async ({ page }) => {
	await page.goto("/data-entry/import/fix-rejected-rows/");
	await page.goto("/contact/");
	await expect(page.getByText("What we send along")).toBeVisible();
	await page.evaluate(() => {
		const visit = JSON.parse(sessionStorage.getItem("visit") ?? "{}") as { seen: number };
		sessionStorage.setItem("visit", JSON.stringify({ ...visit, seen: visit.seen - 31 * 60 * 1000 }));
		document.querySelector("[data-contact-form]")?.remove();
	});
	await page.goto("/contact/");
	await page.getByText("What we send along").click();
	await expect(page.getByText(/^Sent from Chrome/)).toBeVisible();
	await expect(page.getByText("Read “Why were some rows of my import rejected?”")).toHaveCount(0);
});

test("a deflection that the browser cannot remember is sent without a token", async ({ page, told }) => {
	await page.addInitScript(() => {
		const set = Storage.prototype.setItem;
		Storage.prototype.setItem = function (key: string, value: string) {
			if (key === "deflection-tokens") throw new DOMException("full", "QuotaExceededError");
			set.call(this, key, value);
		};
	});
	await page.goto("/contact/?q=change+my+plan");
	await page.getByRole("button", { name: "This solved it" }).first().click();
	await expect.poll(() => told("suggestion_solved")).toHaveLength(1);
	expect((await told("suggestion_solved"))[0]).not.toHaveProperty("token");
});

test("a form with mistakes says which, and leads to each", async ({ page }) => {
	await page.goto("/contact/");
	await page.getByRole("button", { name: "Send message" }).click();
	const errors = page.getByRole("alert").filter({ hasText: "Your message was not sent yet" });
	await expect(errors).toBeFocused();
	await errors.getByRole("link", { name: "please tell us your name" }).click();
	const name = page.locator("[data-contact-form]").getByLabel("Your name");
	await expect(name).toBeFocused();
	await expect(name).toHaveAccessibleDescription("please tell us your name");
	await expect(name).toHaveAccessibleName("Your name");
});
