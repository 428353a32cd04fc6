import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "node-html-parser";
import { expect, it } from "vitest";
import type { ImportReport } from "#scripts/lib/importers/write/report.ts";
import { root } from "#scripts/lib/paths.ts";
import { makeZip } from "../unit/make-zip.ts";
import { command, scratch } from "./command.ts";

/** What would be seen if anything of the export were run or followed. */
const mark = "run-by-the-import";

function page(title: string, text: string): string {
	return `---\ntitle: ${title}\n---\n\n${text}\n`;
}

const pages: Record<string, string | Buffer> = {
	"guides/large.md": page("The large one", `${"The reservoir keeps water for the whole valley.\n\n".repeat(210_000)}The last words are zanzibar quince.`),
	"guides/one-line.md": page("One long line", `${"water ".repeat(500_000)}ends with persimmon.`),
	"guides/deep-quotes.md": page("Deep quotes", `${">".repeat(4000)} at the bottom lies a kumquat`),
	"guides/deep-lists.md": page("Deep lists", Array.from({ length: 400 }, (_, depth) => `${"  ".repeat(depth)}- level ${depth} loquat`).join("\n")),
	"guides/deep-html.md": page("Deep HTML", `${"<div>".repeat(5000)}inside a medlar${"</div>".repeat(5000)}`),
	"guides/script.md": page(
		"Scripts",
		`Before.\n\n<script>globalThis.x = "${mark}"; document.title = x</script>\n\n<img src="nothing.png" onerror="document.title='${mark}'">\n\n<a href="javascript:document.title='${mark}'">tamarind</a>\n\n\`\`\`nobody-knows\n<script>document.title = "${mark}"</script>\n\`\`\`\n`,
	),
	"guides/braces.md": page(
		"Braces",
		`Add {process.exit(3)} and {import("node:fs").then((fs) => fs.writeFileSync("${mark}", "x"))} and \${HOME}.\n\nimport fs from "node:fs"\n\nexport const x = (() => { throw new Error("${mark}") })()\n\n<Component prop={process.exit(4)} />\n\nrambutan`,
	),
	"guides/front-matter.md": `---\ntitle: "never closed\nkeywords: [a, b\n  - : :\n---\n\nThe words below are a soursop.\n`,
	"guides/functions.md": `---\ntitle: !!js/function "function () { return '${mark}' }"\nsummary: &a [*a]\n---\n\nHere is a salak.\n`,
	"guides/cycle.md": page("Goes in circles", "Start. {% include one.md %} End with a jabuticaba."),
	"_includes/one.md": "One {% include two.md %}",
	"_includes/two.md": "Two {% include one.md %}",
	"guides/outside.md": page("Reads elsewhere", "{% include ../../../../../../etc/hostname %} {% include_relative ../../package.json %} feijoa"),
	"guides/binary.md": Buffer.from([0xff, 0x00, 0xfe, 0x80, 0x81, 0x00, 0x0a, 0x41]),
	"guides/empty.md": "",
	"guides/good.md": page("A plain page", "Water the mangosteen in the morning."),
	"__proto__/constructor.md": page("Odd names", "Even here grows a longan."),
	[`long/${"n".repeat(240)}.md`]: page("A long name", "Behind the long name hides a cherimoya."),
	"../../escaped.md": page("Outside", mark),
	"/absolute.md": page("Outside too", mark),
	"C:\\windows.md": page("Outside as well", mark),
};

/** Files below a folder that hold a text, as paths. */
function holding(folder: string, text: string): string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.filter((file) => readFileSync(file, "utf8").includes(text));
}

it("loses nothing of a hostile export, runs nothing and reports everything", { timeout: 120_000 }, async () => {
	const folder = scratch();
	const content = join(folder, "centre/content");
	const out = join(folder, "dist");
	const env = { KB_CONTENT: content, KB_OUT: out, KB_STATE: join(folder, "state") };
	const zip = join(folder, "export.zip");
	writeFileSync(
		zip,
		makeZip([...Object.entries(pages).map(([name, data]) => ({ name, data })), { name: "guides/link.md", data: "/etc/passwd", mode: 0o120777 }]),
	);

	const importing = command("import", ["jekyll", zip, "--out", content]);
	expect(await importing.ended).toBe(1);
	expect(importing.output()).toMatch(/^10 articles: 10 new; 5 quarantined; \d+ points need a person; 0 files\.$/m);
	const report = JSON.parse(readFileSync(join(content, "import/jekyll-report.json"), "utf8")) as ImportReport;
	const lines = [...report.quarantined, ...report.needsPerson, ...report.changed].map(({ file, line, what }) => `${file}:${line} ${what}`);
	expect(lines.map((line) => line.replace(/n{80,}/g, "n…"))).toMatchInlineSnapshot(`
		[
		  "guides/deep-html.md:1 it is nested too deeply; its text lies in import/quarantine/guides/deep-html.md.txt",
		  "guides/deep-lists.md:1 it is nested too deeply; its text lies in import/quarantine/guides/deep-lists.md.txt",
		  "guides/deep-quotes.md:1 it is nested too deeply; its text lies in import/quarantine/guides/deep-quotes.md.txt",
		  "guides/large.md:1 the text has 10290037 characters; allowed: 2000000. Split it into articles; its text lies in import/quarantine/guides/large.md.txt",
		  "guides/one-line.md:1 the text has 3000022 characters; allowed: 2000000. Split it into articles; its text lies in import/quarantine/guides/one-line.md.txt",
		  "../../escaped.md:1 a path that leads out of the archive; it was not unpacked",
		  "/absolute.md:1 a path that leads out of the archive; it was not unpacked",
		  "C:/windows.md:1 a path that leads out of the archive; it was not unpacked",
		  "data/routing.yml:1 made with sample values, so that the centre builds; write your own",
		  "data/site.yml:1 made with sample values, so that the centre builds; write your own",
		  "data/support.yml:1 made with sample values, so that the centre builds; write your own",
		  "guides/braces.md:11 attributes of <Component> that hold code were left out: prop={process.exit(4)}",
		  "guides/braces.md:11 <Component> has no counterpart; it is shown as code",
		  "guides/cycle.md:5 an include leads round in a circle and was left out: _includes/one.md → _includes/two.md → _includes/one.md",
		  "guides/front-matter.md:1 the front matter cannot be read (Missing closing "quote); what of it could not be understood stands at the top of the text",
		  "guides/functions.md:1 the front matter cannot be read (a field holds itself); what of it could not be understood stands at the top of the text",
		  "guides/link.md:1 a link inside the archive; it was not followed",
		  "guides/outside.md:5 _includes/../../../../../../etc/hostname, which is included here, is not in the import",
		  "guides/outside.md:5 _includes/../../package.json, which is included here, is not in the import",
		  "guides/script.md:9 the picture nothing.png is not in the import",
		  "guides/script.md:11 the link javascript:document.title='run-by-the-import' cannot be followed from a page; its words were kept",
		  "__proto__/constructor.md:1 it did not become an article: __proto__ holds parts of other pages",
		  "_includes/one.md:1 it did not become an article: _includes holds parts of other pages",
		  "_includes/two.md:1 it did not become an article: _includes holds parts of other pages",
		  "guides/binary.md:1 it was written in windows-1250; it is UTF-8 now",
		  "guides/script.md:7 a script was left out",
		  "long/n….md:1 its address is /long/n…/; in the source it was /long/n…/",
		]
	`);

	// Every page is an article, lies in quarantine or is named in the report.
	const named = [...report.imported.map(({ file }) => file), ...lines.map((line) => line.replace(/:\d+ .*$/s, ""))];
	expect(Object.keys(pages).filter((path) => !named.includes(path.replaceAll("\\", "/")))).toEqual([]);
	for (const fruit of [
		"quince",
		"persimmon",
		"kumquat",
		"loquat",
		"medlar",
		"tamarind",
		"rambutan",
		"soursop",
		"salak",
		"jabuticaba",
		"feijoa",
		"mangosteen",
		"cherimoya",
	])
		expect(holding(content, fruit), fruit).not.toEqual([]);
	expect(readdirSync(folder).sort()).toEqual(["centre", "export.zip"]);
	expect(readdirSync(join(folder, "centre"))).toEqual(["content"]);
	expect(holding(content, "root:")).toEqual([]);

	const check = command("check", ["--format", "json"], env);
	expect(await check.ended, check.output()).toBe(0);
	const build = command("build", [], env);
	expect(await build.ended, build.output()).toBe(0);
	const page = readFileSync(join(out, "guides/script/index.html"), "utf8");
	const main = parse(page).querySelector("main");
	expect(main?.text).toContain("tamarind");
	expect(main?.text).toContain(`<script>document.title = "${mark}"</script>`);
	const scripts = parse(page).querySelectorAll("script");
	const isData = (script: (typeof scripts)[number]) => script.getAttribute("type") === "application/ld+json";
	expect(scripts.filter((script) => !isData(script) && script.text.includes(mark)).map(({ text }) => text)).toEqual([]);
	expect(scripts.filter((script) => isData(script) && script.text.includes("<")).map(({ text }) => text)).toEqual([]);
	expect(main?.querySelectorAll("[onerror], a[href^='javascript:']")).toEqual([]);
	expect(parse(readFileSync(join(out, "guides/braces/index.html"), "utf8")).querySelector("main")?.text).toContain("Add {process.exit(3)} and {import(");
	expect(existsSync(join(root, mark))).toBe(false);

	const search = command("search", ["water the mangosteen", "--json"], env);
	expect(await search.ended, search.output()).toBe(0);
	expect(search.output()).toContain('"id": "guides/good"');
});
