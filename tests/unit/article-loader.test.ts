import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { satteri } from "@astrojs/markdown-satteri";
import type { LoaderContext } from "astro/loaders";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { articleLoader } from "#site/lib/articles/article-loader.ts";
import { preparedCollection, preparedPictures } from "#site/lib/articles/prepared-articles.ts";

interface Kept {
	id: string;
	digest?: string;
	deferredRender?: boolean;
	body?: string;
}

let root = "";
const kept = new Map<string, Kept>();
const notes = new Map<string, string>();

beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), "articles-"));
	kept.clear();
	notes.clear();
	write("one.mdx", "![A page](./a.svg)");
	write("a.svg", "<svg/>");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(name: string, text: string): void {
	mkdirSync(join(root, "articles"), { recursive: true });
	writeFileSync(join(root, "articles", name), text);
}

/** Loads the articles as a build does; `store` and `meta` outlive it. */
async function load(): Promise<string[]> {
	const read: string[] = [];
	const store = {
		get: (id: string) => kept.get(id),
		has: (id: string) => kept.has(id),
		keys: () => [...kept.keys()],
		entries: () => [...kept],
		delete: (id: string) => kept.delete(id),
		addModuleImport: () => undefined,
		set(entry: Kept) {
			read.push(entry.id);
			kept.set(entry.id, entry);
			return true;
		},
	};
	const context = {
		...{ store, collection: "articles", logger: console },
		meta: { get: (name: string) => notes.get(name), set: (name: string, value: string) => notes.set(name, value) },
		config: {
			root: pathToFileURL(`${root}/`),
			srcDir: pathToFileURL(`${root}/site/`),
			markdown: { processor: satteri({}), syntaxHighlight: "prism", shikiConfig: {} },
		},
		parseData: async ({ data }: { data: unknown }) => data,
		generateDigest: (text: string) => text,
		entryTypes: new Map([
			[
				".mdx",
				{
					contentModuleTypes: "",
					getEntryInfo: async ({ contents }: { contents: string }) => ({ body: contents.replace(/^---[\s\S]*?---/, "").trim(), data: {} }),
				},
			],
		]),
	};
	await articleLoader({ base: join(root, "articles"), pattern: "*.mdx" }).load(context as unknown as LoaderContext);
	return read;
}

const codeOf = (name: string) => preparedCollection("articles")?.codeOf(`articles/${name}`);

describe("the articles of a build", () => {
	it("are functions, whose pictures are known, and their text is not kept twice", async () => {
		await load();
		expect(kept.get("one")).toMatchObject({ deferredRender: false });
		expect(kept.get("one")?.body).toBeUndefined();
		expect(preparedPictures()).toEqual([join(root, "articles/a.svg")]);
		expect((await codeOf("one.mdx"))?.code).toContain("A page");
	});

	it("with code of their own are modules", async () => {
		write("two.mdx", "export const x = 1;\n\n{x}");
		await load();
		expect(kept.get("two")).toMatchObject({ deferredRender: true });
	});

	it("are not read anew when they did not change, and are still known", async () => {
		await load();
		expect(await load()).toEqual([]);
		expect(preparedPictures()).toEqual([join(root, "articles/a.svg")]);
		expect((await codeOf("one.mdx"))?.code).toContain("A page");
	});

	it("are read anew when they changed", async () => {
		await load();
		write("one.mdx", "No picture.");
		expect(await load()).toEqual(["one"]);
		expect(preparedPictures()).toEqual([]);
		expect((await codeOf("one.mdx"))?.code).toContain("No picture");
	});

	it("are read anew, and are modules, when a picture of theirs has gone", async () => {
		await load();
		rmSync(join(root, "articles/a.svg"));
		expect(await load()).toEqual(["one"]);
		expect(kept.get("one")).toMatchObject({ deferredRender: true });
		expect(preparedPictures()).toEqual([]);
	});

	it("are named when they cannot be read, with the line of the file", async () => {
		write("two.mdx", "---\ntitle: Two\n---\n\n<Note>\n\nNever closed.");
		await expect(load()).rejects.toThrow("articles/two.mdx: 5:1: Expected a closing tag for `<Note>`");
	});

	it("are read anew when a build was killed before their pictures were noted", async () => {
		await load();
		notes.clear();
		expect(await load()).toEqual(["one"]);
		expect(preparedPictures()).toEqual([join(root, "articles/a.svg")]);
	});

	it("are forgotten when they are deleted", async () => {
		await load();
		rmSync(join(root, "articles/one.mdx"));
		await load();
		expect(kept.size).toBe(0);
		expect(preparedPictures()).toEqual([]);
	});
});
