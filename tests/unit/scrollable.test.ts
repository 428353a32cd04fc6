import { parse } from "node-html-parser";
import { describe, expect, it } from "vitest";
import { codeLanguage } from "#site/lib/code-language.ts";
import { makeScrollable } from "#site/lib/scrollable.ts";

function framed(html: string) {
	const root = parse(html);
	makeScrollable(root, { table: "Tabelle", code: "Code", copy: "Kopieren" });
	return root;
}
const regions = (html: string) =>
	framed(html)
		.querySelectorAll("[role=region]")
		.map((region) => [region.getAttribute("aria-label"), region.getAttribute("tabindex")]);

describe("a listing", () => {
	const listing = (language: string) => `<pre class="language-${language}" data-language="${language}"><code>a &lt; b</code></pre>`;

	it("can be scrolled by keyboard, and each is called something else", () => {
		expect(regions(listing("json") + listing("plaintext") + listing("json") + `<pre>x</pre>`)).toEqual([
			["Code: JSON", "0"],
			["Code", "0"],
			["Code: JSON (2)", "0"],
			["Code (2)", "0"],
		]);
	});

	it("says its language and has a button that is hidden until a script shows it", () => {
		const root = framed(listing("js"));
		expect(root.querySelector(".listing-bar span")?.text).toBe("JavaScript");
		const button = root.querySelector("button[data-copy]");
		expect([button?.text, button?.hasAttribute("hidden"), button?.getAttribute("type")]).toEqual(["Kopieren", true, "button"]);
		expect(root.querySelector("[data-listing] > pre")?.innerHTML).toBe("<code>a &lt; b</code>");
	});

	it("has no second button in an example of the guide", () => {
		expect(framed(`<div data-example><pre>x</pre></div>`).toString()).toBe(`<div data-example><pre tabindex="0">x</pre></div>`);
	});

	it.each([
		["json", "JSON"],
		["sh", "Shell"],
		["xml", "XML"],
		["text", null],
		["", null],
		["constructor", null],
	])("in %j is called %j", (name, title) => {
		expect(codeLanguage(name)).toBe(title);
	});
});

describe("a table", () => {
	const table = (head: string[], ...rows: string[][]) =>
		`<table><thead><tr>${head.map((cell) => `<th>${cell}</th>`).join("")}</tr></thead><tbody>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")}</tbody></table>`;
	const numbers = (html: string) =>
		framed(html)
			.querySelectorAll(".number")
			.map((cell) => cell.text);

	it("is a region of its own, named by its columns", () => {
		const html = table(["Unit", "Factor"], ["kWh", "1"]);
		expect(regions(html + html)).toEqual([
			["Tabelle: Unit, Factor", "0"],
			["Tabelle: Unit, Factor (2)", "0"],
		]);
	});

	it("sets columns of numbers below each other, with their heading", () => {
		expect(numbers(table(["Plan", "Price"], ["Small", "€1,200.50"], ["Large", "12 %"]))).toEqual(["Price", "€1,200.50", "12 %"]);
	});

	it.each([
		["one that is no number", [["1"], ["2 rows"]]],
		["an empty cell", [["1"], [""]]],
		["a single row", [["1"]]],
		["a day", [["2026-01-02"], ["2026-01-03"]]],
	])("leaves a column with %s as it is", (_, rows) => {
		expect(numbers(table(["A"], ...rows))).toEqual([]);
	});
});
