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
		["the forms a picture is offered in", /<img.*>/, `<picture><source srcset="/x.avif">$&</picture>`],
		["an attribute for machines", "<h2", `<h2 aria-level="2"`],
	])("stays when %s changes", (_, from, to) => {
		expect(body.replace(from, "")).not.toBe(body);
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

	it("says of a table's heads that they are of columns, unless the table says otherwise", () => {
		const { html } = finishBody(
			`<table><thead><tr><th></th><th>Unit</th><th scope="colgroup">Factor</th></tr></thead><tbody><tr><th>kWh</th></tr></tbody></table>`,
			about,
		);
		expect(html).toContain(`<tr><td></td><th scope="col">Unit</th><th scope="colgroup">Factor</th></tr></thead><tbody><tr><th>kWh</th></tr>`);
	});

	it("makes pictures lead to themselves, unless they lead elsewhere", () => {
		const { html } = finishBody(`<img src="/a.png?w=1&amp;h=2" alt="A &quot;b&quot;"><a href="/x/"><img src="/b.png" alt=""></a>`, about);
		expect(html).toBe(
			`<a class="zoom" href="/a.png?w=1&amp;h=2" data-zoom><img src="/a.png?w=1&amp;h=2" alt="A &quot;b&quot;"></a><a href="/x/"><img src="/b.png" alt=""></a>`,
		);
	});

	it("leads from a picture in several sizes to the largest, and remembers the first", () => {
		const picture = `<picture><source srcset="/a.avif 480w"><img src="/a.png" alt="A" data-full="/a.full.webp"></picture>`;
		const body = finishBody(`<p>${picture}</p><img src="/b.svg" alt="B">`, about);
		expect(body.html).toContain(
			`<p><a class="zoom" href="/a.full.webp" data-zoom><picture><source srcset="/a.avif 480w"><img src="/a.png" alt="A"></picture></a></p>`,
		);
		expect(body.picture).toEqual({ src: "/a.full.webp", alt: "A" });
		expect(finishBody(`<img src="https://example.com/x.png" alt="X">`, about).picture).toBeNull();
	});

	it("loads a picture at once that readers see at once, and no other", () => {
		const image = (name: string) => `<img src="/${name}.png" alt="" loading="lazy">`;
		const loading = (html: string) =>
			parse(finishBody(html, about).html)
				.querySelectorAll("img")
				.map((each) => each.getAttribute("loading"));
		expect(loading(`<p>Look:</p>${image("a")}${image("b")}`)).toEqual(["eager", "lazy"]);
		expect(loading(`<p>${"A long text. ".repeat(40)}</p><table><tr><td>${image("a")}</td></tr></table>`)).toEqual(["lazy"]);
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

describe("the passages that search looks through", () => {
	const passagesOf = (html: string) => finishBody(html, about).passages;

	it("are paragraphs, list items and table rows in reading order, each with the heading above it", () => {
		expect(
			passagesOf(
				`<p>First.</p><h2 id="steps">Steps</h2><ol><li>Open.</li><li>Type.</li></ol><h3 id="units">Units</h3><table><tr><th>Unit</th><th>Factor</th></tr><tr><td>kWh</td><td>1</td></tr></table><h2 id="after">After</h2><p>Wait.</p>`,
			),
		).toEqual([
			{ heading: null, text: "First." },
			{ heading: "steps", text: "Open." },
			{ heading: "steps", text: "Type." },
			{ heading: "units", text: "Unit Factor" },
			{ heading: "units", text: "kWh 1" },
			{ heading: "after", text: "Wait." },
		]);
	});

	it("hold inline words together and blocks apart", () => {
		expect(passagesOf(`<p>A <strong>b</strong>old w<em>or</em>d<br>and more</p>`)).toEqual([{ heading: null, text: "A bold word and more" }]);
		expect(passagesOf(`<ul><li>One<ul><li>Two</li></ul>rest</li></ul><div>Three<p>Four</p>five</div>`).map(({ text }) => text)).toEqual([
			"One",
			"Two",
			"rest",
			"Three",
			"Four",
			"five",
		]);
	});

	it("do not hold the headings that search knows already, but others", () => {
		expect(passagesOf(`<h2 id="a">Known</h2><h4 id="b">Deep</h4><h2>Without id</h2><p>x</p>`)).toEqual([
			{ heading: "a", text: "Deep" },
			{ heading: "a", text: "Without id" },
			{ heading: "a", text: "x" },
		]);
	});

	it("lie under headings that get their id here", () => {
		const { headings, passages } = finishBody(`<section><h2 data-title>The steps</h2><p>Open.</p></section>`, about);
		expect(passages).toEqual([{ heading: headings[0]?.id, text: "Open." }]);
	});

	it("hold listings, the quick answer and words as readers see them", () => {
		expect(passagesOf(`<pre><code>ERR_4021\n&lt;retry&gt;</code></pre><div data-quick-answer><p>Choose &amp; send.</p></div>`).map(({ text }) => text)).toEqual(
			["ERR_4021 <retry>", "Choose & send."],
		);
	});

	it("hold no text that is not there", () => {
		expect(passagesOf("")).toEqual([]);
		expect(passagesOf(`<p> \n </p><div><img src="/a.png" alt="A"></div><hr>`)).toEqual([]);
		expect(passagesOf(`<p>A</p><!-- note -->`)).toEqual([{ heading: null, text: "A" }]);
	});

	it("are not changed by what is done for the page", () => {
		const html = `<table><tr><td>1</td></tr></table><p><img src="/a.png" alt="A"> after</p>`;
		expect(passagesOf(html).map(({ text }) => text)).toEqual(["1", "after"]);
	});
});

describe("ids that a renamed heading keeps", () => {
	const html = `<section class="quick" data-quick-answer><h2 id="quick-answer">Quick</h2><p>Do it.</p></section><h2 id="steps">Steps</h2><h4 id="deep">Deep</h4><ol><li id="fn">x</li></ol>`;
	const kept = (...ids: [string, string][]) => finishBody(html, about, { oldIds: ids.map(([old, now]) => ({ old, now })) });

	it("stand at the start of the element that is there now, and at the first line where none is", () => {
		const body = kept(["do-it", "steps"], ["gone", ""], ["lost", "no-such-id"], ["note", "fn"]);
		expect(body.html).toContain(`<h2 id="steps"><span id="do-it"></span>Steps</h2>`);
		expect(body.html).toContain(`<h2 id="quick-answer"><span id="lost"></span><span id="gone"></span>Quick</h2>`);
		expect(body.html).toContain(`<li id="fn"><span id="note"></span>x</li>`);
		expect(body.anchors).toEqual(["quick-answer", "steps", "deep", "do-it", "gone", "lost", "note"]);
	});

	it("are once on the page, and never one that the article has of itself", () => {
		const body = kept(["steps", "deep"], ["a", "deep"], ["a", "steps"], ["", "steps"]);
		expect(body.html.match(/<span id=/g)).toHaveLength(1);
		expect(body.html).toContain(`<h4 id="deep"><span id="a"></span>Deep</h4>`);
	});

	it("are safe as attributes", () => {
		expect(kept([`"><script>alert(1)</script>`, "steps"]).html).not.toContain("<script>");
	});

	it("change neither the revision nor what search reads, nor the contents list", () => {
		const { html: _html, anchors: _anchors, ...without } = finishBody(html, about);
		const { html: _keptHtml, anchors: _keptAnchors, ...withIds } = kept(["do-it", "steps"], ["gone", ""]);
		expect(withIds).toEqual(without);
	});

	it("have a place in a text without headings, and in one without anything", () => {
		expect(finishBody("<p>x</p>", about, { oldIds: [{ old: "a", now: "" }] }).html).toBe(`<p><span id="a"></span>x</p>`);
		expect(finishBody("", about, { oldIds: [{ old: "a", now: "" }] }).html).toBe(`<span id="a"></span>`);
	});
});
