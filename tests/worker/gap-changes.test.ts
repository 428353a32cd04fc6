import { describe, expect, it } from "vitest";
import { followedDays, type GapsReport } from "#contract/gaps.ts";
import type { SiteManifest } from "#contract/site-manifest.ts";
import { refreshRollups } from "#worker/jobs/refresh-rollups.ts";
import { addDays } from "#worker/lib/days.ts";
import { readSite } from "#worker/lib/site.ts";
import { gapChangesSince, rememberGapChanges } from "#worker/queries/gap-changes.ts";
import { makeGapsReport } from "#worker/reports/gaps/make-gaps.ts";
import { readFilter } from "#worker/reports/read-filter.ts";
import { noon, seed, today, visit, visits, type Asked } from "./search-seeds.ts";
import { articles, db, makeEnv } from "./support.ts";

describe("a change that was deployed for a gap", () => {
	async function report(gaps: SiteManifest["gaps"]): Promise<GapsReport> {
		await refreshRollups(db);
		const site = { ...(await readSite(makeEnv())), gaps };
		return makeGapsReport({ env: makeEnv(), site, filter: readFilter({ days: 28 }, today), now: Date.parse(noon), today });
	}
	const change = { id: "aaaaaaaaaaaa", phrasings: ["Dark Mode", "night mode please"], article: null };
	const days = (from: number, to: number, asked: Asked) => Array.from({ length: from - to + 1 }, (_, number) => visit(from - number, [asked])).flat();

	it("is remembered from the first day it was seen", async () => {
		const [first, second] = [{ id: "aaaaaaaaaaaa", added: "2026-11-02" }, { id: "bbbbbbbbbbbb" }];
		await rememberGapChanges(db, [first], "2026-11-01");
		await rememberGapChanges(db, [first, second], "2026-11-05");
		expect([...(await gapChangesSince(db, ["aaaaaaaaaaaa", "bbbbbbbbbbbb", "cccccccccccc"]))]).toEqual([
			["aaaaaaaaaaaa", "2026-11-01"],
			["bbbbbbbbbbbb", "2026-11-05"],
		]);
	});

	it("is followed anew where it was made again", async () => {
		await rememberGapChanges(db, [{ id: change.id, added: "2026-08-01" }], "2026-08-01");
		const again = [{ id: change.id, added: "2026-11-07" }];
		await rememberGapChanges(db, again, "2026-11-08");
		await rememberGapChanges(db, again, "2026-11-10");
		await seed(days(20, 1, ["dark mode", 0]));
		expect((await report([change])).gaps).toMatchObject([{ id: change.id, state: "failing", landed: { since: "2026-11-08" } }]);
	});

	it("says what was the matter before, as its change does; of an older site's changes by their article", async () => {
		await seed(days(3, 2, ["dark mode", 0]));
		const diagnosis = async (more: object) => (await report([{ ...change, ...more }])).gaps.map((gap) => gap.diagnosis);
		expect(await diagnosis({ article: articles.value, diagnosis: "other-words" })).toEqual(["other-words"]);
		expect([await diagnosis({ article: articles.value }), await diagnosis({})]).toEqual([["no-article"], ["other-words"]]);
	});

	it("keeps all phrasings that it was made for: none of them is a gap of its own", async () => {
		const phrasings = ["dark mode", "drak mode", "night theme", "power saving colours"];
		await seed(phrasings.flatMap((query) => days(20, 15, [query, 0])));
		expect((await report([])).gaps.length).toBeGreaterThan(1);
		const { gaps } = await report([{ ...change, phrasings }]);
		expect(gaps).toMatchObject([{ id: change.id, query: expect.not.stringContaining("drak") as string, searches: 24, state: "watching" }]);
		expect(gaps[0]?.phrasings.map(({ query }) => query).sort()).toEqual(phrasings);
	});

	it("is watched, then closed when its searches succeed", async () => {
		await rememberGapChanges(db, [change], "2026-11-08");
		await seed([...days(20, 13, ["dark mode", 0]), ...days(9, 7, ["dark mode please", 1, articles.value])]);
		expect((await report([change])).gaps).toMatchObject([
			{
				...{ id: change.id, query: "dark mode", state: "watching" },
				landed: { since: "2026-11-08", before: { n: 8, answered: 0 }, after: { n: 3, answered: null } },
				action: "Wait: 3 searches since the change, 5 are needed to tell.",
			},
		]);
		await seed(days(6, 1, ["dark mode", 1, articles.value]));
		expect((await report([change])).gaps).toMatchObject([{ state: "closed", landed: { after: { n: 9, answered: 1 } } }]);
	});

	it("is failing when its searches still find nothing, and says why", async () => {
		await rememberGapChanges(db, [change], "2026-11-08");
		await seed(days(8, 1, ["dark mode", 0]));
		expect((await report([change])).gaps).toMatchObject([
			{ id: change.id, state: "failing", diagnosis: "no-article", action: expect.stringContaining("Write an article") },
		]);
	});

	it("is listed also where nobody searched for it, and stands in the table", async () => {
		await seed(days(3, 2, ["export report", 1, articles.export]));
		expect((await report([change])).gaps).toMatchObject([{ id: change.id, query: "dark mode", searches: 0, state: "watching", landed: { since: today } }]);
	});

	it("is forgotten after sixty days: its searches are judged like all others", async () => {
		await rememberGapChanges(db, [change], "2026-08-01");
		await seed(days(8, 1, ["dark mode", 0]));
		const { gaps } = await report([change]);
		expect(gaps).toMatchObject([{ query: "dark mode", state: "open", landed: null }]);
		expect(gaps[0]?.id).not.toBe(change.id);
	});

	it.each([
		[followedDays, "watching"],
		[followedDays + 1, "open"],
	])("is followed for %i days: %s", async (ago, state) => {
		await rememberGapChanges(db, [change], addDays(today, -ago));
		await seed(days(4, 1, ["dark mode", 0]));
		expect((await report([change])).gaps).toMatchObject([{ query: "dark mode", state }]);
	});

	it("costs nothing once it is mended, and what it costs while it fails", async () => {
		await rememberGapChanges(db, [change], "2026-11-08");
		await seed([...days(9, 1, ["dark mode", 1, articles.value]), ...visits(3, [["gantt chart", 0]])]);
		const queries = async () => (await report([change])).gaps.map(({ query, state }) => [query, state]);
		expect(await queries()).toEqual([
			["gantt chart", "open"],
			["dark mode", "closed"],
		]);
		await seed([...days(9, 1, ["dark mode", 0]), ...days(9, 1, ["dark mode", 0])]);
		expect(await queries()).toEqual([
			["dark mode", "failing"],
			["gantt chart", "open"],
		]);
	});

	it("is judged by the days after its own", async () => {
		await rememberGapChanges(db, [change], "2026-11-08");
		await seed([...days(10, 10, ["dark mode", 0]), ...days(10, 10, ["dark mode", 0]), ...days(9, 5, ["dark mode", 1, articles.value])]);
		expect((await report([change])).gaps).toMatchObject([{ state: "closed", landed: { before: { n: 0 }, after: { n: 5, answered: 1 } } }]);
	});
});
