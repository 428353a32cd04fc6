import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse, type HTMLElement } from "node-html-parser";
import { describe, expect, it } from "vitest";
import { manifestPath, siteManifestSchema, spokenPath } from "#contract/site-manifest.ts";
import { openBuiltSearch } from "#scripts/lib/built-search.ts";
import { outFolder } from "#scripts/lib/paths.ts";
import { spokenStringsOf } from "#site/strings/spoken-catalogue.ts";

const manifest = siteManifestSchema.parse(JSON.parse(readFileSync(join(outFolder, manifestPath), "utf8")));
const others = manifest.locales.filter((locale) => locale !== manifest.defaultLocale);
const site = "https://help.esg-platform.example";
const [translated, untranslated] = ["account-and-billing/reset-your-password", "data-entry/data-validation"];

function page(path: string): HTMLElement {
	return parse(readFileSync(join(outFolder, path, "index.html"), "utf8"));
}

const words = (element: HTMLElement) => element.textContent.replace(/\s+/g, " ").trim();
const html = (root: HTMLElement) => root.querySelector("html");
const canonical = (root: HTMLElement) => root.querySelector("link[rel=canonical]")?.getAttribute("href");
const alternates = (root: HTMLElement) =>
	root.querySelectorAll("link[rel=alternate][hreflang]").map((link) => [link.getAttribute("hreflang"), link.getAttribute("href")?.slice(site.length)]);

describe.each(others)("the centre in %s", (locale) => {
	it("gives the Worker what it says in this language", () => {
		const spoken = JSON.parse(readFileSync(join(outFolder, spokenPath), "utf8")) as Record<string, unknown>;
		expect(spoken[locale]).toEqual(spokenStringsOf(locale));
		expect(Object.keys(spoken).sort()).toEqual(others.toSorted());
	});

	it("has at least ten translated articles, and a page for each of the others", () => {
		expect(manifest.translations[locale]?.length).toBeGreaterThanOrEqual(10);
		const missing = Object.keys(manifest.articles).filter((id) => !existsSync(join(outFolder, locale, id, "index.html")));
		expect(missing).toEqual([]);
	});

	it("says its language on every page, and which way it runs", () => {
		const pages = globSync(`${locale}/**/index.html`, { cwd: outFolder });
		expect(pages.length).toBeGreaterThan(90);
		const wrong = pages.filter((file) => {
			const root = html(parse(readFileSync(join(outFolder, file), "utf8")));
			return root?.getAttribute("lang") !== locale || root.getAttribute("dir") !== (locale === "ar" ? "rtl" : "ltr");
		});
		expect(wrong).toEqual([]);
	});

	it("says how accessible it is, and every footer leads there", () => {
		const statement = page(`${locale}/accessibility`);
		expect(statement.querySelectorAll("main h2")).toHaveLength(4);
		expect(alternates(statement).map(([, path]) => path)).toContain(`/${locale}/accessibility/`);
		for (const path of [locale, `${locale}/${translated}`])
			expect(page(path).querySelectorAll(`.site-footer a[href="/${locale}/accessibility/"]`)).toHaveLength(1);
	});

	it("says truthfully that an article is not translated, and leads search engines to the original", () => {
		const root = page(`${locale}/${untranslated}`);
		expect(root.querySelector("article [role=note]")?.textContent.trim().length).toBeGreaterThan(20);
		expect([root.querySelector("h1"), root.querySelector(".prose")].map((element) => element?.getAttribute("lang"))).toEqual(["en", "en"]);
		expect(root.querySelector(".prose h2#steps")?.textContent).toBe("Step by step");
		expect([canonical(root), alternates(root)]).toEqual([`${site}/${untranslated}/`, []]);
	});

	it("shows a translation as one of several", () => {
		const root = page(`${locale}/${translated}`);
		expect(root.querySelector("article > [role=note]")).toBeNull();
		expect(root.querySelector("h1")?.getAttribute("lang")).toBeUndefined();
		expect(canonical(root)).toBe(`${site}/${locale}/${translated}/`);
		expect(alternates(root)).toEqual(alternates(page(translated)));
		expect(root.querySelector(".prose h2#steps")?.textContent).not.toBe("Step by step");
	});

	it("keeps readers in their language", () => {
		const links = page(`${locale}/${translated}`)
			.querySelectorAll(".prose a[href^='/']")
			.map((link) => link.getAttribute("href") ?? "");
		const inside = links.filter((href) => !href.startsWith("/_astro/"));
		expect(inside.length).toBeGreaterThan(5);
		expect(inside.filter((href) => !href.startsWith(`/${locale}/`))).toEqual([]);
	});

	it("has the pages of contact, promises and privacy, each told as one of several", () => {
		for (const path of ["contact", "support-policy", "privacy"]) {
			const root = page(`${locale}/${path}`);
			expect([path, canonical(root)]).toEqual([path, `${site}/${locale}/${path}/`]);
			expect(alternates(root)).toEqual(alternates(page(path)));
			const menu = root.querySelectorAll(".languages a").map((link) => link.getAttribute("href"));
			expect(menu).toEqual([`/${path}/`, ...others.map((other) => `/${other}/${path}/`)]);
			expect([path, root.querySelector("h1")?.textContent === page(path).querySelector("h1")?.textContent]).toEqual([path, false]);
		}
	});

	it("leads from every kind of page to those of its language", () => {
		for (const path of ["", translated, "data-entry", "search", "404", "contact", "support-policy", "privacy", "worker-shell"]) {
			const links = page(`${locale}/${path}`).querySelectorAll("a[href]:not(.languages a)");
			const astray = links.map((link) => link.getAttribute("href") ?? "").filter((href) => /^\/(?:contact|support-policy|privacy|release-notes)\//.test(href));
			expect([path, astray]).toEqual([path, []]);
		}
	});

	it("says every word of its contact form and promises in its language", () => {
		const english = (path: string) =>
			new Set(page(path).querySelectorAll("main :is(h1, h2, p, label, legend, option, summary, button, dd, th, li)").map(words));
		for (const path of ["contact", "support-policy", "privacy"]) {
			const same = [...english(path)].filter((text) => [...english(`${locale}/${path}`)].includes(text));
			// Names, numbers and what is written alike.
			expect([path, same.filter((text) => /[a-z]{3,} [a-z]{3,}/i.test(text))]).toEqual([path, []]);
		}
	});

	it("sends its contact form to its own address, with its language", () => {
		const form = page(`${locale}/contact`).querySelector("[data-contact-form]");
		expect(form?.getAttribute("action")).toBe(`/${locale}/contact/`);
		expect(form?.querySelector("input[name=locale]")?.getAttribute("value")).toBe(locale);
	});

	it("finds its own articles, in its own words", async () => {
		const question = { ar: "نسيت كلمة المرور", de: "Passwort vergessen", es: "olvidé mi contraseña" }[locale] ?? "";
		const { search } = await openBuiltSearch(join(outFolder, locale));
		const { answered, results } = await search(question);
		expect([answered, results[0]?.document.url]).toEqual([true, `/${locale}/${translated}/`]);
	});
});

describe("an article in the centre's first language", () => {
	it("names its translations, each of which names it", () => {
		expect(alternates(page(translated))).toEqual([
			["en", `/${translated}/`],
			...others.map((locale) => [locale, `/${locale}/${translated}/`]),
			["x-default", `/${translated}/`],
		]);
	});

	it("that nobody has translated names none", () => {
		expect(alternates(page(untranslated))).toEqual([]);
	});

	it("has no messages of other languages in its contact page", () => {
		const text = readFileSync(join(outFolder, "contact/index.html"), "utf8");
		expect(text).toContain("Your message was not sent yet");
		expect(text).not.toMatch(/Ihre Nachricht|Su mensaje|رسالتك/);
	});

	it("stays out of the search of other languages, and they out of its", async () => {
		const { search } = await openBuiltSearch(outFolder);
		expect((await search("Passwort vergessen Link Anmeldeseite")).results.map(({ document }) => document.url).filter((url) => url.startsWith("/de/"))).toEqual(
			[],
		);
	});
});
