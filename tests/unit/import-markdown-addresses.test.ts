import { describe, expect, it } from "vitest";
import { folderWith, importFrom } from "./import-json.ts";

/** Old addresses by file, and what was said about addresses. */
async function addresses(kind: string, files: Record<string, unknown>) {
	const { report, text, said } = await importFrom(kind, folderWith(files));
	const redirects = report.imported.map(({ file, article }) => {
		const list = /redirectFrom:\n((?: {2}- .*\n)+)/.exec(text(article))?.[1] ?? "";
		return [file, [...list.matchAll(/^ {2}- (.*)$/gm)].map(([, address = ""]) => address.replace(/^"|"$/g, "")).join(" ")];
	});
	return { old: Object.fromEntries(redirects) as Record<string, string>, said: said("pattern"), text };
}

describe("old addresses of Jekyll", () => {
	const post = { "_posts/2024-03-05-First Steps.md": "---\ncategories: News Kites\n---\nWords.\n" };

	it.each([
		["", "/news/kites/2024/03/05/First-Steps.html"],
		["permalink: date", "/news/kites/2024/03/05/First-Steps.html"],
		["permalink: pretty", "/news/kites/2024/03/05/First-Steps"],
		["permalink: simple", "/news/kites/First-Steps"],
		["permalink: none", "/news/kites/First-Steps.html"],
		["permalink: ordinal", "/news/kites/2024/065/First-Steps.html"],
		["permalink: weekdate", "/news/kites/2024/W10/Tue/First-Steps.html"],
		["permalink: /blog/:year-:i_month-:i_day/:slug", "/blog/2024-3-5/first-steps"],
		["permalink: /:short_year/:long_month/:short_month/:year_:title:output_ext", "/24/March/Mar/2024_First-Steps.html"],
		["baseurl: /kites\npermalink: /:title/", "/kites/First-Steps"],
		["permalink: pretty\ncollections:\n  posts:\n    permalink: /p/:title/", "/p/First-Steps"],
		["defaults:\n  - scope: {path: '', type: posts}\n    values: {permalink: '/all/:title/', layout: post}", "/all/First-Steps"],
	])("of a post follow %j", async (config, address) => {
		const { old, said } = await addresses("jekyll", { "_config.yml": config, ...post });
		expect(old["_posts/2024-03-05-First Steps.md"]).toBe(address);
		expect(said).toBe("");
	});

	it("of a post have its own day, in the zone it was written in and in UTC, and folders as categories", async () => {
		const { old } = await addresses("jekyll", {
			"_config.yml": "permalink: /:categories/:year/:month/:day/:title/",
			"guides/_posts/2024-03-05-kite.md": "---\ndate: 2024-12-31 23:30:00 -0500\ncategory: Two Words\n---\nWords.\n",
		});
		expect(old["guides/_posts/2024-03-05-kite.md"]).toBe("/guides/two%20words/2024/12/31/kite /guides/two%20words/2025/01/01/kite");
	});

	it.each([
		["", "/about/team.html", "/docs/deep/page.html", ""],
		["permalink: pretty", "", "", ""],
		["permalink: /:title", "", "", ""],
		["collections:\n  docs:\n    permalink: /manual/:path/", "/about/team.html", "/manual/deep/page", "/manual"],
		["collections:\n  docs:\n    permalink: /:collection/:name:output_ext", "/about/team.html", "/docs/page.html", ""],
	])("of pages and collections follow %j", async (config, page, document, index) => {
		const configured = config.includes("collections") ? config : `${config}\ncollections: [docs]`;
		const { old, said } = await addresses("jekyll", {
			"_config.yml": configured,
			"about/team.md": "Words.",
			"about/other.md": "Words.",
			"_docs/deep/page.md": "Words.",
			"_docs/deep/other.md": "Words.",
			"_docs/index.md": "Words.",
		});
		// Those that are the new address too need no redirect.
		expect([old["about/team.md"], old["_docs/deep/page.md"], old["_docs/index.md"]]).toEqual([page, document, index]);
		expect(said).toBe("");
	});

	it("are found beside `collections_dir`, and by a page's own pattern", async () => {
		const { old } = await addresses("jekyll", {
			"_config.yml": "collections_dir: all\ncollections: {faq: {output: true, permalink: '/help/:title.html'}}",
			"all/_faq/One & two.md": "Words.",
			"all/_posts/2024-03-05-kite.md": "Words.",
			"about/me.md": "---\npermalink: /:basename/people/\n---\nWords.",
		});
		expect(old).toEqual({
			"about/me.md": "/me/people",
			"all/_faq/One & two.md": "/help/One-&-two.html",
			"all/_posts/2024-03-05-kite.md": "/2024/03/05/kite.html",
		});
	});

	it("that cannot be computed are said, not guessed", async () => {
		const { old, said } = await addresses("jekyll", {
			"_config.yml": "collections: {docs: {permalink: '/:year/:mood/:title/'}}",
			"_docs/page.md": "Words.",
			"_drafts/draft.md": "Words.",
		});
		expect(old["_docs/page.md"]).toBe("");
		expect(said).toMatchInlineSnapshot(
			`"person _docs/page.md:1 its old address follows the pattern /:year/:mood/:title/, and :year, :mood are not known here; add a redirect if the address matters"`,
		);
	});

	it("count aliases from the root of the site", async () => {
		const { old } = await addresses("jekyll", { "_config.yml": "baseurl: /kites", "a/b.md": "---\nredirect_from: [old/b, /older/b/]\n---\nWords." });
		expect(old["a/b.md"]).toBe("/kites/a/b.html /kites/old/b /kites/older/b");
	});

	it("come with the other defaults of a page, of which the narrower hold; no title for many pages is one", async () => {
		const { text, said } = await importFrom(
			"jekyll",
			folderWith({
				"_config.yml": `collections: [docs]
defaults:
  - scope: {path: "_docs/guides", type: docs}
    values: {description: From the guides., category: narrow, layout: guide}
  - scope: {path: ""}
    values: {title: The same for all, description: For all pages., tags: [all]}
  - scope: {path: "_docs/*/two.md"}
    values: {published: false}
`,
				"_docs/guides/one.md": "# One\n\nWords.\n",
				"_docs/guides/two.md": "---\ndescription: My own.\n---\n# Two\n\nWords.\n",
			}),
		);
		expect(text("articles/en/docs/guides/one.mdx")).toMatch(/title: One\nsummary: From the guides\.\n.*\nkeywords:\n {2}- all\n {2}- narrow\n/);
		expect(text("articles/en/docs/guides/two.mdx")).toMatch(/title: Two\nsummary: My own\.\n[^]*draft: true/);
		expect(said("layout")).toBe("");
	});
});

describe("old addresses of Hugo", () => {
	const page = { "content/posts/deep/My_Page.md": '---\ntitle: "Hello, World & all"\ndate: 2024-03-05T23:00:00-05:00\n---\nWords.\n' };

	it.each([
		["", "/posts/deep/my_page"],
		['[permalinks]\nposts = "/:year/:month/:day/:slug/"', "/2024/03/05/hello-world-all"],
		['[permalinks]\nposts = "/:section/:filename"', "/posts/my_page"],
		['[permalinks.page]\nposts = "/:sections/:contentbasename/"', "/posts/my_page"],
		['[permalinks.page]\nposts = "/:sections[last]/:title/:monthname/:yearday/:weekdayname/"', "/posts/hello-world-all/March/65/Tuesday"],
		['[permalinks]\nother = "/:title/"', "/posts/deep/my_page"],
		["uglyURLs = true", "/posts/deep/my_page.html"],
		["[uglyurls]\nposts = true", "/posts/deep/my_page.html"],
		['baseURL = "https://example.com/kb/"\n[permalinks]\nposts = "/:slug/"', "/kb/hello-world-all"],
		['disablePathToLower = true\n[permalinks]\nposts = "/p/:title/"', "/p/Hello-World-all"],
		['defaultContentLanguageInSubdir = true\n[permalinks]\nposts = "/:slug/"', "/en/hello-world-all"],
	])("follow %j", async (config, address) => {
		const { old, said } = await addresses("hugo", { "hugo.toml": config, ...page, "content/posts/deep/other.md": "---\ntitle: x\ndate: 2024-01-01\n---\nx" });
		expect(old["content/posts/deep/My_Page.md"]).toBe(address);
		expect(said).toBe("");
	});

	it("follow `url`, `slug`, aliases, bundles, sections and days in names", async () => {
		const { old } = await addresses("hugo", {
			"config.yaml": `baseURL: https://example.com/kb
permalinks: {blog: "/:year/:slugorfilename/", docs: "/d/:sections[1:]/:slug/"}
frontmatter: {date: [":filename", ":default"]}
`,
			"content/blog/2024-03-05-first-steps.md": "Words.",
			"content/blog/bundle/index.md": "---\ndate: 2023-01-02\n---\nWords.",
			"content/docs/a/_index.md": "# A\n\nWords.",
			"content/docs/a/b/page.md": "---\nslug: My Page\naliases: [/old/, near]\n---\nWords.",
			"content/docs/own.md": "---\nurl: /fixed/place.html\n---\nWords.",
			"content/docs/own2.md": "---\nurl: /fixed/:slug/\nslug: two\n---\nWords.",
		});
		expect(old).toEqual({
			"content/blog/2024-03-05-first-steps.md": "/kb/2024/first-steps",
			"content/blog/bundle/index.md": "/kb/2023/bundle",
			"content/docs/a/_index.md": "/kb/docs/a",
			"content/docs/a/b/page.md": "/kb/d/a/my-page /kb/old /kb/d/a/near",
			"content/docs/own.md": "/kb/fixed/place.html",
			"content/docs/own2.md": "/kb/fixed/two",
		});
	});

	it("that cannot be computed are said, not guessed", async () => {
		const { old, said } = await addresses("hugo", {
			"hugo.toml": '[permalinks]\nposts = "/:year/:title/"\n[frontmatter]\ndate = [":git", "date"]',
			"content/posts/page.md": "---\ntitle: T\ndate: 2024-01-01\n---\nWords.",
		});
		expect(old["content/posts/page.md"]).toBe("");
		expect(said).toMatchInlineSnapshot(
			`"person content/posts/page.md:1 its old address follows the pattern /:year/:title/, and :year is not known here; add a redirect if the address matters"`,
		);
	});
});

describe("old addresses of other generators", () => {
	it("of Docusaurus follow base, route, slug, and numbers where those stay", async () => {
		const config = (docs: string) => `export default { baseUrl: "/kb/", presets: [["classic", { docs: { routeBasePath: "help", ${docs} } }]] };`;
		const files = {
			"docs/01-start/02-first.md": "Words.",
			"docs/01-start/third.md": "---\nslug: ../other\n---\nWords.",
			"docs/01-start/fourth.md": "---\nslug: /top\n---\nWords.",
		};
		const { old } = await addresses("docusaurus", { "docusaurus.config.js": config(""), ...files });
		expect(old).toEqual({
			"docs/01-start/02-first.md": "/kb/help/start/first",
			"docs/01-start/third.md": "/kb/help/other",
			"docs/01-start/fourth.md": "/kb/help/top",
		});
		const numbered = await addresses("docusaurus", { "docusaurus.config.js": config("numberPrefixParser: false"), ...files });
		expect(numbered.old["docs/01-start/02-first.md"]).toBe("/kb/help/01-start/02-first");
		const computed = await importFrom("docusaurus", folderWith({ "docusaurus.config.js": config("numberPrefixParser(name) { return name; }"), ...files }));
		expect(computed.said("numberPrefixParser")).toMatchInlineSnapshot(
			`"person docusaurus.config.js:1 addresses are made by code (numberPrefixParser), which is not run; numbers before names were left out of them. List redirects for those that matter"`,
		);
	});

	it("of Starlight have the base before them, redirects too", async () => {
		const { old } = await addresses("starlight", {
			"astro.config.mjs": 'export default { base: "/kb", redirects: { "/old": "/kb/guides/own/" } };',
			"src/content/docs/guides/one.md": "---\ntitle: One\n---\nWords.",
			"src/content/docs/guides/two.md": "---\ntitle: Two\nslug: guides/own\n---\nWords.",
		});
		expect(old).toEqual({ "src/content/docs/guides/one.md": "/kb/guides/one", "src/content/docs/guides/two.md": "/kb/guides/own /kb/old" });
	});

	it.each([
		["", "/kb/guide/page /kb/guide/old", "/kb/guide"],
		["use_directory_urls: false\n", "/kb/guide/page.html /kb/guide/old.html", "/kb/guide /kb/guide/index.html"],
	])("of MkDocs have the site's path before them and follow %j", async (config, page, index) => {
		const { old } = await addresses("markdown", {
			"mkdocs.yml": `site_url: https://example.com/kb/\n${config}plugins:\n  - redirects:\n      redirect_maps:\n        guide/old.md: guide/page.md\n`,
			"docs/guide/page.md": "Words.",
			"docs/guide/index.md": "[Page](page.md)",
		});
		expect(old).toEqual({ "docs/guide/page.md": page, "docs/guide/index.md": index });
	});

	it("of VitePress are those with and without an ending", async () => {
		const { old } = await addresses("markdown", { "docs/.vitepress/config.ts": "export default {};", "docs/guide/page.md": "Words." });
		expect(old["docs/guide/page.md"]).toBe("/guide/page.html");
	});
});
