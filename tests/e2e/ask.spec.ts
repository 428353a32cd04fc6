import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import type { Answer, AnswerEvent, Ask, FoundAnswer, PersonOffer } from "#contract/answers.ts";
import { expect, test } from "./fixtures.ts";

const person: PersonOffer = { hours: "Our desk opens on Monday, 09:00.", contact: "/contact/", hotline: "+1 202 555 0199", chat: null };
const written: FoundAnswer = {
	kind: "answered",
	way: "written",
	parts: [
		{ text: "An owner can change the plan at any time.", as: "paragraph", source: 0 },
		{ text: "Open Admin, then Plan and billing.", as: "step", source: 0 },
		{ text: "Nothing that you have entered is lost.", as: "point", source: 1 },
	],
	sources: [
		{
			id: "account-and-billing/change-your-plan",
			title: "How do I upgrade or downgrade my plan?",
			url: "/account-and-billing/change-your-plan/#check-what-changes",
			heading: "Check what changes",
		},
		{
			id: "account-and-billing/cancel-your-subscription",
			title: "How do I cancel my subscription?",
			url: "/account-and-billing/cancel-your-subscription/",
			heading: null,
		},
	],
	tree: null,
	person,
};

/** Waits until the help above the form is alive, and writes a question there. */
async function writeAbove(page: Page, question: string) {
	await page.locator("[data-contact-help] astro-island:not([ssr])").waitFor({ state: "attached" });
	const field = page.locator("#contact-question");
	await field.fill(question);
	return field;
}

/** What the box answers on the contact page, on the real stack. */
const answerIn = (page: Page) => page.locator(".ask-body");

test("a question in the search box is answered from its article by one press, and Yes is a solved answer", async ({ page, told }) => {
	await page.goto("/search/?q=why+were+rows+of+my+import+rejected");
	const press = page.getByRole("button", { name: "Answer this" });
	await press.focus();
	await page.keyboard.press("Enter");
	await expect(page.getByRole("heading", { name: "Answer", exact: true })).toBeFocused();
	const answer = answerIn(page);
	await expect(answer.getByRole("link", { name: "Why were some rows of my import rejected?" }).first()).toHaveAttribute(
		"href",
		/^\/data-entry\/import\/fix-rejected-rows\//,
	);
	await expect(answer.getByText(/Our desk/)).toBeVisible();
	expect((await new AxeBuilder({ page }).include(".ask-box").analyze()).violations).toEqual([]);

	await answer.getByRole("group", { name: "Did this help?" }).getByRole("button", { name: "Yes" }).press("Enter");
	await expect(answer.getByText("Good to hear.")).toBeFocused();
	await expect.poll(async () => (await told("answer_solved")).length).toBe(1);
	const [shown] = await told("answer_shown");
	expect(shown).toMatchObject({ place: "search", article: "data-entry/import/fix-rejected-rows" });
	expect(await told("answer_solved")).toMatchObject([{ answer: shown?.answer }]);
	// The search for the same words and the question are one, and the answer counts.
	const [searched, asked, ...more] = await told("search_settled");
	expect(asked).toMatchObject({ source: "ask", replaces: searched?.id });
	expect(more).toEqual([]);

	await page.getByRole("searchbox").fill("a few other words of mine");
	await expect(page.getByRole("heading", { name: "Answer", exact: true })).toHaveCount(0);
});

test("what no article answers is said so, is a gap, and the question goes along to a person", async ({ page, told }) => {
	await page.goto("/search/");
	await page.getByRole("button", { name: "Ask a question" }).click();
	const field = page.getByLabel("Your question");
	await expect(field).toBeFocused();
	await page.getByRole("button", { name: "Ask", exact: true }).click();
	await expect(page.getByText("Please write your question first.")).toBeVisible();
	await field.fill("May I bring my ferret to the zeppelin?");
	await field.press("Enter");
	await expect(page.getByRole("heading", { name: "None of our articles answers this for certain." })).toBeFocused();
	await page.getByRole("link", { name: "Write to us" }).click();
	await expect(page.locator("#contact-question")).toHaveValue("May I bring my ferret to the zeppelin?");
	await expect(page.locator("[data-contact-form]").getByLabel("What is it about?")).toHaveValue("May I bring my ferret to the zeppelin?");
	await page.getByText("What we send along").click();
	await expect(page.getByText("Asked “May I bring my ferret to the zeppelin?” (no good answer)")).toBeVisible();
	expect(await told("search_settled")).toMatchObject([{ query: "May I bring my ferret to the zeppelin?", results: 0, source: "ask" }]);
	expect(await told("answer_shown")).toMatchObject([{ way: "unsure", place: "search" }]);
});

test("what may help is shown as such, and Yes is a solved answer", async ({ page, told }) => {
	await page.goto("/search/");
	await page.getByRole("button", { name: "Ask a question" }).click();
	const field = page.getByLabel("Your question");
	await field.fill("i have no clue anymore what my passwort was, how do i get a new one");
	await field.press("Enter");
	await expect(page.getByRole("heading", { name: "None of our articles answers this for certain." })).toBeFocused();
	const places = page.locator(".ask-guess");
	await expect(places.first().getByText("Forgot password", { exact: false })).toBeVisible();
	const second = places.nth(1);
	await expect(second.getByRole("link")).toBeHidden();
	await second.locator("summary").press("Enter");
	await expect(second.getByRole("link")).toBeVisible();
	await page.getByRole("button", { name: "Yes" }).click();
	await expect(page.getByText("Good to hear.")).toBeVisible();
	await expect.poll(async () => (await told("answer_solved")).length).toBe(1);
	expect(await told("answer_shown")).toMatchObject([{ way: "unsure", place: "search" }]);
});

test("above the form a question is answered, No leads to the form below, and Yes sends nothing", async ({ page, told }) => {
	await page.goto("/contact/");
	const field = await writeAbove(page, "why were rows of my import rejected?");
	await field.press("Enter");
	const answer = answerIn(page);
	await expect(answer.getByRole("heading", { name: "Answer" })).toBeFocused();
	await answer.getByRole("button", { name: "No" }).click();
	await expect(answer.getByText("Then talk to a person.")).toBeVisible();
	await expect(answer.getByRole("link", { name: "Write to us" })).toHaveAttribute("href", "#write");
	await expect.poll(async () => (await told("answer_rejected")).length).toBe(1);

	await page.getByRole("button", { name: "Find an answer" }).click();
	await answer.getByRole("button", { name: "Yes" }).click();
	await expect(page.getByRole("heading", { name: "Good to hear." })).toBeFocused();
	await expect.poll(async () => (await told("answer_solved")).length).toBe(1);
	expect((await told("answer_shown")).every(({ contact }) => contact !== undefined)).toBe(true);
});

test("an urgent matter has no answer but the hotline, in the box and above the form", async ({ page }) => {
	await page.goto("/search/");
	await page.getByRole("button", { name: "Ask a question" }).click();
	await page.getByLabel("Your question").fill("Everything is down for our company");
	await page.keyboard.press("Enter");
	await expect(answerIn(page).getByRole("heading", { name: "please talk to a person" })).toBeFocused();
	await expect(answerIn(page).getByRole("link", { name: "+1 202 555 0199" })).toHaveAttribute("href", "tel:+12025550199");

	await page.goto("/contact/");
	await writeAbove(page, "Everything is down for our company");
	await page.getByRole("button", { name: "Find an answer" }).click();
	await expect(page.getByRole("alert").getByRole("link").first()).toBeFocused();
	await expect(answerIn(page).getByRole("heading")).toHaveCount(0);
});

test("the questions of an article are walked in the box, and the path goes along with the message", async ({ page }) => {
	await page.goto("/contact/");
	await (await writeAbove(page, "why were rows of my import rejected?")).press("Enter");
	const start = page.getByRole("button", { name: "Find the cause step by step" });
	await start.focus();
	await page.keyboard.press("Enter");
	const guide = page.getByRole("region", { name: "Find the cause step by step" });
	await expect(guide.getByRole("heading")).toBeFocused();
	const first = guide.getByRole("listitem").getByRole("button").first();
	const answer = await first.innerText();
	await first.press("Enter");
	await expect(guide.getByRole("heading")).toBeFocused();
	await expect(guide.getByRole("status")).toContainText(`You answered: ${answer}`);
	const path = guide.getByRole("list", { name: "Your answers so far" });
	await expect(path.getByRole("listitem")).toHaveCount(1);
	expect((await new AxeBuilder({ page }).include(".ask-box").analyze()).violations).toEqual([]);
	await page.getByText("What we send along").click();
	await expect(page.locator("[data-trail-list]")).toContainText(answer);

	await path.getByRole("button", { name: /^Change the answer to/ }).click();
	await expect(path).toBeHidden();
	await expect(guide.getByRole("heading")).toBeFocused();
});

test("a written answer grows piece by piece, names a source for each, and says who wrote it", async ({ page }) => {
	const events: AnswerEvent[] = [
		{ event: "sources", sources: written.sources },
		...written.parts.map((part) => ({ event: "part" as const, part })),
		{ event: "whole", answer: written },
	];
	await page.route("**/api/answers", (route) =>
		route.fulfill({ contentType: "text/event-stream", body: events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join("") }),
	);
	await page.goto("/search/?q=how+do+I+change+my+plan");
	await page.getByRole("button", { name: "Answer this" }).click();
	const answer = answerIn(page);
	await expect(answer.getByText("Written by a language model, from")).toBeVisible();
	await expect(answer.getByRole("link", { name: "Source 1: How do I upgrade or downgrade my plan?" })).toHaveCount(2);
	await expect(answer.getByRole("link", { name: "Source 2: How do I cancel my subscription?" })).toHaveAttribute(
		"href",
		"/account-and-billing/cancel-your-subscription/",
	);
	expect((await new AxeBuilder({ page }).include(".ask-box").analyze()).violations).toEqual([]);
});

test("where nobody answers the words stay, and every other way is open", async ({ page }) => {
	let asked: Ask[] = [];
	await page.route("**/api/answers", (route) => {
		asked = [...asked, route.request().postDataJSON() as Ask];
		return route.abort();
	});
	await page.goto("/contact/");
	const field = await writeAbove(page, "how do I change my plan? I am anna@customer.example");
	await field.press("Enter");
	const answer = answerIn(page);
	await expect(answer.getByText("We could not look right now.")).toBeFocused();
	await expect(field).toHaveValue("how do I change my plan? I am anna@customer.example");
	await expect(answer.getByRole("link", { name: "Search the articles" })).toBeVisible();
	await expect(answer.getByRole("link", { name: "Write to us" })).toBeVisible();
	expect(asked[0]?.question).toBe("how do I change my plan? I am [email]");
	await page.unroute("**/api/answers");
	await answer.getByRole("button", { name: "Try again" }).click();
	await expect(answer.getByRole("heading", { level: 2 })).toBeFocused();
});

test("a question that is asked after another takes its place, however late the first is answered", async ({ page }) => {
	let release: () => void = () => undefined;
	const held = new Promise<void>((done) => (release = done));
	const late: Answer = { ...written, parts: [{ text: "The answer to the first.", as: "paragraph", source: 0 }] };
	await page.route("**/api/answers", async (route) => {
		const first = (route.request().postDataJSON() as Ask).question.startsWith("first");
		if (first) await held;
		await route.fulfill({ json: first ? late : written }).catch(() => undefined);
	});
	await page.goto("/contact/");
	const field = await writeAbove(page, "first how do I change my plan");
	await field.press("Enter");
	await expect(page.getByText("Looking in our articles …")).toBeVisible();
	await field.fill("second how do I change my plan");
	await field.press("Enter");
	await expect(answerIn(page).getByText("An owner can change the plan at any time.")).toBeVisible();
	release();
	await expect(answerIn(page).getByText("The answer to the first.")).toHaveCount(0);
});

test("in Arabic the box speaks Arabic, from right to left", async ({ page }) => {
	await page.goto("/ar/contact/");
	await (await writeAbove(page, "لماذا لا أستطيع تسجيل الدخول؟")).press("Enter");
	const heading = answerIn(page).getByRole("heading", { level: 2 });
	await expect(heading).toBeFocused();
	await expect(heading).toHaveText(/\p{Script=Arabic}/u);
	expect(await heading.evaluate((element) => getComputedStyle(element).direction)).toBe("rtl");
	expect((await new AxeBuilder({ page }).include(".ask-box").analyze()).violations).toEqual([]);
});
