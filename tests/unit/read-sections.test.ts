import { expect, it } from "vitest";
import { readSections } from "#worker/lib/library.ts";

const article = (id: string, sections: string) => ({
	...{ id, locale: "xx", title: id, summary: "", url: `/${id}/`, type: "how-to", category: "a", revision: "0a1b2c3d4e5f", lastReviewed: "2026-10-01" },
	...{ quickAnswer: "", headings: [], markdown: `/${id}.md`, sections },
});
const section = (text: string) => [{ heading: null, blocks: [{ text, as: "paragraph" }] }];

it("reads the file of neighbouring articles once for a question, and leaves out what is not there", async () => {
	const files: Record<string, unknown> = {
		"/_site/library/xx.json": { articles: [article("a/b", "/one.json"), article("a/c", "/one.json")], categories: [] },
		"/one.json": { "a/b": section("B."), "a/c": section("C.") },
	};
	const read: string[] = [];
	const fetch = async ({ url }: Request) => {
		const { pathname } = new URL(url);
		read.push(pathname);
		return Response.json(files[pathname]);
	};
	const sections = await readSections({ ASSETS: { fetch } }, ["a/c", "a/b", "a/gone"], "xx");
	expect([...sections]).toEqual([
		["a/b", section("B.")],
		["a/c", section("C.")],
	]);
	expect(read).toEqual(["/_site/library/xx.json", "/one.json"]);
});
