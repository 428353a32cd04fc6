import { satteri } from "@astrojs/markdown-satteri";
import type { AstroConfig } from "astro";
import { describe, expect, it } from "vitest";
import { asFunction, createCompiler } from "#site/lib/articles/article-code.ts";

/** A stand-in for Astro's JSX: elements as arrays. */
const jsx = {
	Fragment: "",
	jsx: (name: unknown, { children, ...props }: Record<string, unknown>) => [name, props, children],
	jsxs: (name: unknown, { children, ...props }: Record<string, unknown>) => [name, props, children],
};

/** What Astro's processor makes of an article, as a function or null. */
async function compile(mdx: string, isThere = () => true) {
	const processor = satteri({});
	const made = await processor.createMdxRenderer?.({ syntaxHighlight: "prism" }, { optimize: false });
	return asFunction((await made?.process(mdx, "/centre/topic/article.mdx", {}))?.code ?? "", "/centre/topic/article.mdx", isThere);
}

function run(code: string, components: Record<string, unknown> = {}): unknown {
	// eslint-disable-next-line @typescript-eslint/no-implied-eval -- this is what is tested
	const make = new Function("jsx", "pictures", code) as (...given: unknown[]) => (props: object) => unknown;
	const article = make(jsx, new Map([["/centre/topic/images/a.svg", "the picture"]]));
	return article({ components });
}

describe("an article as a function", () => {
	it("gives what its module would give", async () => {
		const article = await compile("Some *words*.");
		expect(run(article?.code ?? "")).toEqual(["p", {}, ["Some ", ["em", {}, "words"], "."]]);
	});

	it("takes the components that it is given", async () => {
		const article = await compile('<Step title="One">\n\nDo it.\n\n</Step>');
		expect(run(article?.code ?? "", { Step: "step" })).toEqual(["step", { title: "One" }, ["p", {}, "Do it."]]);
	});

	it("names the pictures it shows, and is handed them", async () => {
		const article = await compile("![A page](./images/a.svg)");
		expect(article?.pictures).toEqual(["/centre/topic/images/a.svg"]);
		expect(run(article?.code ?? "", { "astro-image": "picture" })).toEqual(["p", {}, ["picture", { alt: "A page", src: "the picture" }, undefined]]);
	});

	it("lets listings say import and export", async () => {
		const article = await compile('```python\nimport os\n```\n\n```sh\nexport TOKEN="x"\n```');
		expect(article).not.toBeNull();
	});

	it.each([
		["an import", 'import { x } from "./x.js";\n\nText {x}.'],
		["an export", "export const x = 1;\n\nText {x}."],
		["a value of its front matter", "Text {frontmatter.title}."],
		["an import on use", 'Text {import("./x.js")}.'],
		["the address of its module", "Text {import.meta.url}."],
	])("stays a module with %s", async (_what, mdx) => {
		expect(await compile(mdx)).toBeNull();
	});

	it("stays a module when a picture is not there, so that the bundler says so", async () => {
		expect(await compile("![A page](./images/a.svg)", () => false)).toBeNull();
	});

	it("is made with the settings and plugins of the centre", async () => {
		const markdown = { processor: satteri({ features: { smartPunctuation: false } }), syntaxHighlight: "prism", shikiConfig: {} };
		const compiler = await createCompiler({ markdown, srcDir: new URL("file:///site/") } as unknown as AstroConfig);
		const article = await compiler('"Quoted"', "/centre/topic/article.mdx");
		expect(run(article?.code ?? "")).toEqual(["p", {}, '"Quoted"']);
	});
});
