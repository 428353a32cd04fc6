import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, it, vi } from "vitest";
import { bodyTree } from "#site/lib/body-tree.ts";
import { recordArticle, type BuiltArticle } from "#site/lib/build-record.ts";

const folder = mkdtempSync(join(tmpdir(), "twins-"));
const out = join(folder, "dist");
const content = join(folder, "content");
cpSync(resolve(import.meta.dirname, "../fixtures/content-sound"), content, { recursive: true });
mkdirSync(join(content, "data/locales"));
writeFileSync(
	join(content, "data/locales/de.yml"),
	"name: Deutsch\nsite: { name: Gute Hilfe, description: Ein kleines Zentrum. }\ncategories: { data-entry: { title: Daten eingeben, summary: Werte eingeben. } }\n",
);
writeFileSync(join(content, "data/locales/es.yml"), "name: Español\n");
vi.stubEnv("KB_CONTENT", content);
afterAll(() => {
	vi.unstubAllEnvs();
	rmSync(folder, { recursive: true });
});

// Languages are read once, from the content folder that is set by then.
const { startTwins } = await import("#site/integrations/twins.ts");

function rendered(id: string, changes: Partial<BuiltArticle> = {}): BuiltArticle {
	return {
		...{ id, locale: "en", url: `/${id}/`, title: id, summary: "Summary", type: "faq", category: "data-entry", categoryTitle: "Data entry" },
		...{ keywords: [], answers: [], owner: "team", lastReviewed: "2026-09-14", reviewEvery: "6 months", archived: false },
		...{ revision: "0123456789ab", headings: [], anchors: [], quickAnswer: "", passages: [], tree: null },
		...changes,
	};
}

const read = (path: string) => readFileSync(join(out, path), "utf8");

it("writes each article as it is rendered, and at the end the lists of each language that has articles, without what is archived", () => {
	const twins = startTwins(out, new URL("https://help.example.com"));
	const add = (article: BuiltArticle, html: string) => {
		recordArticle(article);
		twins.add(article, bodyTree(html));
	};
	add(rendered("data-entry/two"), "<p>Two</p>");
	expect(read("data-entry/two.md")).toBe("# data-entry/two\n\n> Summary\n\n<https://help.example.com/data-entry/two/>\n\nTwo\n");
	add(rendered("data-entry/one"), "<p>One</p>");
	recordArticle(rendered("data-entry/gone", { archived: true }));
	add(rendered("data-entry/one", { locale: "de", url: "/de/data-entry/one/" }), "<p>Eins</p>");
	twins.finish();
	expect([existsSync(join(out, "data-entry/gone.md")), existsSync(join(out, "de/data-entry/one.md"))]).toEqual([false, true]);
	expect(read("llms.txt").match(/^- .*$|^## .*$/gm)).toEqual([
		"## Data entry",
		"- [data-entry/one](https://help.example.com/data-entry/one.md): Summary",
		"- [data-entry/two](https://help.example.com/data-entry/two.md): Summary",
		"## Languages",
		"- [Deutsch](https://help.example.com/de/llms.txt): Gute Hilfe",
	]);
	expect(read("de/llms.txt")).toBe(
		"# Gute Hilfe\n\n> Ein kleines Zentrum.\n\n## Daten eingeben\n\n- [data-entry/one](https://help.example.com/de/data-entry/one.md): Summary\n",
	);
	expect(read("llms-full.txt").match(/^(?:One|Two|Gone|Eins)$/gm)).toEqual(["One", "Two"]);
	expect(read("de/llms-full.txt").match(/^(?:One|Two|Gone|Eins)$/gm)).toEqual(["Eins"]);
	expect(existsSync(join(out, "es"))).toBe(false);
});
