import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, it, vi } from "vitest";
import { startTwins } from "#site/integrations/twins.ts";
import { recordArticle, type BuiltArticle } from "#site/lib/build-record.ts";

const out = mkdtempSync(join(tmpdir(), "twins-"));
vi.stubEnv("KB_CONTENT", resolve(import.meta.dirname, "../fixtures/content-sound"));
afterAll(() => {
	vi.unstubAllEnvs();
	rmSync(out, { recursive: true });
});

function rendered(id: string, changes: Partial<BuiltArticle> = {}): BuiltArticle {
	return {
		...{ id, locale: "en", url: `/${id}/`, title: id, summary: "Summary", type: "faq", category: "data-entry", categoryTitle: "Data entry" },
		...{ keywords: [], answers: [], owner: "team", lastReviewed: "2026-09-14", reviewEvery: "6 months", archived: false },
		...{ revision: "0123456789ab", headings: [], anchors: [], quickAnswer: "", passages: [], tree: null },
		...changes,
	};
}

it("writes each article as it is rendered, and at the end the lists of the first language; nothing of what is archived", () => {
	const twins = startTwins(out, new URL("https://help.example.com"));
	recordArticle(rendered("data-entry/two"), "<p>Two</p>");
	expect(readFileSync(join(out, "data-entry/two.md"), "utf8")).toBe("# data-entry/two\n\n> Summary\n\n<https://help.example.com/data-entry/two/>\n\nTwo\n");
	recordArticle(rendered("data-entry/one"), "<p>One</p>");
	recordArticle(rendered("data-entry/gone", { archived: true }), "<p>Gone</p>");
	recordArticle(rendered("data-entry/one", { locale: "de", url: "/de/data-entry/one/" }), "<p>Eins</p>");
	twins.finish();
	expect([existsSync(join(out, "data-entry/gone.md")), existsSync(join(out, "de/data-entry/one.md"))]).toEqual([false, true]);
	const list = readFileSync(join(out, "llms.txt"), "utf8");
	expect(list.match(/^- .*$|^## .*$/gm)).toEqual([
		"## Data entry",
		"- [data-entry/one](https://help.example.com/data-entry/one.md): Summary",
		"- [data-entry/two](https://help.example.com/data-entry/two.md): Summary",
	]);
	expect(readFileSync(join(out, "llms-full.txt"), "utf8").match(/^(?:One|Two|Gone|Eins)$/gm)).toEqual(["One", "Two"]);
	recordArticle(rendered("data-entry/late"), "<p>Late</p>");
	expect(existsSync(join(out, "data-entry/late.md"))).toBe(false);
});
