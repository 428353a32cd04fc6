import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { workFolder } from "../../scripts/lib/paths.ts";
import { expect, test } from "../e2e/fixtures.ts";

const widths = [320, 390, 768, 1440];
const themes = ["light", "dark"] as const;

/** Every kind of page, and what must have happened before it is looked at. */
const pages: { name: string; path: string; ready?: (page: Page) => Promise<void>; manager?: boolean; status?: number }[] = [
	{ name: "home", path: "/" },
	{ name: "category", path: "/integrations/" },
	{ name: "category-third-level", path: "/integrations/api/errors/" },
	{ name: "how-to", path: "/data-entry/add-esg-data/" },
	{ name: "reference", path: "/admin/roles-and-permissions/" },
	{ name: "troubleshooting", path: "/troubleshooting/cannot-log-in/" },
	{ name: "faq", path: "/getting-started/faq/" },
	{ name: "best-practices", path: "/reporting/choose-a-framework/" },
	{ name: "code", path: "/integrations/receive-webhooks/" },
	{ name: "release-notes", path: "/release-notes/" },
	{
		name: "search-results",
		path: "/search/?q=import+error",
		ready: async (page) => expect(page.getByRole("status").filter({ hasText: "results for" })).toBeVisible(),
	},
	{
		name: "search-no-answer",
		path: "/search/?q=bake+sourdough+bread",
		ready: async (page) => expect(page.getByRole("heading", { name: "We have no good answer to this yet." })).toBeVisible(),
	},
	{
		name: "suggestions",
		path: "/",
		ready: async (page) => {
			await page.getByRole("combobox").click();
			await page.getByRole("combobox").pressSequentially("reset password");
			await expect(page.getByRole("option").first()).toBeVisible();
		},
	},
	{ name: "contact", path: "/contact/?from=data-entry/add-esg-data" },
	{
		name: "contact-suggestions",
		path: "/contact/?q=forgot+my+password",
		ready: async (page) => expect(page.getByRole("heading", { name: "This may answer it" })).toBeVisible(),
	},
	{
		name: "feedback",
		path: "/getting-started/first-login/",
		ready: async (page) => {
			await page.getByRole("button", { name: "No", exact: true }).click();
			await expect(page.getByRole("status").filter({ hasText: /counted/ })).toBeVisible();
		},
	},
	{ name: "home-rtl", path: "/ar/" },
	{ name: "category-rtl", path: "/ar/account-and-billing/" },
	{ name: "article-rtl", path: "/ar/account-and-billing/reset-your-password/" },
	{ name: "untranslated-rtl", path: "/ar/data-entry/data-validation/" },
	{
		name: "search-rtl",
		path: `/ar/search/?${new URLSearchParams({ q: "كلمة المرور" })}`,
		ready: async (page) => expect(page.getByRole("heading", { level: 2 }).first()).toBeVisible(),
	},
	{ name: "not-found-rtl", path: "/ar/no/such/page/", status: 404 },
	{ name: "home-translated", path: "/de/" },
	{ name: "article-translated", path: "/es/getting-started/first-login/" },
	{
		name: "languages",
		path: "/data-entry/add-esg-data/",
		ready: async (page) => {
			await page.locator(".languages summary").click();
			await expect(page.getByRole("link", { name: "العربية" })).toBeVisible();
		},
	},
	{ name: "privacy", path: "/privacy/" },
	{ name: "guide", path: "/writers/" },
	{ name: "guide-tables", path: "/writers/first-article/" },
	{ name: "guide-components", path: "/writers/components/" },
	{ name: "not-found", path: "/no/such/page/", status: 404 },
	{ name: "forbidden", path: "/manage/sign-in", status: 403 },
	{ name: "report", path: "/manage", manager: true },
];

for (const { name, path, ready, manager, status = 200 } of pages) {
	for (const theme of themes) {
		test(`${name} fits every width, and axe finds nothing, in ${theme}`, async ({ page, signIn }) => {
			await page.emulateMedia({ colorScheme: theme });
			if (manager) await signIn(page);
			for (const width of widths) {
				await page.setViewportSize({ width, height: width < 700 ? 844 : 900 });
				expect((await page.goto(path))?.status()).toBe(status);
				await ready?.(page);
				await page.screenshot({ path: join(workFolder, "pictures", `${name}-${width}-${theme}.png`), fullPage: true });
				expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${name} is wider than ${width} px`).toBeLessThanOrEqual(0);
			}
			const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]).analyze();
			expect(
				violations.map(
					({ id, nodes }) =>
						`${id}: ${nodes
							.slice(0, 3)
							.map((node) => node.html.slice(0, 160))
							.join(" | ")}`,
				),
			).toEqual([]);
		});
	}
}
