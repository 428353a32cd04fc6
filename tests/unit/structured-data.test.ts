import { parse } from "node-html-parser";
import { describe, expect, it } from "vitest";
import { partsOf } from "#site/lib/article-parts.ts";
import { articleThings, type ToldArticle } from "#site/lib/structured-data/article.ts";
import { organizationOf, webSiteOf, type Centre } from "#site/lib/structured-data/centre.ts";
import { jsonLd } from "#site/lib/structured-data/graph.ts";
import { trailOf } from "#site/lib/structured-data/trail.ts";
import type { ArticleType } from "#site/schemas/article.ts";

const centre: Centre = {
	site: new URL("https://help.example.com/"),
	base: "/de",
	locale: "de",
	name: "Beispiel-Hilfe",
	description: "Antworten auf alles.",
	publisher: "Example Help",
	logo: "logo.svg",
};
const none = { instructions: [], questions: [] };

function things(changes: Partial<ToldArticle> = {}) {
	const article = {
		title: "Wie geht das?",
		summary: "So geht das.",
		type: "how-to" as const,
		url: "/de/a/b/",
		modified: "2026-11-02",
		parts: none,
		...changes,
	};
	return JSON.parse(JSON.stringify(articleThings(article, centre))) as Record<string, unknown>[];
}

describe("the parts of an article", () => {
	const parts = (html: string) => partsOf(parse(html));

	it("are its steps with their text, one block a line, without headings and elements", () => {
		const html = `<section class="steps"><h2 id="steps">Step by step</h2><div class="step-list"><section class="step"><h3 id="open">Open &amp; look</h3><p>Open <b>Data</b>.</p><ul><li>One</li><li>Two</li></ul></section></div></section>`;
		expect(parts(html)).toEqual({
			instructions: [{ id: "steps", title: "Step by step", steps: [{ id: "open", title: "Open & look", text: "Open Data.\nOne\nTwo" }] }],
			questions: [],
		});
	});

	it("are its questions, each with nothing but its own answer", () => {
		const html = `<div class="faq"><section class="question"><h3 id="why">Why?</h3><p>Because.</p></section></div><p>Something else.</p>`;
		expect(parts(html).questions).toEqual([{ id: "why", title: "Why?", text: "Because." }]);
	});

	it("are none where a list of steps is empty", () => {
		expect(parts(`<section class="steps"><h2 id="steps">Step by step</h2></section>`)).toEqual(none);
	});
});

describe("what machines are told of an article", () => {
	it.each<[ArticleType, string]>([
		["getting-started", "TechArticle"],
		["how-to", "TechArticle"],
		["troubleshooting", "TechArticle"],
		["reference", "TechArticle"],
		["best-practices", "TechArticle"],
		["release-notes", "Article"],
		// Imported ones may have their questions in another form.
		["faq", "Article"],
	])("is, for one of type %s without steps and questions, %s", (type, wanted) => {
		expect(things({ type }).map((thing) => thing["@type"])).toEqual([wanted]);
	});

	it("is all that is known of it", () => {
		expect(things({ released: "2026-10-01" })).toMatchInlineSnapshot(`
			[
			  {
			    "@id": "https://help.example.com/de/a/b/#article",
			    "@type": "TechArticle",
			    "author": {
			      "@id": "https://help.example.com/#organization",
			    },
			    "dateModified": "2026-11-02",
			    "datePublished": "2026-10-01",
			    "description": "So geht das.",
			    "headline": "Wie geht das?",
			    "inLanguage": "de",
			    "isPartOf": {
			      "@id": "https://help.example.com/de/#website",
			      "@type": "WebSite",
			      "name": "Beispiel-Hilfe",
			      "url": "https://help.example.com/de/",
			    },
			    "mainEntityOfPage": "https://help.example.com/de/a/b/",
			    "publisher": {
			      "@id": "https://help.example.com/#organization",
			      "@type": "Organization",
			      "logo": {
			        "@type": "ImageObject",
			        "url": "https://help.example.com/brand/logo.svg",
			      },
			      "name": "Example Help",
			      "url": "https://help.example.com/",
			    },
			    "url": "https://help.example.com/de/a/b/",
			  },
			]
		`);
	});

	it("has the picture that its link is shared with", () => {
		const [main] = things({ image: { path: "/og/0a1b.png", width: 1200, height: 630, alt: "Die Werte" } });
		expect(main?.["image"]).toEqual({
			"@type": "ImageObject",
			url: "https://help.example.com/og/0a1b.png",
			width: "1200",
			height: "630",
			caption: "Die Werte",
		});
		expect(things({ image: null })[0]).not.toHaveProperty("image");
	});

	it("has each list of steps, in order; a step without a text says its title", () => {
		const steps = [
			{ id: "öffnen", title: "Öffnen", text: "Öffnen Sie es." },
			{ id: "fertig", title: "Fertig", text: "" },
		];
		const [, howTo, second] = things({
			parts: {
				...none,
				instructions: [
					{ id: "steps", title: "Schritte", steps },
					{ id: "more", title: "Mehr", steps },
				],
			},
		});
		expect(second?.["@id"]).toBe("https://help.example.com/de/a/b/#more");
		expect(howTo).toMatchObject({
			"@type": "HowTo",
			name: "Wie geht das?",
			step: [
				{ "@type": "HowToStep", position: 1, name: "Öffnen", text: "Öffnen Sie es.", url: "https://help.example.com/de/a/b/#%C3%B6ffnen" },
				{ "@type": "HowToStep", position: 2, name: "Fertig", text: "Fertig", url: "https://help.example.com/de/a/b/#fertig" },
			],
		});
	});

	it("has the questions of a page of questions, but none without an answer", () => {
		const questions = [
			{ id: "why", title: "Why?", text: "Because." },
			{ id: "when", title: "When?", text: "" },
		];
		const [page] = things({ type: "faq", parts: { ...none, questions } });
		expect(page).toMatchObject({
			"@type": "FAQPage",
			mainEntity: [{ "@type": "Question", name: "Why?", acceptedAnswer: { "@type": "Answer", text: "Because." } }],
		});
		expect((page?.["mainEntity"] as unknown[]).length).toBe(1);
	});

	it("does not call an article a page of questions because it has some", () => {
		expect(things({ parts: { ...none, questions: [{ id: "why", title: "Why?", text: "Because." }] } })[0]).not.toHaveProperty("mainEntity");
	});
});

describe("what machines are told of the centre", () => {
	it("is its search, in the language of the page", () => {
		expect(webSiteOf(centre)).toMatchObject({
			url: "https://help.example.com/de/",
			potentialAction: { target: { urlTemplate: "https://help.example.com/de/search/?q={search_term_string}" } },
		});
	});

	it("has no logo where the centre has none", () => {
		expect(organizationOf({ ...centre, logo: undefined })).not.toHaveProperty("logo");
	});

	it("is the trail to a page, counted from one", () => {
		expect(
			trailOf(centre.site, [
				{ name: "Start", path: "/de/" },
				{ name: "A", path: "/de/a/" },
			]),
		).toMatchObject({
			itemListElement: [
				{ position: 1, name: "Start", item: "https://help.example.com/de/" },
				{ position: 2, name: "A", item: "https://help.example.com/de/a/" },
			],
		});
	});
});

it("never ends the element that it stands in, whatever a title says", () => {
	const name = `</script><script>alert(1)</script><!--`;
	const text = jsonLd([trailOf(centre.site, [{ name, path: "/" }])]);
	expect(text).not.toContain("<");
	expect(JSON.parse(text)).toMatchObject({ "@context": "https://schema.org", "@graph": [{ itemListElement: [{ name }] }] });
});
