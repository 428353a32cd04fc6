import { parse } from "node-html-parser";
import { describe, expect, it } from "vitest";
import { finishBody } from "#site/lib/article-body.ts";

const about = { title: "How do I add ESG data?", summary: "Type a value and send it." };
const body = `<div class="quick" data-quick-answer><p>Open <strong>Data</strong>\n  and type.</p></div><h2 id="steps">Steps</h2><p>See <a href="/a/">the guide</a>.</p><img src="/_astro/x.h4sh.png" alt="The form">`;
const revisionOf = (html: string, changes: Partial<typeof about> = {}) => finishBody(html, { ...about, ...changes }).revision;

describe("the revision of an article", () => {
	const revision = revisionOf(body);

	it("is 12 hex digits, the same every time", () => {
		expect(revision).toMatch(/^[0-9a-f]{12}$/);
		expect(revisionOf(body)).toBe(revision);
	});

	it.each([
		["a class", `class="quick"`, `class="fast wide"`],
		["an id", `id="steps"`, `id="the-steps"`],
		["a file's hash", "x.h4sh.png", "x.n3w.png"],
		["a data attribute", "data-quick-answer", `data-quick-answer data-rows="3"`],
		["white space", "\n  and", " and"],
		["a style", "<p>See", `<p style="color:red">See`],
		["a comment", "<h2", "<!-- written 2026-11-21 --><h2"],
		["an attribute for machines", "<h2", `<h2 aria-level="2"`],
	])("stays when %s changes", (_, from, to) => {
		expect(body).toContain(from);
		expect(revisionOf(body.replace(from, to))).toBe(revision);
	});

	it.each([
		["a word", "type", "paste"],
		["capitals", "Steps<", "STEPS<"],
		["a link's target", `href="/a/"`, `href="/b/"`],
		["a picture's description", "The form", "The list"],
		["a picture", /<img.*>/, ""],
		["a heading's level", /h2/g, "h3"],
		["emphasis", /strong/g, "em"],
	])("changes with %s", (_, from, to) => {
		expect(revisionOf(body.replace(from, to))).not.toBe(revision);
	});

	it("changes with title and summary", () => {
		expect(revisionOf(body, { title: "Add data" })).not.toBe(revision);
		expect(revisionOf(body, { summary: "Another." })).not.toBe(revision);
	});
});

describe("headings", () => {
	const idsOf = (html: string) =>
		parse(finishBody(html, about).html)
			.querySelectorAll("[id]")
			.map(({ id }) => id);

	it("get an id from their words, unique on the page", () => {
		expect(idsOf(`<h2 data-title>Steps</h2><h3 data-title>Steps</h3><h2 id="steps-1">x</h2><h3 data-title> The  steps &amp; more </h3>`)).toEqual([
			"steps",
			"steps-2",
			"steps-1",
			"the-steps--more",
		]);
	});

	it.each([
		["several of one name", `<h2 data-title>A</h2>`.repeat(20)],
		["existing ids that look generated", `<h2 id="a">A</h2><h2 id="a-1">A</h2><h2 data-title>A</h2><h3 data-title>A 1</h3><h3 data-title>A</h3>`],
		["no letters", `<h2 data-title>?!</h2><h2 data-title>🎉</h2><h2 data-title></h2>`],
		["other scripts", `<h2 data-title>レポート</h2><h2 data-title>レポート</h2>`],
		["names of object members", `<h2 data-title>constructor</h2><h2 data-title>__proto__</h2><h2 data-title>constructor</h2>`],
	])("never share an id or have none: %s", (_, html) => {
		const ids = idsOf(html);
		expect(new Set(ids).size).toBe(ids.length);
		expect(ids).not.toContain("");
		expect(parse(finishBody(html, about).html).querySelectorAll("[data-title]:not([id])")).toEqual([]);
	});

	it("are listed with depth and plain words, second and third level", () => {
		expect(finishBody(`<h1 id="a">A</h1><h2 id="b">B <code>x</code></h2><h3 data-title>C &lt; D</h3><h4 id="e">E</h4><h2>no id</h2>`, about).headings).toEqual([
			{ depth: 2, id: "b", text: "B x" },
			{ depth: 3, id: "c--d", text: "C < D" },
		]);
	});
});

describe("the finished body", () => {
	it("gives the quick answer as plain text, or nothing", () => {
		expect(finishBody(body, about).quickAnswer).toBe("Open Data and type.");
		expect(finishBody("<p>x</p>", about).quickAnswer).toBe("");
	});

	it("lets a wide table scroll by itself, by keyboard too", () => {
		expect(finishBody("<table><tr><td>1</td></tr></table>", about).html).toBe(
			`<div class="table-scroll" role="region" aria-label="Table" tabindex="0"><table><tr><td>1</td></tr></table></div>`,
		);
	});

	it("makes pictures lead to themselves, unless they lead elsewhere", () => {
		const { html } = finishBody(`<img src="/a.png?w=1&amp;h=2" alt="A &quot;b&quot;"><a href="/x/"><img src="/b.png" alt=""></a>`, about);
		expect(html).toBe(
			`<a class="zoom" href="/a.png?w=1&amp;h=2" data-zoom><img src="/a.png?w=1&amp;h=2" alt="A &quot;b&quot;"></a><a href="/x/"><img src="/b.png" alt=""></a>`,
		);
	});

	it("keeps an address inside its attribute", () => {
		const link = parse(finishBody(`<img src="/a&quot; onclick=&quot;x" alt="">`, about).html).querySelector("a");
		expect(link?.getAttribute("onclick")).toBeUndefined();
		expect(link?.getAttribute("href")).toBe(`/a" onclick="x`);
	});

	it("wraps a picture inside a table, too", () => {
		expect(finishBody(`<table><tr><td><img src="/a.png" alt="A"></td></tr></table>`, about).html).toContain(`<td><a class="zoom" href="/a.png" data-zoom><img`);
	});

	it("takes an empty body", () => {
		expect(finishBody("", about)).toMatchObject({ html: "", headings: [], quickAnswer: "" });
	});
});
