import { beforeEach, describe, expect, it } from "vitest";
import type { Row } from "#contract/report-table.ts";
import type { SiteManifest } from "#contract/site-manifest.ts";
import { refreshRollups } from "#worker/jobs/refresh-rollups.ts";
import { readSite } from "#worker/lib/site.ts";
import { makeTicketLists } from "#worker/reports/contact/ticket-lists.ts";
import { readFilter } from "#worker/reports/read-filter.ts";
import { now, read, seedMany, seedTicket, time, today } from "./contact-seeds.ts";
import { sendAsDesk } from "./desk-messages.ts";
import { seed, visit } from "./search-seeds.ts";
import { articles, db, makeEnv, setClock } from "./support.ts";

beforeEach(() => setClock(now));

describe("tickets that search could have answered", () => {
	it("are those of which today's search is sure, by article, without names and personal data", async () => {
		await seedMany(6, today, "data-issues", ["How do I import values?"]);
		await seedTicket(today, "reports-exports", "Grace: how do I import values (grace@customer.example)");
		await seedMany(3, today, "data-issues", ["Blorbing the zyx"]);
		await seedTicket(today, "data-issues", "How do I import values?", { priority: "P1" });
		const report = await read();
		expect(report.figure("answerable")).toMatchObject({ n: 10 });
		const [row, more] = report.table("answerable").rows;
		expect(more).toBeUndefined();
		expect(row).toMatchObject({
			href: "/data-entry/import/",
			cells: { article: "How do I import values?", tickets: 7, share: 0.7, topics: "Data entry or import, Reports or exports" },
			action: "Say it in these words in title, summary and quick answer: content/articles/en/data-entry/import.mdx",
		});
		expect(row?.more).toEqual(["“How do I import values?” (6)", "“[name]: how do I import values ([email])”"]);
		expect(JSON.stringify(report)).not.toMatch(/Grace|customer\.example|Examplia/);
	});
});

describe("the step for a ticket that could have been answered", () => {
	it("is to name its topic in the article, where most of its customers chose one that the article does not name", async () => {
		await seedMany(2, today, "reports-exports", ["How do I import values?"]);
		await seedTicket(today, "data-issues", "How do I import values?");
		const [row] = (await read()).table("answerable").rows;
		expect(row?.action).toBe("Add `reports-exports` to answers, so that it is offered for that topic: content/articles/en/data-entry/import.mdx");
		expect(row?.cells).toMatchObject({ tickets: 3, share: null });
	});

	it("is told of no critical and no gone text, and of none that only names its topic", async () => {
		await seedMany(2, today, "data-issues", ["Data entry or import "]);
		await seedMany(2, today, "data-issues", ["How do I import values?"], { priority: "P1" });
		await seedMany(2, today, "data-issues", [""]);
		const report = await read();
		expect([report.figure("answerable")?.n, report.cells("answerable")]).toEqual([0, []]);
	});
});

describe("topics of tickets", () => {
	it("with ten tickets in a week ask for an article; nine do not, nor ten in two weeks", async () => {
		const wobbly = ["Wobbly frobnicator", "The frobnicator is wobbly", "frobnicator wobbly again"];
		await seedMany(5, "2026-11-16", "data-issues", wobbly);
		await seedMany(5, "2026-11-19", "reports-exports", wobbly);
		await seedMany(2, "2026-11-12", "data-issues", wobbly);
		await seedMany(9, "2026-11-19", "data-issues", ["Quuxing the widget"]);
		await seedMany(5, "2026-11-08", "data-issues", ["Zyxomma overlay"]);
		await seedMany(5, "2026-11-18", "data-issues", ["Zyxomma overlay"]);
		const report = await read();
		expect(report.cells("topics")).toEqual([
			{ topic: "The frobnicator is wobbly", tickets: 10, before: 2, week: "2026-11-13", topics: "Data entry or import, Reports or exports", article: null },
		]);
		expect(report.table("topics").rows[0]).toMatchObject({ action: 'npm run new -- how-to "The frobnicator is wobbly"' });
	});

	it("are not held together by a word that customers write under every category", async () => {
		const categories = ["data-issues", "reports-exports", "account-access", "password-login"];
		for (const [index, noun] of ["frobnicator", "zyxomma", "quuxing", "blorbing"].entries())
			await seedMany(6, today, categories[index] ?? "", [`Urgentissimo ${noun}`]);
		expect((await read()).cells("topics")).toEqual([]);
		await seedMany(10, today, "data-issues", ["Urgentissimo frobnicator"]);
		expect((await read()).cells("topics")).toMatchObject([{ topic: "Urgentissimo frobnicator", tickets: 16 }]);
	});

	it("name the article that should have answered", async () => {
		await seedMany(10, today, "data-issues", ["How do I import values?"]);
		expect((await read()).table("topics").rows[0]).toMatchObject({
			cells: { article: "How do I import values?" },
			action: "It should answer this; rewrite it in these words: content/articles/en/data-entry/import.mdx",
		});
	});
});

describe("escalations", () => {
	it("count once: by article, else by topic, else by category; three make one worth a section", async () => {
		const escalatedAt = time("2026-11-17");
		await seedMany(3, "2026-11-16", "reports-exports", ["Charts are empty", "Nothing to see", "Zyx"], { escalatedAt, content: { article: articles.export } });
		await seedMany(3, "2026-11-16", "data-issues", ["Frobnicator is wobbly"], { escalatedAt });
		await seedMany(3, "2026-11-15", "account-access", ["Alpha", "Bravo", "Charlie"], { escalatedAt });
		await seedMany(2, "2026-11-15", "mobile-app", ["Delta", "Echo"], { escalatedAt });
		await seedMany(3, "2026-11-01", "data-issues", ["Foxtrot"], { escalatedAt: time("2026-11-02") });
		const report = await read();
		expect(report.table("escalations").rows.map(({ cells, action }) => [cells["about"], cells["kind"], cells["escalations"], action])).toEqual([
			["How do I export a report?", "article", 3, "Add a troubleshooting section: content/articles/en/reporting/export.mdx"],
			["Frobnicator is wobbly", "topic", 3, 'npm run new -- troubleshooting "Frobnicator is wobbly"'],
			[
				"People and permissions",
				"category",
				3,
				"Add a troubleshooting section to an article that answers `account-access`, or write one: npm run new -- troubleshooting",
			],
		]);
		expect((await read("days=14&category=reporting")).cells("escalations")).toHaveLength(1);
	});
});

describe("questions after a release", () => {
	/** The rows of a site where the article about exports is the note of a release. */
	async function afterRelease(released: string): Promise<Row["cells"][]> {
		await refreshRollups(db);
		const site = await readSite(makeEnv());
		const note = { ...site.articles[articles.export], type: "release-notes", released } as SiteManifest["articles"][string];
		const changed = { ...site, articles: { ...site.articles, [articles.export]: note } };
		const input = { env: makeEnv(), site: changed, filter: readFilter({ days: 14 }, today), now, today };
		const { tables } = await makeTicketLists(input, () => true);
		return tables.find(({ id }) => id === "after-release")?.rows.map(({ cells }) => cells) ?? [];
	}

	it("are those of searches and tickets together, since the release", async () => {
		await seed([0, 1, 2].flatMap((ago) => visit(ago, [["how do i export a report", 1]])));
		await seed(visit(9, [["how do i export a report", 1]]));
		await seedMany(4, "2026-11-17", "reports-exports", ["How do I export a report"]);
		await seedMany(3, "2026-11-14", "reports-exports", ["How do I export a report"]);
		const row = { question: "how do i export a report", release: "How do I export a report?" };
		expect(await afterRelease("2026-11-15")).toMatchObject([{ ...row, asked: 7, tickets: 4, released: "2026-11-15" }]);
		expect(await afterRelease("2026-11-14")).toMatchObject([{ ...row, asked: 10, tickets: 7 }]);
		expect(await afterRelease("2026-11-01")).toMatchObject([{ ...row, asked: 11, tickets: 7 }]);
		expect(await afterRelease("2026-11-18")).toEqual([]);
	});

	it("are those of tickets alone, too, whatever their capitals", async () => {
		await seedMany(5, "2026-11-17", "reports-exports", ["How do I export a report", "how do I EXPORT a report"]);
		expect(await afterRelease("2026-11-15")).toMatchObject([{ asked: 5, tickets: 5 }]);
	});
});

describe("coverage", () => {
	it("puts topics without an article first, and says what to do", async () => {
		await seedMany(3, today, "password-login", ["Locked out"]);
		await seedMany(12, today, "data-issues", ["Import"]);
		await seedMany(8, "2026-11-02", "data-issues", ["Import"]);
		const rows = (await read())
			.table("coverage")
			.rows.map(({ cells, action }) => [cells["category"], cells["tickets"], cells["change"], cells["articles"], action]);
		expect(rows[0]).toEqual(["Password or login", 3, 3, 0, "Write an article with `answers: [password-login]`: npm run new"]);
		expect(rows).toContainEqual(["Data entry or import", 12, 4, 2, "More than before: see the topics of the tickets"]);
	});
});

describe("flags of agents", () => {
	it("are listed with the step that mends them, open ones whenever they came", async () => {
		const send = (message: object) => sendAsDesk("desk", "/api/desk/desk/flags", message);
		await send({ kind: "missing", topic: "Export to PowerPoint", deskReference: "4711" });
		await send({ kind: "wrong", article: articles.export, topic: "Step 3", note: "The button is called Save." });
		await send({ kind: "outdated", article: articles.users, topic: "Old picture" });
		await send({ kind: "workaround", article: articles.import, topic: "Save as CSV first" });
		await send({ kind: "explanation", topic: "How units are converted" });
		await db.prepare("UPDATE content_flags SET day = '2026-01-01', state = 'done' WHERE topic = 'Old picture'").run();
		await db.prepare("UPDATE content_flags SET day = '2026-01-01' WHERE topic = 'Step 3'").run();
		const report = await read();
		expect(report.figure("open-flags")).toMatchObject({ value: 4 });
		const rows = report.table("flags").rows;
		expect(Object.fromEntries(rows.map(({ cells, action }) => [cells["topic"], action]))).toEqual({
			"Export to PowerPoint": 'npm run new -- how-to "Export to PowerPoint"',
			"Step 3": "Correct it: content/articles/en/reporting/export.mdx",
			"Save as CSV first": "Document the workaround under Troubleshooting: content/articles/en/data-entry/import.mdx",
			"How units are converted": 'npm run new -- how-to "How units are converted"',
		});
		const first = rows.find(({ cells }) => cells["topic"] === "Export to PowerPoint");
		expect(first?.cells).toMatchObject({ desk: "desk 4711", kind: "No article", state: "Open", day: today });
		expect(first?.buttons?.map(({ label, fields }) => [label, fields["state"], fields["back"]])).toEqual([
			["Done", "done", "days=14"],
			["Dismiss", "dismissed", "days=14"],
		]);
		expect((await read("days=14&category=reporting")).cells("flags")).toMatchObject([{ topic: "Step 3" }]);
	});
});
