import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { manifestPath, type SiteManifest } from "#contract/site-manifest.ts";
import type { Digest } from "#contract/digest.ts";
import { weekOf } from "#contract/iso-week.ts";
import { outFolder } from "#scripts/lib/paths.ts";
import { digestHtml } from "#scripts/lib/reporters/digest-html.ts";
import { expect, test } from "./fixtures.ts";
import type { Stack } from "./global-setup.ts";
import { scriptPayloads } from "./script-payloads.ts";

// Words are made harmless where they leave; the content policy would only hide it if they were not.
test.use({ bypassCSP: true });
test.skip(({ viewport }) => (viewport?.width ?? 0) < 1000, "asked once");

// Weeks ago, so that nothing of it stands in the reports that other journeys look at.
const written = Date.now() - 60 * 24 * 60 * 60 * 1000;
const day = (at: number) => new Date(at).toISOString().slice(0, 10);
const period = `from=${day(written - 2 * 24 * 60 * 60 * 1000)}&to=${day(written + 2 * 24 * 60 * 60 * 1000)}`;

const article = "data-entry/add-esg-data";
const { articles } = JSON.parse(readFileSync(join(outFolder, manifestPath), "utf8")) as SiteManifest;

/** The patterns by a number at a time: each stands in one field, or several in one that is long enough. */
function groups(size: number): string[][] {
	return Array.from({ length: Math.ceil(scriptPayloads.length / size) }, (_, index) => scriptPayloads.slice(index * size, (index + 1) * size));
}

/** Three patterns fit into what a search takes. */
const searches = groups(3).map((group) => group.join(" ").slice(0, 200));

/** Runs in the page: what stands in it that words have made, in shadow trees, too. */
function findPlanted(): string[] {
	const found: string[] = [];
	const code = /^\s*(?:javascript|data:text|vbscript)/i;
	function walk(root: ParentNode): void {
		for (const element of root.querySelectorAll("*")) {
			const acts = [...element.attributes].some(
				({ name, value }) => /^on/.test(name) || (/^(?:href|src|action|formaction|data)$/.test(name) && code.test(value)),
			);
			if (acts || element.hasAttribute("data-planted")) found.push(element.outerHTML.slice(0, 150));
			if (element.shadowRoot) walk(element.shadowRoot);
		}
	}
	walk(document);
	return found;
}

/** Counts what runs, on this page and those after it. */
async function watch(page: Page): Promise<{ expectClean: (where: string) => Promise<void>; runs: string[] }> {
	const runs: string[] = [];
	// What these pages would tell of their reader is nothing that the journeys after them should find.
	await page.route("**/api/events", (route) => route.fulfill({ status: 202, json: { accepted: 1 } }));
	await page.exposeFunction("pwned", () => runs.push(page.url()));
	page.on("dialog", (dialog) => void dialog.dismiss().then(() => runs.push(page.url())));
	return {
		runs,
		async expectClean(where) {
			expect([where, await page.evaluate(findPlanted)]).toEqual([where, []]);
			expect([where, runs]).toEqual([where, []]);
		},
	};
}

/** Sends what somebody wrote, from a network of its own, with a pattern in what a browser tells of itself. */
async function send(stack: Stack, path: string, index: number, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
	const pattern = encodeURI(scriptPayloads[index] ?? "");
	return fetch(`${stack.url}${path}`, {
		method: "POST",
		body: typeof body === "string" ? body : JSON.stringify(body),
		headers: {
			"content-type": "application/json",
			"sec-fetch-site": "same-origin",
			"x-dev-network": `198.18.${100 + index}.1`,
			"x-dev-clock": String(written),
			referer: `https://evil.example/${pattern}`,
			"user-agent": `Mozilla/5.0 Chrome/140.0.0.0 ${pattern}`,
			...headers,
		},
	});
}

/** One reader who searches, tells and votes in patterns. */
async function read(stack: Stack, pattern: string, index: number): Promise<void> {
	const session = crypto.randomUUID().replaceAll("-", "");
	const search = crypto.randomUUID();
	const events = [
		{ type: "page_viewed", id: crypto.randomUUID(), path: `/${pattern}` },
		{ type: "search_settled", id: search, query: pattern, results: 0 },
		{ type: "search_told", id: crypto.randomUUID(), search, text: pattern },
		{ type: "search_settled", id: crypto.randomUUID(), query: pattern, results: 0, source: "ask" },
	];
	expect((await send(stack, "/api/events", index, { session, events })).status).toBe(202);
	const vote = { article, revision: articles[article]?.revision, helpful: "no", reasons: ["outdated"], comment: pattern, session };
	expect((await send(stack, "/api/votes", index, vote)).status).toBe(200);
}

/** One customer whose message holds a pattern in each field, and in the name of its file. @returns their status page */
async function write(stack: Stack, patterns: string[], index: number): Promise<string> {
	const [subject = "abc", name = "x", company = "", product = "", environment = "", fileName = "x"] = patterns;
	const key = crypto.randomUUID();
	const named = { "content-type": "text/plain", "x-form-key": key, "x-file-name": encodeURIComponent(`${fileName}.txt`) };
	const file = await send(stack, "/api/attachments", index, fileName, named);
	expect(file.status).toBe(201);
	const all = patterns.join(" ");
	const ticket = await send(stack, "/api/tickets", index, {
		...{ key, subject, name, company, product, environment, description: all, tried: all, category: "other", email: "robin@customer.example" },
		trail: patterns.flatMap((pattern) => [
			{ kind: "search", query: pattern, results: 0 },
			{ kind: "article", article, title: pattern },
			{ kind: "answer", question: pattern },
		]),
		attachments: [((await file.json()) as { id: string }).id],
	});
	expect(ticket.status, await ticket.clone().text()).toBe(201);
	const { statusUrl } = (await ticket.json()) as { statusUrl: string };
	const note = { token: statusUrl.slice("/status/".length), key: crypto.randomUUID(), text: all };
	expect((await send(stack, "/api/tickets/notes", index, note)).status).toBe(201);
	return statusUrl;
}

// What is still on its way when a test ends must not fail the next one.
test.afterEach(async ({ page }) => page.unrouteAll({ behavior: "ignoreErrors" }));

test("the patterns run where nothing makes them harmless, so that this test can fail", async ({ page }) => {
	const { runs } = await watch(page);
	await page.goto("/robots.txt");
	await page.setContent(scriptPayloads.slice(0, 8).join("\n"));
	await expect.poll(() => runs.length).toBeGreaterThan(3);
	expect((await page.evaluate(findPlanted)).length).toBeGreaterThan(6);
});

test("what readers and customers write runs on no page that shows it: theirs, the manager's, the digest", async ({ page, stack, tick, signIn }) => {
	test.setTimeout(240_000);
	for (const [index, pattern] of scriptPayloads.entries()) await read(stack, pattern, index);
	const addresses: string[] = [];
	for (const [index, patterns] of groups(6).entries()) addresses.push(await write(stack, patterns, index));
	await tick();
	const { expectClean } = await watch(page);
	for (const address of addresses) {
		await page.goto(address);
		await expect(page.locator("main")).toContainText("pwned()");
		await expectClean(address);
	}
	await signIn(page);
	for (const path of ["", "/search", "/articles", "/contact", "/freshness", "/handoffs", "/audit"]) {
		await page.goto(`/manage${path}${path === "/audit" ? "" : `?${period}`}`);
		await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
		if (["/search", "/articles"].includes(path)) await expect(page.locator("main")).toContainText("pwned()");
		await expectClean(`/manage${path}`);
	}
	for (const words of searches.map(encodeURIComponent)) {
		for (const query of [`category=${words}`, `settled=${words}&${words}=1`]) {
			await page.goto(`/manage/articles?${period}&${query}`);
			await expectClean(`/manage/articles?${period}&${query}`);
		}
	}
	const digest = await fetch(`${stack.url}/api/reports/digest?week=${weekOf(day(written))}`, { headers: { authorization: `Bearer ${stack.reportToken}` } });
	await page.setContent(digestHtml((await digest.json()) as Digest));
	await expectClean("the digest");
});

test("what an address or a field holds runs on no page that repeats it", async ({ page }) => {
	test.setTimeout(240_000);
	const { expectClean } = await watch(page);
	for (const words of searches.map(encodeURIComponent)) {
		for (const path of [`/search/?q=${words}`, `/contact/?q=${words}&from=${words}`, `/${words}/`]) {
			await page.goto(path, { referer: `https://evil.example/${words}` });
			await expectClean(path);
		}
	}
	await page.goto("/");
	await page.getByRole("combobox", { name: "Search the help centre" }).click();
	await expectClean("the searches of before");
});

test("a plain form that is refused comes back with every word, and none of them runs", async ({ page }) => {
	test.setTimeout(120_000);
	const { expectClean } = await watch(page);
	for (const patterns of groups(9)) {
		await page.goto("/contact/");
		await page.locator("[data-contact-form]").evaluate((form) => form.setAttribute("data-before", ""));
		await page.evaluate((words) => {
			const form = document.createElement("form");
			form.method = "post";
			form.action = "/contact/";
			const names = ["subject", "description", "tried", "category", "product", "environment", "name", "email", "company"];
			for (const [index, name] of [...names, "key", "rendered", "article", "affected", "impairment", "risk", "incident", "attachments"].entries()) {
				const field = document.createElement("input");
				field.name = name;
				field.value = words[index % words.length] ?? "";
				form.append(field);
			}
			document.body.append(form);
			form.submit();
		}, patterns);
		await expect(page.locator("[data-contact-form]:not([data-before])")).toBeVisible();
		await expectClean(`the contact form with ${patterns.join(" ")}`);
	}
});

test("what is asked runs neither in the answer box nor in the widget of a product", async ({ page, stack }) => {
	test.setTimeout(240_000);
	const { expectClean } = await watch(page);
	await page.goto("/search/");
	await page.getByRole("button", { name: "Ask a question" }).click();
	for (const words of searches) {
		const answered = page.waitForResponse((response) => response.url().endsWith("/api/answers"));
		await page.getByLabel("Your question").fill(`Why does ${words} not import rows?`);
		await page.getByRole("button", { name: "Ask", exact: true }).click();
		await answered;
		await expect(page.locator(".ask-body")).toBeVisible();
		await expectClean(`the answer to ${words}`);
	}
	await page.goto(`${stack.product}/reports`);
	await page.getByRole("button", { name: "Help", exact: true }).click();
	const field = page.getByRole("dialog", { name: /ESG Platform/ }).getByRole("searchbox");
	for (const words of searches) {
		await field.fill(words);
		await field.press("Enter");
		await expectClean(`the widget, asked for ${words}`);
	}
});

/** What an article's files say, with a pattern in the place of every word that is shown. */
function withPatterns(value: unknown, name = ""): unknown {
	if (Array.isArray(value)) return value.map((part) => withPatterns(part, name));
	if (typeof value === "object" && value !== null) return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withPatterns(part, key)]));
	const shown = ["title", "summary", "quickAnswer", "categoryTitle", "text", "heading", "greeting"].includes(name);
	if (!shown || typeof value !== "string" || value === "") return value;
	return scriptPayloads[value.length % scriptPayloads.length];
}

test("words of articles run nowhere that scripts show them: suggestions, results, answers, the widget", async ({ page, stack }) => {
	test.setTimeout(120_000);
	const { expectClean } = await watch(page);
	await page.route(/\/(?:search-index\/.+\/documents-\d+|_widget\/en(?:\/.+)?)\.json$|\/api\/answers$/, async (route) => {
		const response = await route.fetch();
		await route.fulfill({ response, json: withPatterns(await response.json()) });
	});
	await page.goto("/");
	const box = page.getByRole("combobox", { name: "Search the help centre" });
	await box.fill("reset my password");
	await expect(page.getByRole("option").first()).toContainText("pwned()");
	await expectClean("the search box");
	await page.goto("/search/?q=why+were+rows+of+my+import+rejected");
	await expect(page.locator("[data-search-results], .search-page").first()).toContainText("pwned()");
	await page.getByRole("button", { name: "Answer this" }).click();
	await expect(page.locator(".ask-body")).toContainText("pwned()");
	await expectClean("the search page and its answer");
	await page.goto("/contact/?q=reset+my+password");
	await expect(page.locator("[data-contact-help]")).toContainText("pwned()");
	await expectClean("the contact page");

	await page.goto(`${stack.product}/reports`);
	await page.getByRole("button", { name: "Help", exact: true }).click();
	const panel = page.getByRole("dialog", { name: /ESG Platform/ });
	await expect(panel).toContainText("pwned()");
	await expectClean("the widget's suggestions");
	await panel.getByRole("searchbox").fill("reset my password");
	await panel.getByRole("link", { name: "pwned()" }).first().click();
	await expect(panel.getByRole("heading", { level: 1 })).toBeVisible();
	await expectClean("an article in the widget");
});
