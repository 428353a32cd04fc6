import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./fixtures.ts";
import { writeMessage } from "./write-message.ts";

const address = "/troubleshooting/cannot-log-in/";

test("a troubleshooter is walked by keyboard: one question at a time, told, and changed", async ({ page }) => {
	await page.goto(address);
	const guided = page.locator(".guided");
	const question = (name: string) => guided.getByRole("heading", { name });
	await expect(question("What do you see when you try to log in?")).toBeVisible();
	await expect(question("Can you log in from a private window?")).toBeHidden();

	await guided.getByRole("link", { name: "A white page, or the login page again" }).focus();
	await page.keyboard.press("Enter");
	await expect(question("Can you log in from a private window?")).toBeFocused();
	await expect(guided.getByRole("status")).toHaveText("You answered: A white page, or the login page again. Question 2:");
	await expect(question("What do you see when you try to log in?")).toBeHidden();

	await page.keyboard.press("Tab");
	await expect(guided.getByRole("link", { name: "Yes, there it works" })).toBeFocused();
	await page.keyboard.press("Enter");
	await expect(question("Your browser holds an old cookie")).toBeFocused();
	await expect(guided.getByRole("status")).toHaveText("You answered: Yes, there it works. This may help:");
	await expect(guided.getByRole("list", { name: "Your answers so far" }).getByRole("listitem")).toHaveCount(2);
	expect((await new AxeBuilder({ page }).include(".guided").analyze()).violations).toEqual([]);

	await guided.getByRole("link", { name: "Change the answer to: Can you log in from a private window?" }).press("Enter");
	await expect(question("Can you log in from a private window?")).toBeFocused();
	await expect(guided.getByRole("list", { name: "Your answers so far" }).getByRole("listitem")).toHaveCount(1);
	await guided.getByRole("link", { name: "Start again" }).press("Enter");
	await expect(question("What do you see when you try to log in?")).toBeFocused();
	await expect(guided.getByRole("list", { name: "Your answers so far" })).toBeHidden();
});

test("the browser's own buttons go back, forward and anew through a walk", async ({ page }) => {
	await page.goto(address);
	const guided = page.locator(".guided");
	const answers = guided.getByRole("list", { name: "Your answers so far" }).getByRole("listitem");
	await guided.getByRole("link", { name: "A white page" }).click();
	await guided.getByRole("link", { name: "No, it is the same" }).click();
	await expect(page).toHaveURL(/#other-network$/);
	await page.goBack();
	await expect(guided.getByRole("heading", { name: "Can you log in from a private window?" })).toBeVisible();
	await expect(answers).toHaveCount(1);
	await page.goForward();
	await expect(answers).toHaveCount(2);
	await page.reload();
	await expect(guided.getByRole("heading", { name: "Can you log in from another network" })).toBeVisible();
	await expect(answers).toHaveCount(2);
	await page.goBack();
	await page.goBack();
	await expect(guided.getByRole("heading", { name: "What do you see when you try to log in?" })).toBeVisible();
	await expect(answers).toHaveCount(0);
});

test("a link to an outcome opens it, and what solved it is a vote", async ({ page, report }) => {
	const votes = async () => (await report()).metrics.find(({ id }) => id === "helpfulness")?.n ?? 0;
	const before = await votes();
	await page.goto(`${address}#network-blocks-us`);
	const outcome = page.locator(".guided-outcome").filter({ hasText: "Your network blocks a part of the page" });
	await expect(outcome).toBeVisible();
	await outcome.getByRole("button", { name: "Yes" }).click();
	await expect(page.getByRole("button", { name: "Yes", exact: true }).and(page.locator("[data-vote] button"))).toHaveAttribute("aria-pressed", "true");
	await expect.poll(votes).toBe(before + 1);
});

test("the answers go along with a message, in words, unless they are removed", async ({ page, desk }, { project }) => {
	const subject = `Still locked out (${project.name})`;
	await page.goto(address);
	const guided = page.locator(".guided");
	await guided.getByRole("link", { name: "The code ERR_3002" }).click();
	await guided.getByRole("link", { name: "Start again" }).click();
	await guided.getByRole("link", { name: "A white page" }).click();
	await guided.getByRole("link", { name: "Yes, there it works" }).click();
	await guided.getByRole("link", { name: "No, contact support" }).click();
	await expect(page.getByText("You were reading")).toBeVisible();
	await writeMessage(page, subject);
	await page.getByText("What we send along").click();
	const first = page.getByRole("listitem").filter({ hasText: "Came to “Your account is locked for 30 minutes”" });
	await first.getByRole("button", { name: /^Remove/ }).click();
	await expect(first).toHaveCount(0);
	await expect(page.getByText("Can you log in from a private window? – Yes, there it works · Came to “Your browser holds an old cookie”")).toBeVisible();
	await page.getByRole("button", { name: "Send message" }).click();
	await expect(page.getByRole("heading", { name: "We have your message." })).toBeVisible();
	const arrived = async () => (await desk()).tickets.filter((ticket) => ticket.data.subject === subject);
	await expect.poll(async () => (await arrived()).length).toBe(1);
	const [ticket] = await arrived();
	const walks = (ticket?.data["trail"] as { kind: string }[]).filter(({ kind }) => kind === "guided");
	expect(walks).toEqual([
		{
			kind: "guided",
			article: "troubleshooting/cannot-log-in",
			title: "Why can't I log in?",
			answers: [
				{ question: "What do you see when you try to log in?", answer: "A white page, or the login page again" },
				{ question: "Can you log in from a private window?", answer: "Yes, there it works" },
			],
			outcome: "Your browser holds an old cookie",
		},
	]);
});

test.describe("with JavaScript switched off", () => {
	test.use({ javaScriptEnabled: false });

	test("every question and outcome is there, and an answer leads to its place", async ({ page }) => {
		await page.goto(address);
		for (const part of await page.locator(".guided-node").all()) await expect(part).toBeVisible();
		await page.getByRole("link", { name: "A white page, or the login page again" }).click();
		await expect(page).toHaveURL(/#private-window$/);
		await expect(page.getByRole("heading", { name: "Can you log in from a private window?" })).toBeInViewport();
	});
});
