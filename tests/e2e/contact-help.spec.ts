import { expect, test } from "./fixtures.ts";

// A network of its own: there is a limit of messages from each.
test.use({ extraHTTPHeaders: { "x-dev-network": "203.0.113.7" } });

const known = {
	id: "exports",
	title: "Exports to PDF fail",
	body: "Some PDF files are empty.",
	status: "identified",
	signals: ["empty pdf"],
	url: "https://status.example.com/7",
};

test("P1: who is stopped by an outage sees the hotline at once, no articles, and the day and hour of the answer", async ({ page, desk }, { project }) => {
	const subject = `Nobody can log in (${project.name})`;
	await page.goto("/contact/");
	await page.getByLabel("What do you need help with?").fill("Everything is down for our company. Nobody gets in since this morning.");
	const alert = page.getByRole("alert").filter({ hasText: "please talk to a person" });
	await expect(alert.getByRole("link", { name: "+1 202 555 0199" })).toBeVisible();
	await expect(alert.getByRole("link", { name: "system status" })).toBeVisible();
	await expect(page.getByRole("button", { name: "This solved it" })).toHaveCount(0);

	await page.getByRole("link", { name: "Go to the form" }).click();
	const form = page.locator("[data-contact-form]");
	await expect(form.getByLabel("What is it about?")).toHaveValue("Everything is down for our company");
	await expect(form.getByLabel("What happened?")).toHaveValue("Everything is down for our company. Nobody gets in since this morning.");
	await form.getByLabel("What is it about?").fill(subject);
	await form.getByLabel("Topic").selectOption("other");
	await form.getByLabel("Everyone in our organisation").check();
	await form.getByLabel("I cannot go on at all").check();
	await expect(form.getByRole("alert").filter({ hasText: "This is an emergency" })).toContainText("+44 20 7946 0142");
	await expect(form.locator("[data-priority-words]")).toHaveText(
		/^P1 · Outage, data loss or a security breach\. A person answers by \w+day \d+ \w+, \d\d:\d\d your time \(.+\)\.$/,
	);
	await form.getByLabel("Your name").fill("Robin Example");
	await form.getByLabel("E-mail").fill("robin@customer.example");
	await form.getByRole("button", { name: "Send message" }).click();
	await expect(page.getByRole("heading", { name: "We have your message." })).toBeVisible();
	await expect.poll(async () => (await desk()).tickets.find(({ data }) => data.subject === subject)?.data).toMatchObject({ priority: "P1" });
});

test("a sensitive topic that is chosen in the form takes the suggestions away", async ({ page }) => {
	await page.goto("/contact/?q=change+my+plan");
	await expect(page.getByRole("heading", { name: "This may answer it" })).toBeVisible();
	await page.locator("[data-contact-form]").getByLabel("Topic").selectOption("privacy");
	await expect(page.getByText("please talk to a person")).toBeVisible();
	await expect(page.getByRole("button", { name: "This solved it" })).toHaveCount(0);
});

test("the topic is guessed from the words, says why, and stays as the customer chose it", async ({ page }) => {
	await page.goto("/contact/");
	const topic = page.locator("[data-contact-form]").getByLabel("Topic");
	await page.getByLabel("What do you need help with?").fill("What happened to the invoice of our subscription?");
	await expect(topic).toHaveValue("billing-account");
	await expect(page.getByText("Chosen because you wrote “invoice” and “subscription”. Change it if that is wrong.")).toBeVisible();
	await topic.selectOption("other");
	await page.getByLabel("What do you need help with?").fill("The API token gives 401");
	await expect(page.getByLabel("What is it about?")).toHaveValue("The API token gives 401");
	await expect(topic).toHaveValue("other");
});

test("words in the form find articles too, and are not counted as a search", async ({ page, told }) => {
	await page.goto("/contact/");
	await page.getByLabel("What is it about?").fill("forgot my password");
	await expect(page.getByText(/articles? may answer this\./)).toBeVisible();
	await page.waitForTimeout(1700);
	await page.getByRole("link", { name: "See the answers" }).click();
	await page.getByRole("button", { name: "Not quite" }).first().click();
	await expect.poll(async () => (await told("suggestion_rejected")).length).toBe(1);
	expect(await told("search_settled")).toHaveLength(0);
});

test("a question of the kind “How do I …” shows the community, others do not", async ({ page }) => {
	await page.goto("/contact/");
	const offer = page.locator("[data-priority]").getByRole("link", { name: "Ask the community" });
	await expect(offer).toBeHidden();
	await page.getByLabel("I have a question or a wish").check();
	await expect(offer).toBeVisible();
	await expect(page.locator("[data-priority-words]")).toHaveText(/^P5 · A question, a wish, or a small annoyance\. A person answers by /);
});

test("a known problem is the answer: follow it, or add yours to it", async ({ page }) => {
	await page.route("**/contact/", async (route) => {
		const response = await route.fetch();
		const island = Object.entries(known)
			.map(([name, value]) => `"${name}":${Array.isArray(value) ? JSON.stringify([1, value.map((one) => [0, one])]) : JSON.stringify([0, value])}`)
			.join(",");
		const body = (await response.text())
			.replace("&quot;incidents&quot;:[1,[]]", `&quot;incidents&quot;:[1,[[0,{${island.replaceAll('"', "&quot;")}}]]]`)
			.replace('<input type="hidden" name="article"', '<input type="hidden" name="incident" value=""><input type="hidden" name="article"');
		return route.fulfill({ response, body });
	});
	let sent: { incident?: string } = {};
	await page.route("**/api/tickets", (route) => {
		sent = route.request().postDataJSON() as typeof sent;
		return route.abort();
	});
	await page.goto("/contact/");
	await page.getByLabel("What do you need help with?").fill("I get an empty PDF");
	const answer = page.getByRole("status").filter({ hasText: "We are on it: Exports to PDF fail" });
	await expect(answer.getByRole("link", { name: "Follow it" })).toHaveAttribute("href", known.url);
	await answer.getByRole("button", { name: "Add yours to it" }).click();
	await expect(answer.getByRole("button", { name: /Added/ })).toHaveAttribute("aria-pressed", "true");
	await page.getByLabel("What happened?").fill("The file has a size of 0 bytes.");
	await page.getByLabel("Your name").fill("Robin Example");
	await page.getByLabel("E-mail").fill("robin@customer.example");
	await page.getByRole("button", { name: "Send message" }).click();
	await expect.poll(() => sent.incident).toBe("exports");
});
