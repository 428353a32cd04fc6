import { readFileSync } from "node:fs";
import { join } from "node:path";
import { HtmlValidate } from "html-validate";
import { describe, expect, it } from "vitest";
import { outFolder } from "#scripts/lib/paths.ts";

const validator = new HtmlValidate({
	root: true,
	extends: ["html-validate:recommended", "html-validate:standard"],
	rules: {
		// React writes attributes as its own code names them, closes empty elements and says `hidden=""`: all the same to a browser.
		"attr-case": "off",
		"void-style": "off",
		"attribute-boolean-style": "off",
		"attribute-empty-style": "off",
		// A list of suggestions below a text field is no `select`; and the frame of a wide table gets its role so that it can be scrolled by keyboard.
		"prefer-native-element": ["error", { exclude: ["listbox", "region"] }],
		// Titles are whole questions; the centre's name, at their end, is what search results leave out first.
		"long-title": "off",
		// The stylesheet keeps telephone numbers on one line.
		"tel-non-breaking": "off",
	},
});

/** Astro puts the style of its islands where the first one is, which browsers take; the page's own elements are not excused. */
const islandStyle = /<style>astro-island,astro-slot,astro-static-slot\{display:contents\}<\/style>/;

const pages = {
	"the home page": "index.html",
	"the home page from right to left": "ar/index.html",
	"a topic": "data-entry/index.html",
	"getting started": "getting-started/first-login/index.html",
	"how to": "data-entry/import/import-from-a-spreadsheet/index.html",
	troubleshooting: "troubleshooting/cannot-log-in/index.html",
	"a reference": "data-entry/units-and-conversion/index.html",
	"questions and answers": "account-and-billing/billing-faq/index.html",
	"release notes": "release-notes/2026-11/index.html",
	"the list of release notes": "release-notes/index.html",
	"best practices": "data-entry/good-data-habits/index.html",
	"an article that stands in": "de/data-entry/data-validation/index.html",
	"an article from right to left": "ar/account-and-billing/reset-your-password/index.html",
	search: "search/index.html",
	contact: "contact/index.html",
	"an address that leads nowhere": "404.html",
	"no connection": "offline/index.html",
	privacy: "privacy/index.html",
	accessibility: "accessibility/index.html",
	"accessibility from right to left": "ar/accessibility/index.html",
	"what support promises": "support-policy/index.html",
	"the frame of the Worker's pages": "worker-shell/index.html",
	"contact from right to left": "ar/contact/index.html",
	"privacy in another language": "es/privacy/index.html",
	"what support promises, from right to left": "ar/support-policy/index.html",
	"the frame of the Worker's pages in another language": "de/worker-shell/index.html",
	"the writers' guide": "writers/components/index.html",
};

async function problemsOf(html: string): Promise<string[]> {
	const { results } = await validator.validateString(html.replace(islandStyle, ""));
	return results.flatMap(({ messages }) => messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector ?? ""})`));
}

describe("the HTML of", () => {
	it.each(Object.entries(pages))("%s is valid", async (_, file) => {
		expect(await problemsOf(readFileSync(join(outFolder, file), "utf8"))).toEqual([]);
	});

	it("a page with a mistake is not", async () => {
		const html = readFileSync(join(outFolder, "index.html"), "utf8").replace("</main>", `<p id="main"><ul><p></p></ul></main>`);
		expect((await problemsOf(html)).length).toBeGreaterThan(1);
	});
});
