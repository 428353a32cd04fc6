import { describe, expect, it } from "vitest";
import { siteManifestSchema, type SiteManifest } from "#contract/site-manifest.ts";
import { articleAges } from "#worker/reports/freshness/article-ages.ts";
import { localesTable } from "#worker/reports/freshness/tables.ts";

const article = (title: string, owner: string) => ({
	...{ title, url: `/${title}/`, revision: "aaaaaaaaaaaa", category: "reporting/exports", type: "how-to", answers: [], owner, lastReviewed: "2026-10-01" },
});
const shape = siteManifestSchema.shape;
const site = {
	defaultLocale: "en",
	locales: ["en", "de"],
	translations: { de: ["reporting/export"] },
	articles: shape.articles.parse({
		"reporting/export": article("Export", "reports"),
		"reporting/print": article("Print", "Unassigned"),
		"reporting/share": article("Share", "tbd-team"),
	}),
	support: { timeZone: "UTC" },
} as unknown as SiteManifest;
const views = new Map([
	["reporting/export", 60],
	["reporting/print", 10],
	["reporting/share", 30],
]);
const ages = articleAges(site, "2026-11-20", { views, firstSeen: new Map() });

describe("the content's coverage of languages", () => {
	it("is weighed by articles and by views, and names what to translate next", () => {
		expect(localesTable(site, ages).rows).toEqual([
			{ cells: { locale: "de", articles: 1, share: 1 / 3, views: 0.6, next: "Share" }, action: "Translate: content/articles/de/reporting/share.mdx" },
		]);
	});

	it("has nothing to say of one language", () => {
		expect(localesTable({ ...site, locales: ["en"] }, ages).rows).toEqual([]);
	});
});

describe("an article's owner", () => {
	it("is nobody only where the field says so", () => {
		expect(ages.filter(({ unowned }) => unowned).map(({ title }) => title)).toEqual(["Print"]);
	});
});
