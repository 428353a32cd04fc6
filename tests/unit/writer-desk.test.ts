import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import type { Finding } from "#site/lib/finding.ts";
import { countsInWords, deskPage, editorLink, reviewInWords, type Desk } from "#site/lib/writer-desk.ts";
import { buildContent } from "#scripts/lib/checks/build-content.ts";
import { readContent } from "#scripts/lib/checks/read-content.ts";
import { describeSave } from "#scripts/lib/dev-desk/describe-save.ts";
import { makeDesk } from "#scripts/lib/dev-desk/make-desk.ts";
import { newestOnly } from "#scripts/lib/dev-desk/newest-only.ts";
import { watchFolder } from "#scripts/lib/dev-desk/watch-folder.ts";

const sound = resolve(import.meta.dirname, "../fixtures/content-sound");

function found(file: string, what: string, level: Finding["level"] = "error"): Finding {
	return { rule: "links/page", level, file, line: 4, column: 7, what, why: "Readers are lost.", remedy: "Correct it." };
}

describe("the terminal after a save", () => {
	const broken = found("content/a.mdx", "the link leads nowhere");

	it("tells what is new in the saved file, and how it stands", () => {
		const old = found("content/a.mdx", "the review is overdue", "warning");
		expect(describeSave([old], [old, broken], ["content/a.mdx"]).join("\n")).toMatchInlineSnapshot(`
			"content/a.mdx: 1 error, 1 warning
			  4:7  error  links/page  the link leads nowhere
			      Do:  Correct it.
			  and 1 as before"
		`);
	});

	it("says when a file is clean again, and that it was clean", () => {
		expect(describeSave([broken], [], ["content/a.mdx"])).toEqual(["content/a.mdx: clean again"]);
		expect(describeSave([], [], ["content/a.mdx"])).toEqual(["content/a.mdx: no findings"]);
	});

	it("tells what the save did to other files", () => {
		const other = found("content/b.mdx", 'the link "/a/" leads nowhere');
		expect(describeSave([], [other], ["content/a.mdx"]).join("\n")).toMatchInlineSnapshot(`
			"content/a.mdx: no findings
			In other files this brings up:
			  content/b.mdx:4:7  error  links/page  the link "/a/" leads nowhere
			      Do:  Correct it."
		`);
		expect(describeSave([other], [], ["content/a.mdx"]).at(-1)).toBe("Mended in other files: 1.");
	});

	it("shows the words of an article and does nothing else with them", () => {
		const hostile = { ...found("content/\u001b[2Ja.mdx", "the link\n::error::x \u001b]0;title\u0007 leads nowhere"), remedy: "Delete\r\u202eit." };
		const lines = [...describeSave([], [hostile], [hostile.file]), ...describeSave([], [hostile], [])];
		expect(lines.join("\n")).toMatchInlineSnapshot(`
			"content/�[2Ja.mdx: 1 error
			  4:7  error  links/page  the link ::error::x �]0;title� leads nowhere
			      Do:  Delete �it.
			New findings:
			  content/�[2Ja.mdx:4:7  error  links/page  the link ::error::x �]0;title� leads nowhere
			      Do:  Delete �it."
		`);
	});

	it("knows a finding again after lines have moved", () => {
		expect(describeSave([broken], [{ ...broken, line: 40 }], ["content/a.mdx"])).toEqual(["content/a.mdx: 1 error", "  1 as before"]);
	});

	it("does not flood the terminal", () => {
		const many = Array.from({ length: 50 }, (_, index) => found("content/a.mdx", `number ${index}`));
		const lines = describeSave([], many, ["content/a.mdx"]);
		expect(lines.length).toBeLessThan(12);
		expect(lines.at(-1)).toBe("  and 42 more");
	});
});

describe("checks that saves ask for", () => {
	it("run one at a time; what is saved meanwhile is one next check", async () => {
		const runs: string[][] = [];
		let running = 0;
		const queue = newestOnly<string>(async (files) => {
			expect(++running).toBe(1);
			runs.push(files);
			await setTimeout(60);
			running--;
		}, 5);
		queue.request("a");
		await setTimeout(20);
		for (const file of ["b", "c", "b", "d"]) {
			queue.request(file);
			await setTimeout(1);
		}
		await vi.waitFor(() => expect(runs).toEqual([["a"], ["b", "c", "d"]]));
		await setTimeout(100);
		expect(runs.length).toBe(2);
	});

	it("wait until a file has been quiet for a moment", async () => {
		const runs: string[][] = [];
		const queue = newestOnly<string>(async (files) => void runs.push(files), 40);
		for (let save = 0; save < 5; save++) {
			queue.request("a");
			await setTimeout(10);
		}
		expect(runs).toEqual([]);
		await vi.waitFor(() => expect(runs).toEqual([["a"]]));
		queue.request("b");
		queue.cancel();
		await setTimeout(60);
		expect(runs.length).toBe(1);
	});
});

it("a folder that is watched tells saves of every kind, in folders that are new too, and not what editors write beside", async () => {
	const folder = mkdtempSync(join(tmpdir(), "watch-"));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	mkdirSync(join(folder, "old"));
	const seen = new Set<string>();
	const stop = watchFolder(folder, (file) => void seen.add(file.slice(folder.length + 1)));
	onTestFinished(stop);
	writeFileSync(join(folder, "old/.a.mdx.swp"), "");
	writeFileSync(join(folder, "old/a.mdx~"), "");
	writeFileSync(join(folder, "old/a.mdx"), "");
	writeFileSync(join(folder, "b.tmp"), "");
	renameSync(join(folder, "b.tmp"), join(folder, "b.mdx"));
	mkdirSync(join(folder, "new/deep"), { recursive: true });
	await vi.waitFor(() => expect(seen).toContain("new"));
	await setTimeout(50);
	writeFileSync(join(folder, "new/deep/c.mdx"), "");
	await vi.waitFor(() => expect([...seen]).toEqual(expect.arrayContaining(["b.mdx", "old/a.mdx", "new/deep/c.mdx"])));
	expect([...seen].some((file) => /swp|~|tmp/.test(file))).toBe(false);
});

describe("an earlier reading of the content", () => {
	it("lends the articles whose text is the same, and no others", () => {
		const raw = { ...readContent(sound) };
		const first = buildContent(raw, "2026-11-21");
		const [changed = "", kept = ""] = first.articles.map(({ path }) => path);
		const texts = new Map(raw.texts).set(changed, `${raw.texts.get(changed)}\nMore.\n`);
		const second = buildContent({ ...raw, texts }, "2026-11-21", first);
		const find = (content: typeof first, path: string) => content.articles.find((article) => article.path === path);
		expect(find(second, kept)).toBe(find(first, kept));
		expect(find(second, changed)?.text).toContain("More.");
	});

	it("lends nothing after the default locale has changed, since every address is another", () => {
		const raw = readContent(sound);
		const first = buildContent(raw, "2026-11-21");
		const texts = new Map(raw.texts).set("data/site.yml", `${raw.texts.get("data/site.yml")}\ndefaultLocale: de\n`);
		expect(buildContent({ ...raw, texts }, "2026-11-21", first).articles[0]?.address).toMatch(/^\/en\//);
	});
});

describe("the writer's desk", () => {
	const content = buildContent(readContent(sound), "2026-11-21");
	const [article] = content.articles;
	const findings = [found(article?.file ?? "", "the link leads nowhere"), found("content/data/site.yml", "a field is missing", "warning")];
	const desk: Desk = makeDesk(content, findings, (file) => `/work/${file}`);

	it("shows on the page of an article what was found in it, with and without the slash", () => {
		const { address = "" } = article ?? {};
		for (const path of [address, address.slice(0, -1)]) {
			expect(deskPage(desk, path).article).toMatchObject({ title: article?.title, owner: "data-team", due: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
		}
		const [first] = deskPage(desk, address).article?.findings ?? [];
		expect(first).toMatchObject({ what: "the link leads nowhere", line: 4 });
		expect(first?.editor).toMatch(/^vscode:\/\/file\/work\/.*\.mdx:4:7$/);
	});

	it("lists on every page what has findings, articles and data files, the worst first", () => {
		const page = deskPage(desk, "/search/");
		expect(page).toMatchObject({ errors: 1, warnings: 1, article: undefined, drafts: { all: 0 } });
		expect(page.withFindings.shown.map(({ title, errors, warnings }) => [title, errors, warnings])).toEqual([
			[article?.title, 1, 0],
			["content/data/site.yml", 0, 1],
		]);
	});

	it("lists drafts, and cuts a long list", () => {
		const drafts = { ...desk, articles: Array.from({ length: 100 }, () => ({ ...desk.articles[0], draft: true })) as Desk["articles"] };
		const page = deskPage(drafts, "/%E0%A4%A/");
		expect(page.drafts.all).toBe(100);
		expect(page.drafts.shown.length).toBe(30);
	});

	it.each([
		["2026-11-21", "review due today"],
		["2026-11-22", "review due tomorrow"],
		["2026-12-03", "review due in 12 days"],
		["2027-03-14", "review due on 14 March 2027"],
		["2026-03-03", "review overdue since 3 March 2026"],
	])("says of a review on %s: %s", (due, words) => {
		expect(reviewInWords(due, "2026-11-21")).toBe(words);
	});

	it.each([
		[{ errors: 0, warnings: 0 }, "no findings"],
		[{ errors: 2, warnings: 1 }, "2 errors, 1 warning"],
		[{ errors: 0, warnings: 3 }, "3 warnings"],
	])("counts %j as: %s", (counts, words) => {
		expect(countsInWords(counts)).toBe(words);
	});

	it.each([
		["/home/a b/größe#1.mdx", "vscode://file/home/a%20b/gr%C3%B6%C3%9Fe%231.mdx:4:7"],
		["C:\\help\\a.mdx", "vscode://file/C:/help/a.mdx:4:7"],
	])("opens %s in the editor", (path, link) => {
		expect(editorLink(path, 4, 7)).toBe(link);
	});
});
