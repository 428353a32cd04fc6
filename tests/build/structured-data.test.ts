import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "node-html-parser";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { manifestPath, siteManifestSchema } from "#contract/site-manifest.ts";
import { outFolder } from "#scripts/lib/paths.ts";

const manifest = siteManifestSchema.parse(JSON.parse(readFileSync(join(outFolder, manifestPath), "utf8")));
const site = manifest.url;

/** Words for people: no element and no entity of HTML in them, and none of the Markdown they were written in. */
const plain = z
	.string()
	.regex(/\S/)
	.refine((text) => !/<\/?[a-z]+[^>]*>|&(?:amp|lt|gt|quot|#\d+);|\]\(/i.test(text), "is not plain text");
const day = z.iso.date();
/** An address of this site. */
const address = z.url().startsWith(`${site}/`);
const reference = z.strictObject({ "@id": address });

// The rules below are the required fields, and those of the recommended ones that a help centre has, in
// https://developers.google.com/search/docs/appearance/structured-data (pages Article, FAQPage, Breadcrumb, Organization, Site names) and
// schema.org/HowTo. Strict: a misspelt property is an error, not something that is passed over.

/** Organization: name, url; logo as an image with an address. */
const organization = z.strictObject({
	"@type": z.literal("Organization"),
	"@id": address,
	name: plain,
	url: z.literal(`${site}/`),
	logo: z.strictObject({ "@type": z.literal("ImageObject"), url: address }),
});

/** WebSite: name and url; what a page is part of. */
const partOf = z.strictObject({ "@type": z.literal("WebSite"), "@id": address, name: plain, url: address });

/** WebSite on a home page. SearchAction: a target with the placeholder that its input names. */
const webSite = partOf.extend({
	description: plain,
	inLanguage: z.enum(manifest.locales),
	publisher: reference,
	potentialAction: z.strictObject({
		"@type": z.literal("SearchAction"),
		target: z.strictObject({ "@type": z.literal("EntryPoint"), urlTemplate: z.string().regex(/\/search\/\?q=\{search_term_string\}$/) }),
		"query-input": z.literal("required name=search_term_string"),
	}),
});

/** ImageObject: url; width and height as texts, as schema.org's Distance wants them. */
const picture = z.strictObject({
	"@type": z.literal("ImageObject"),
	url: address.regex(/\/og\/[0-9a-f]{16}\.(?:png|jpg)$/),
	width: z.literal("1200"),
	height: z.literal("630"),
	caption: plain,
});

/** Article: headline, dateModified as a date of ISO 8601, author and publisher with a name; datePublished not after dateModified is not asked for. */
const written = {
	"@id": address,
	headline: plain.max(110),
	description: plain,
	inLanguage: z.enum(manifest.locales),
	image: picture,
	dateModified: day,
	datePublished: day.optional(),
	url: address,
	mainEntityOfPage: address,
	isPartOf: partOf,
	author: reference,
	publisher: organization,
};
const article = z.strictObject({ "@type": z.enum(["Article", "TechArticle"]), ...written });

/** FAQPage: at least one Question, each with a name and one accepted Answer with a text. */
const faqPage = z.strictObject({
	"@type": z.literal("FAQPage"),
	name: plain,
	...written,
	mainEntity: z
		.array(
			z.strictObject({
				"@type": z.literal("Question"),
				name: plain,
				url: address,
				acceptedAnswer: z.strictObject({ "@type": z.literal("Answer"), text: plain, url: address }),
			}),
		)
		.min(1),
});

/** HowTo: name; steps in order, each with a name, a text, and an address with a fragment. */
const howTo = z.strictObject({
	"@type": z.literal("HowTo"),
	"@id": address,
	name: plain,
	description: plain,
	url: address,
	step: z
		.array(
			z
				.strictObject({ "@type": z.literal("HowToStep"), position: z.number(), name: plain, text: plain, url: address.regex(/#./) })
				.refine(({ name, text }) => name !== "" && text !== ""),
		)
		.min(1)
		.refine((steps) => steps.every(({ position }, index) => position === index + 1), "steps are not in order"),
});

/** BreadcrumbList: at least two ListItems, with positions from 1, names and addresses. */
const trail = z.strictObject({
	"@type": z.literal("BreadcrumbList"),
	itemListElement: z
		.array(z.strictObject({ "@type": z.literal("ListItem"), position: z.number(), name: plain, item: address }))
		.min(2)
		.refine((items) => items.every(({ position }, index) => position === index + 1), "items are not in order"),
});

const thing = z.discriminatedUnion("@type", [organization, webSite, article, faqPage, howTo, trail]);
const graph = z.strictObject({ "@context": z.literal("https://schema.org"), "@graph": z.array(thing).min(1) });

/** The things that a page tells, by its address. */
const told = new Map(
	globSync("**/index.html", { cwd: outFolder }).map((file) => {
		const root = parse(readFileSync(join(outFolder, file), "utf8"));
		const scripts = root.querySelectorAll('script[type="application/ld+json"]');
		return [`/${file.slice(0, -"index.html".length)}`, { root, texts: scripts.map((script) => script.innerHTML) }];
	}),
);
const thingsOf = (path: string) => (told.get(path)?.texts ?? []).flatMap((text) => graph.parse(JSON.parse(text))["@graph"]);
const typesOf = (path: string) => thingsOf(path).map((each) => each["@type"]);
const published = Object.values(manifest.articles).filter(({ archived }) => !archived);

describe("structured data", () => {
	it("fulfils the rules of its types on every page, at most once a page, and cannot end its element", () => {
		for (const [path, { texts }] of told) {
			expect(texts.length, path).toBeLessThanOrEqual(1);
			for (const text of texts) {
				expect(text, path).not.toContain("<");
				expect(graph.safeParse(JSON.parse(text)).error?.message, path).toBeUndefined();
			}
		}
	});

	it("tells what each published article is", () => {
		expect(published.length).toBeGreaterThan(60);
		for (const { url, type, title } of published) {
			const [main] = thingsOf(url);
			const wanted = type === "faq" ? "FAQPage" : type === "release-notes" ? "Article" : "TechArticle";
			expect(main, url).toMatchObject({ "@type": wanted, headline: title, url: `${site}${url}`, inLanguage: "en" });
			expect(typesOf(url).at(-1), url).toBe("BreadcrumbList");
		}
	});

	it("has the steps and questions that are on the page, at the place where they are", () => {
		for (const [path, { root }] of told) {
			if (thingsOf(path).length === 0 || path.startsWith("/writers/")) continue;
			const headings = (selector: string) => root.querySelectorAll(selector).map((heading) => encodeURI(heading.id));
			const things = thingsOf(path);
			const steps = things.flatMap((each) => (each["@type"] === "HowTo" ? each.step : [])).map(({ url }) => url.split("#")[1]);
			const questions = things.flatMap((each) => (each["@type"] === "FAQPage" ? each.mainEntity : [])).map(({ url }) => url.split("#")[1]);
			expect(steps, path).toEqual(headings(".prose .step h3[data-title]"));
			if (questions.length > 0) expect(questions, path).toEqual(headings(".prose .question h3"));
		}
	});

	it("leads along the trail that readers see, over pages that exist", () => {
		for (const path of told.keys()) {
			for (const each of thingsOf(path)) {
				if (each["@type"] !== "BreadcrumbList") continue;
				const items = each.itemListElement.map(({ item }) => new URL(item).pathname);
				const shown = told.get(path)?.root.querySelectorAll(".breadcrumbs a") ?? [];
				expect(items, path).toEqual([...shown.map((link) => link.getAttribute("href")), path]);
				for (const item of items) expect(existsSync(join(outFolder, item, "index.html")), item).toBe(true);
			}
		}
	});

	it("tells of the centre and its search on the home page of each language", () => {
		for (const locale of manifest.locales) {
			const base = locale === manifest.defaultLocale ? "" : `/${locale}`;
			expect(typesOf(`${base}/`), locale).toEqual(["WebSite", "Organization"]);
			expect(thingsOf(`${base}/`)[0], locale).toMatchObject({ url: `${site}${base}/`, inLanguage: locale });
		}
	});

	it("gives the publisher one name in all languages, and a logo that exists", () => {
		const publishers = [...told.keys()].flatMap((path) => thingsOf(path)).flatMap((each) => (each["@type"] === "Organization" ? [each] : []));
		expect(new Set(publishers.map(({ name }) => name))).toEqual(new Set([manifest.name]));
		for (const { logo } of publishers) expect(existsSync(join(outFolder, new URL(logo.url).pathname))).toBe(true);
	});

	it("is silent where a page stands in for a translation, and on search", () => {
		expect(["/de/data-entry/data-validation/", "/search/", "/de/search/"].flatMap(typesOf)).toEqual([]);
	});
});
