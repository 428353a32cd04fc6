import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { siteManifestSchema, type SiteManifest } from "#contract/site-manifest.ts";
import { createAnalyse } from "#site/search/analyse.ts";
import { english } from "#site/search/languages/english.ts";
import type { SearchAnswer } from "#site/search/types.ts";
import { addDays } from "#worker/lib/days.ts";
import type { SiteWords } from "#worker/lib/site-search.ts";
import { withoutNames } from "#worker/lib/without-names.ts";
import { afterReleaseTable, recentReleases, type Question } from "#worker/reports/contact/after-release.ts";
import { keptPromises } from "#worker/reports/contact/promises.ts";
import { createReplay, type Ask } from "#worker/reports/replay.ts";
import { newStep } from "#worker/reports/contact/steps.ts";
import { busiestWeek } from "#worker/reports/contact/topics.ts";
import { readWritten } from "#worker/reports/contact/written.ts";

const to = "2026-11-20";

function makeSite(releases: Record<string, { released?: string; archived?: boolean; type?: string }>): SiteManifest {
	const article = { url: "/x/", revision: "aaaaaaaaaaaa", category: "release-notes", type: "release-notes", answers: [], owner: "o", lastReviewed: to };
	const articles = Object.entries(releases).map(([id, changes]) => [id, { ...article, title: `Notes ${id}`, ...changes }]);
	return siteManifestSchema.pick({ articles: true }).parse({ articles: Object.fromEntries(articles) }) as SiteManifest;
}

const words: SiteWords = { analyse: createAnalyse(english), synonyms: [], articles: 100, holding: () => 0, version: "v1" };
const asked = (query: string, searches: number, tickets = 0): Question => ({ query, searches, tickets });

describe("questions after a release", () => {
	const site = makeSite({ new: { released: "2026-11-04" }, old: { released: "2026-10-20" }, undated: {}, gone: { released: to, archived: true } });
	const releases = recentReleases(site, to);
	const replay = async (query: string) => (/netsuite/i.test(query) ? "new" : /report/.test(query) ? "reporting/export" : /old/.test(query) ? "old" : null);

	it("are looked for in the notes of the 30 days before the end of the period", () => {
		expect(Object.fromEntries(releases)).toEqual({ new: "2026-11-04" });
		expect(Object.fromEntries(recentReleases(site, "2026-11-19"))).toEqual({ new: "2026-11-04", old: "2026-10-20" });
		expect(recentReleases(site, "2026-11-03").has("new")).toBe(false);
	});

	it("ask for documentation where a release note is the best answer; fewer than five do not", async () => {
		const questions = [
			asked("connect netsuite", 3),
			asked("NetSuite connection", 2, 2),
			asked("export report", 90),
			asked("old thing", 9),
			asked("nothing", 9),
		];
		const { rows } = await afterReleaseTable(site, releases, questions, { replay, words });
		expect(rows).toEqual([
			{
				href: "/search/?q=connect%20netsuite",
				cells: { question: "connect netsuite", asked: 5, tickets: 2, release: "Notes new", released: "2026-11-04" },
				more: ["“NetSuite connection”"],
				action: 'Document the feature: npm run new -- how-to "connect netsuite"',
			},
		]);
		expect((await afterReleaseTable(site, releases, [asked("netsuite", 4)], { replay, words })).rows).toEqual([]);
	});

	it("say that there was no release", async () => {
		expect((await afterReleaseTable(site, new Map(), [], { replay, words })).empty).toBe("No release notes in the 30 days before the end of the period.");
	});
});

describe("the busiest week", () => {
	const tickets = (...days: string[]) => days.map((day) => ({ day }));

	it("is any seven days in a row, the latest of several", () => {
		expect(busiestWeek(tickets("2026-11-01", "2026-11-07", "2026-11-08", "2026-11-13", "2026-11-14"))).toEqual({ from: "2026-11-08", n: 3, before: 2 });
		expect(busiestWeek([])).toEqual({ from: "", n: 0, before: 0 });
	});

	it("holds at least as many tickets as any seven days counted from the other end", () => {
		fc.assert(
			fc.property(fc.array(fc.nat(40), { minLength: 1, maxLength: 60 }), (offsets) => {
				const days = offsets.map((offset) => addDays("2026-03-10", offset));
				const within = (from: string) => days.filter((day) => day >= from && day <= addDays(from, 6)).length;
				const most = Math.max(...days.map((day) => within(day)));
				expect(busiestWeek(days.map((day) => ({ day }))).n).toBe(most);
			}),
		);
	});
});

describe("what customers wrote", () => {
	it("is shown without their names and personal data", () => {
		expect(withoutNames("Ada Example here, mail ada@customer.example", ["Ada Example", ""])).toBe("[name] here, mail [email]");
		expect(withoutNames("ADA's import of Examplia Ltd fails", ["Ada", "Examplia Ltd"])).toBe("[name]'s import of [name] fails");
		expect(withoutNames("Möller kann nicht importieren", ["Jo Möller"])).toBe("[name] kann nicht importieren");
		expect(withoutNames("Jo can not log in to the jo board", ["Jo"])).toBe("Jo can not log in to the jo board");
		expect(withoutNames("An adaptive import", ["Ada"])).toBe("An adaptive import");
	});

	it("is searched without the marks; tickets whose text is gone are left out", () => {
		const ticket = { day: to, category: "c", priority: "P4" as const, name: "Ada", company: "", article: null };
		const written = readWritten([
			{ ...ticket, subject: "Ada: import for ada@customer.example fails" },
			{ ...ticket, subject: "" },
		]);
		expect(written).toEqual([{ day: to, category: "c", article: null, subject: "[name]: import for [email] fails", words: ": import for fails" }]);
	});

	it("becomes the title of a new article only as plain words", () => {
		const title = (words: string) => newStep("how-to", words).action.slice("npm run new -- how-to".length);
		expect(title('Delete "$(rm -rf)" `now` \\ please')).toBe(' "Delete rm -rf now please"');
		expect(title("Zebra heatmap” ; calc.exe ; “legend„ʺ")).toBe(' "Zebra heatmap calc.exe legend"');
		expect(title("%COMSPEC% & calc | more > x ^ !y! #z {a} (b)")).toBe(' "COMSPEC calc more x y z a b"');
		expect(title(" - --force -x")).toBe(' "force -x"');
		expect(title("Où est l’onglet d'équipe, v2.1?")).toBe(' "Où est l’onglet d\'équipe, v2.1?"');
		expect(title("データ हिन्दी")).toBe(' "データ हिन्दी"');
		expect(title("“„$%&")).toBe("");
		expect(title(`${"x".repeat(89)}𠮷`)).toBe(` "${"x".repeat(89)}"`);
		expect(title(`${"x".repeat(89)} y`)).toBe(` "${"x".repeat(89)}"`);
	});
});

describe("a replay", () => {
	const answer = (id: string, answered = true) => ({ answered, results: [{ document: { id } }] }) as unknown as SearchAnswer;

	it("tells the article that search is sure of, and asks once for each build of the index", async () => {
		const calls: string[] = [];
		const ask: Ask = async (query) => {
			calls.push(query);
			return query === "down" ? null : answer(`about-${query}`, query !== "unsure");
		};
		const memory = { version: "", answers: new Map<string, string | null>() };
		const replay = createReplay(ask, "v1", memory);
		expect([await replay("import"), await replay("import"), await replay("unsure"), await replay("unsure")]).toEqual([
			"about-import",
			"about-import",
			null,
			null,
		]);
		expect([await replay("down"), await replay("down")]).toEqual([null, null]);
		expect(calls).toEqual(["import", "unsure", "down", "down"]);
		for (let number = 0; number < 5000; number++) await replay(`words ${number}`);
		calls.length = 4;
		await replay("words 0");
		expect([calls.length, memory.answers.size, memory.answers.has("import")]).toEqual([4, 5000, false]);
		await createReplay(ask, "v1", memory)("words 4999");
		expect(calls).toHaveLength(4);
		await createReplay(ask, "v2", memory)("import");
		expect(calls).toHaveLength(5);
	});
});

describe("kept promises", () => {
	const sums = (of: Record<string, Record<string, number>>) => new Map(Object.entries(of).map(([metric, labels]) => [metric, new Map(Object.entries(labels))]));
	const read = (of: Record<string, Record<string, number>>, changes = {}) =>
		keptPromises({ sums: sums(of), toCome: new Map(), updating: ["desk", "zendesk"], answered: ["P3/a/desk"], isChosen: () => true, ...changes });

	it("of a desk that was heard of once count as broken when nobody answered; of a silent one nobody knows", () => {
		const { rows, silent } = read({
			promises: { "P3/a/desk": 5, "P3/a/zendesk": 4, "P3/b/chat": 2, "P3/b/": 1 },
			promises_kept: { "P3/a/desk": 1 },
			promises_late: { "P3/a/desk": 1 },
		});
		expect(rows).toEqual([{ priority: "P3", tickets: 12, kept: 1, late: 1, overdue: 3, toCome: 0, unknown: 7 }]);
		expect(silent).toEqual(["zendesk"]);
	});

	it("are broken where none of the chosen tickets was answered, but the desk answers others", () => {
		const { rows, silent } = read({ promises: { "P2/b/desk": 15 } });
		expect(rows).toMatchObject([{ tickets: 15, overdue: 15, unknown: 0 }]);
		expect(silent).toEqual([]);
	});

	it("add up to the tickets, whatever the desks said", () => {
		const label = fc
			.tuple(fc.constantFrom("P1", "P2"), fc.constantFrom("a", "b"), fc.constantFrom("desk", "chat,desk", "zendesk", ""))
			.map((parts) => parts.join("/"));
		const counts = fc.record({ kept: fc.nat(5), late: fc.nat(5), waiting: fc.nat(5), rest: fc.nat(5) });
		fc.assert(
			fc.property(fc.dictionary(label, counts), (of) => {
				const pick = (sign: (row: { kept: number; late: number; waiting: number; rest: number }) => number) =>
					Object.fromEntries(Object.entries(of).map(([name, row]) => [name, sign(row)]));
				const all = pick(({ kept, late, waiting, rest }) => kept + late + waiting + rest);
				const toCome = new Map(Object.entries(pick(({ waiting }) => waiting)));
				const { rows } = read({ promises: all, promises_kept: pick(({ kept }) => kept), promises_late: pick(({ late }) => late) }, { toCome });
				for (const row of rows) expect(row.kept + row.late + row.overdue + row.toCome + row.unknown).toBe(row.tickets);
				expect(rows.reduce((sum, { tickets }) => sum + tickets, 0)).toBe(Object.values(all).reduce((sum, n) => sum + n, 0));
			}),
		);
	});
});
