import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { outFolder } from "../../scripts/lib/paths.ts";
import { listRead } from "../../site/offline/html.ts";
import { writeMessage } from "../e2e/write-message.ts";
import { moment, setClock } from "./still.ts";

/** A kind of page, or a state of one. */
export interface State {
	name: string;
	path: string;
	/** What must be arranged before it is opened. */
	before?: (page: Page) => Promise<unknown>;
	/** What must have happened before it is looked at. */
	ready?: (page: Page) => Promise<void>;
	/** Default: 200 */
	status?: number;
}

const query = (words: string) => new URLSearchParams({ q: words }).toString();

const articles: State[] = [
	{ name: "home", path: "/" },
	{ name: "category", path: "/integrations/" },
	{ name: "category-third-level", path: "/integrations/api/errors/" },
	{ name: "how-to", path: "/data-entry/add-esg-data/" },
	{ name: "reference", path: "/admin/roles-and-permissions/" },
	{ name: "troubleshooting", path: "/troubleshooting/cannot-log-in/" },
	{ name: "faq", path: "/getting-started/faq/" },
	{ name: "best-practices", path: "/reporting/choose-a-framework/" },
	{ name: "code", path: "/integrations/receive-webhooks/" },
	{ name: "releases", path: "/release-notes/" },
	{ name: "release-notes", path: "/release-notes/2026-11/" },
	{
		name: "languages",
		path: "/data-entry/add-esg-data/",
		async ready(page) {
			await page.locator(".languages summary").click();
			await expect(page.getByRole("link", { name: "العربية" })).toBeVisible();
		},
	},
	{
		name: "zoomed",
		path: "/data-entry/add-esg-data/",
		async ready(page) {
			await page.locator("a[data-zoom]").first().click();
			await expect(page.getByRole("dialog")).toBeVisible();
		},
	},
];

const search: State[] = [
	{ name: "search-start", path: "/search/", ready: async (page) => expect(page.locator(".search-start")).toBeVisible() },
	{
		name: "search-results",
		path: "/search/?q=import+error",
		ready: async (page) => expect(page.getByRole("status").filter({ hasText: "results for" })).toBeVisible(),
	},
	{
		name: "search-filtered",
		path: "/search/?q=import+error&category=data-entry",
		async ready(page) {
			await expect(page.locator(".results h2").first()).toBeVisible();
			await page.getByRole("combobox", { name: "Kind" }).selectOption("troubleshooting");
			await expect(page.getByRole("button", { name: "Reset" })).toBeVisible();
		},
	},
	{
		name: "search-no-answer",
		path: "/search/?q=bake+sourdough+bread",
		ready: async (page) => expect(page.getByRole("heading", { name: "We have no good answer to this yet." })).toBeVisible(),
	},
	{
		name: "suggestions",
		path: "/",
		async ready(page) {
			await page.getByRole("combobox").click();
			await page.getByRole("combobox").pressSequentially("reset password");
			await expect(page.getByRole("group", { name: "Suggestions" })).toBeVisible();
		},
	},
];

async function sendMessage(page: Page): Promise<void> {
	await writeMessage(page, "Every row of my import was refused");
	// Nobody writes that in no time.
	await setClock(page, moment + 60_000);
	await page.getByRole("button", { name: "Send message" }).click();
	await expect(page.getByRole("heading", { name: "We have your message." })).toBeVisible();
	await expect(async () => {
		await page.reload();
		await expect(page.getByText("Their number:")).toBeVisible({ timeout: 500 });
	}).toPass();
}

const contact: State[] = [
	{ name: "contact", path: "/contact/?from=data-entry/add-esg-data" },
	{
		name: "contact-suggestions",
		path: "/contact/?q=forgot+my+password",
		ready: async (page) => expect(page.getByRole("heading", { name: "This may answer it" })).toBeVisible(),
	},
	{
		name: "contact-errors",
		path: "/contact/",
		async ready(page) {
			await page.getByRole("button", { name: "Send message" }).click();
			await expect(page.getByRole("alert").filter({ hasText: "Your message was not sent yet" })).toBeFocused();
		},
	},
	{ name: "status", path: "/contact/", ready: sendMessage },
	{
		name: "status-closed",
		path: "/contact/",
		async ready(page) {
			await sendMessage(page);
			await page.getByRole("button", { name: "I found the answer, close my message" }).click();
			await expect(page.getByRole("heading", { name: "This message is closed." })).toBeVisible();
		},
	},
	{
		name: "feedback",
		path: "/getting-started/first-login/",
		async ready(page) {
			await page.getByRole("button", { name: "No", exact: true }).click();
			await expect(page.getByRole("status").filter({ hasText: /counted/ })).toBeVisible();
		},
	},
	{
		name: "vote-form",
		path: "/getting-started/find-your-way-around/",
		async ready(page) {
			// As a browser without script sends it.
			await page.locator("[data-vote]").evaluate((form: HTMLFormElement) => {
				form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "helpful", value: "no" }));
				HTMLFormElement.prototype.submit.call(form);
			});
			await expect(page.getByRole("heading", { name: "Thank you. Your vote was counted." })).toBeVisible();
		},
	},
];

const otherLanguages: State[] = [
	{ name: "home-rtl", path: "/ar/" },
	{ name: "category-rtl", path: "/ar/account-and-billing/" },
	{ name: "article-rtl", path: "/ar/account-and-billing/reset-your-password/" },
	{ name: "untranslated-rtl", path: "/ar/data-entry/data-validation/" },
	{
		name: "search-rtl",
		path: `/ar/search/?${query("كلمة المرور")}`,
		ready: async (page) => expect(page.locator(".results h2").first()).toBeVisible(),
	},
	{ name: "not-found-rtl", path: "/ar/no/such/page/", status: 404 },
	{ name: "accessibility-rtl", path: "/ar/accessibility/" },
	{ name: "home-translated", path: "/de/" },
	{ name: "article-translated", path: "/es/getting-started/first-login/" },
];

const others: State[] = [
	{ name: "privacy", path: "/privacy/" },
	{ name: "accessibility", path: "/accessibility/" },
	{ name: "support-policy", path: "/support-policy/" },
	{ name: "guide", path: "/writers/" },
	{ name: "guide-tables", path: "/writers/first-article/" },
	{ name: "guide-components", path: "/writers/components/" },
	{ name: "offline", path: "/getting-started/", before: rewrite("/getting-started/", () => offlinePage("")) },
	{ name: "offline-rtl", path: "/ar/getting-started/", before: rewrite("/ar/getting-started/", () => offlinePage("ar/")) },
	{ name: "not-found", path: "/no/such/page/", status: 404 },
	{ name: "forbidden", path: "/manage/sign-in", status: 403 },
	{ name: "too-many", path: "/problems/too-many-requests" },
	{ name: "failed", path: "/problems/failed" },
];

/** What the service worker shows for a page that is not there without a connection, with two that were read. */
function offlinePage(folder: string): string {
	return listRead(readFileSync(join(outFolder, folder, "offline/index.html"), "utf8"), [
		{ path: `/${folder}getting-started/first-login/`, title: "First login" },
		{ path: `/${folder}data-entry/add-esg-data/`, title: "How do I add ESG data?" },
	]);
}

/** Changes the HTML of a page on its way. */
function rewrite(path: string, change: (html: string) => string): NonNullable<State["before"]> {
	return async (page) =>
		page.route(
			({ pathname }) => pathname === path,
			async (route) => {
				const response = await route.fetch();
				await route.fulfill({ response, body: change(await response.text()) });
			},
		);
}

const longWord = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";
const incident = `<aside class="incident" aria-label="Known problem: Exports to PDF fail"><p><strong>Exports to PDF fail</strong> Some PDF files are empty. We know the cause and are fixing it. <small>Since <time>17 November 2026, 09:10 GMT</time></small> <a href="/status">Follow it</a></p></aside>`;

/** What the sample does not have, made from its pages. */
const rare: State[] = [
	{
		name: "long-words",
		path: "/data-entry/add-esg-data/",
		before: rewrite("/data-entry/add-esg-data/", (html) => html.replaceAll(/ESG data|Electricity|evidence|\bmetric\b(?=[^<>]*<\/p>)/g, longWord)),
	},
	{ name: "incident", path: "/reporting/", before: rewrite("/reporting/", (html) => html.replace("<header", `${incident}<header`)) },
	{
		name: "empty-category",
		path: "/admin/sign-in/",
		before: rewrite("/admin/sign-in/", (html) => html.replace(/<ul class="article-list">[\s\S]*?<\/ul>/, "")),
	},
	{
		name: "search-fails",
		path: "/search/?q=import+error",
		before: (page) => page.route(/\/search-index\//, (route) => route.abort()),
		ready: async (page) => expect(page.locator(".notice.bad")).toBeVisible(),
	},
];

/** Every kind of page that readers and writers see. */
export const states: State[] = [...articles, ...search, ...contact, ...otherLanguages, ...others, ...rare];

/** The manager's pages, with the sample's figures. */
export const managerStates: State[] = [
	...["", "search", "articles", "contact", "freshness", "handoffs", "audit", "erase"].map((page) => ({
		name: page === "" ? "report" : `report-${page}`,
		path: page === "" ? "/manage" : `/manage/${page}`,
	})),
	{
		name: "report-filter",
		path: "/manage/articles",
		async ready(page) {
			await page.locator("summary").filter({ hasText: "Filter" }).click();
			await expect(page.getByLabel("Category")).toBeVisible();
		},
	},
	{
		name: "report-definition",
		path: "/manage",
		async ready(page) {
			await page
				.getByRole("button", { name: /^How it is counted/ })
				.first()
				.click();
			await expect(page.locator("[popover]:popover-open")).toBeVisible();
		},
	},
];
