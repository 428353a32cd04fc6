import { describe, expect, it } from "vitest";
import type { ReportData } from "#contract/report-data.ts";
import type { ReportTable } from "#contract/report-table.ts";
import { makeManagerSession } from "#worker/lib/manager-session.ts";
import { insertInbox } from "#worker/queries/inbox.ts";
import { rememberRevisions, revisionsSince, rewrittenArticles } from "#worker/queries/revisions.ts";
import { castVote, type StoredVote } from "#worker/queries/votes.ts";
import { articles, call, consume, db, makeVote, post, postForm, revision, rows, setClock, uuid } from "./support.ts";

const noon = "2026-11-18T12:00:00Z";
const today = "2026-11-18";
const env = { LOCAL_SESSION_KEY: "session-key" };

async function signedIn(): Promise<Record<string, string>> {
	return { cookie: `tier_zero_manager=${await makeManagerSession(env.LOCAL_SESSION_KEY)}` };
}

async function readReport(query = "days=7"): Promise<ReportData & { table: Record<string, ReportTable> }> {
	const response = await call(`/api/reports/articles?${query}`, { env, headers: await signedIn() });
	expect(response.status).toBe(200);
	const report = await response.json<ReportData>();
	return { ...report, table: Object.fromEntries(report.tables.map((table) => [table.id, table])) };
}

let readers = 0;
async function seedVotes(article: string, yes: number, no: number, changes: Partial<StoredVote> = {}): Promise<void> {
	for (let index = 0; index < yes + no; index++) {
		readers++;
		const vote = {
			visitor: `v${readers}`,
			network: `n${readers}`,
			helpful: index < yes,
			reasons: [],
			comment: "",
			session: null,
			locale: "en",
			at: Date.parse(noon),
		};
		await castVote(db, { article, revision, day: today, segment: "computer", ...vote, ...changes }, 30);
	}
}

async function seedViews(article: string, n: number, more: (index: number) => object[] = () => []): Promise<void> {
	const base = { at: Date.parse(noon), day: today, visitor: null, locale: "en", segment: "phone" as const };
	const events = Array.from({ length: n }, (_, index) => [
		{ ...base, id: uuid(), type: "page_viewed", session: `s${article}${index}`, article, path: `/${article}/` },
		...more(index).map((event) => ({ ...base, id: uuid(), session: `s${article}${index}`, ...event })),
	]).flat();
	await insertInbox(db, events as Parameters<typeof insertInbox>[1], 0);
	await consume();
}

describe("the articles report", () => {
	it("counts everything that waits in the inbox, also what the list has no room for", async () => {
		setClock(noon);
		const insert = db.prepare(
			"INSERT INTO votes (article, day, visitor, network, revision, helpful, reasons, comment, locale, segment, voted_at, triage) VALUES (?1, ?2, ?3, ?3, 'r', 0, ?4, ?5, 'en', 'computer', 1, ?6)",
		);
		await db.batch([
			...Array.from({ length: 205 }, (_, n) => insert.bind(articles.import, today, `c${n}`, "[]", "Words", n < 2 ? "resolved" : "pending")),
			...Array.from({ length: 210 }, (_, n) => insert.bind(`reporting/${n}`, today, `r${n}`, '["outdated"]', "", "pending")),
		]);
		await db.prepare("INSERT INTO reason_triage VALUES ('reporting/1', 'r', 'outdated', 'dismissed', 1)").run();
		const waiting = async (query = "") => (await readReport(`days=7${query}`)).figures.find(({ id }) => id === "inbox")?.value;
		expect([await waiting(), await waiting("&category=reporting"), await waiting("&locale=de")]).toEqual([203 + 209, 209, 0]);
		expect((await readReport("days=7&category=data-entry")).table["inbox"]?.rows).toHaveLength(200);
	});

	it("ranks by the Bayesian mean, so that three bad votes do not outrank thirty", async () => {
		setClock(noon);
		await seedVotes(articles.value, 8, 22);
		await seedVotes(articles.import, 1, 4);
		await seedVotes(articles.export, 30, 0);
		await seedVotes(articles.users, 0, 4);
		const { table, figures } = await readReport();
		expect(table["ranking"]?.rows.map(({ cells }) => [cells["yes"], cells["no"]])).toEqual([
			[8, 22],
			[1, 4],
			[30, 0],
		]);
		expect(table["ranking"]?.rows[0]?.action).toBe(`Rewrite: content/articles/en/${articles.value}.mdx`);
		expect(figures.find(({ id }) => id === "helpfulness")).toMatchObject({ value: 39 / 69, n: 69, verdict: "warning", previous: null });
	});

	it("says whether a rewrite helped, with the interval of the difference", async () => {
		setClock(noon);
		await seedVotes(articles.value, 6, 24, { revision: "r0", day: "2026-11-01", at: Date.parse("2026-11-01T12:00:00Z") });
		await seedVotes(articles.value, 27, 3);
		const { table, figures } = await readReport();
		expect(table["rewrites"]?.rows).toMatchObject([{ cells: { before: 0.2, n_before: 30, after: 0.9, n_after: 30, verdict: "helped" } }]);
		expect(Number(table["rewrites"]?.rows[0]?.cells["lower"])).toBeGreaterThan(0.4);
		expect(figures.find(({ id }) => id === "rewrites-helped")?.value).toBe(1);
	});

	it("judges a rewrite that was taken back by the votes since, and the next one by what it took the place of", async () => {
		setClock(noon);
		const at = (day: string) => Date.parse(`${day}T08:00:00Z`);
		const deploys: [day: string, current: string][] = [
			["2026-10-20", revision],
			["2026-10-30", "r-bad"],
			["2026-11-09", revision],
		];
		for (const [day, current] of deploys) await rememberRevisions(db, [[articles.value, current]], at(day));
		const vote = (yes: number, no: number, of: string, day: string) => seedVotes(articles.value, yes, no, { revision: of, day, at: at(day) + 3600_000 });
		await vote(4, 26, revision, "2026-10-21");
		await vote(27, 3, "r-bad", "2026-11-01");
		await vote(0, 1, revision, "2026-11-01");
		expect((await readReport()).table["rewrites"]?.rows).toEqual([]);
		await vote(2, 18, revision, "2026-11-10");
		expect((await readReport()).table["rewrites"]?.rows).toMatchObject([
			{ cells: { since: "2026-11-09", before: 0.9, n_before: 30, after: 0.1, n_after: 20, verdict: "got worse" } },
		]);
		await rememberRevisions(db, [[articles.value, "r-later"]], at("2026-11-12"));
		await vote(1, 0, "r-later", "2026-11-13");
		expect(await rewrittenArticles(db, [[articles.value, "r-later"]], 1)).toMatchObject([{ before: { yes: 6, no: 45 }, after: { yes: 1, no: 0 } }]);
		expect(await rows("SELECT revision, since FROM revision_returns")).toEqual([{ revision, since: at("2026-11-09") }]);
		expect([...(await revisionsSince(db, [[articles.value, revision]]))]).toEqual([[articles.value, at("2026-11-09")]]);
	});

	it("lists what is read without a vote, what leads to the contact page, and what no search finds", async () => {
		setClock(noon);
		await seedViews(articles.value, 20, (index) => (index < 5 ? [{ type: "contact_opened", article: articles.value }] : []));
		const search = uuid();
		await seedViews(articles.export, 1, () => [
			{ id: search, type: "search_settled", query: "export", queryKey: "export", results: 3 },
			{ type: "search_clicked", search, article: articles.export, position: 1, how: "opened" },
		]);
		const { table } = await readReport();
		const listed = (id: string) => table[id]?.rows.map(({ href }) => href);
		expect(listed("unvoted")).toEqual([`/${articles.value}/`]);
		expect(table["exits"]?.rows).toMatchObject([{ cells: { exits: 5, views: 20, share: 0.25 } }]);
		expect(listed("never-found")).toContain(`/${articles.value}/`);
		expect(listed("never-found")).not.toContain(`/${articles.export}/`);
		expect(table["unvoted"]?.rows[0]?.cells["views"]).toBe(20);
	});

	it("asks for nothing where nothing is to do", async () => {
		setClock(noon);
		await seedVotes(articles.value, 2, 20);
		await seedVotes(articles.import, 3, 3);
		await seedVotes(articles.export, 8, 0);
		expect((await readReport()).table["ranking"]?.rows.map(({ id, action }) => [id, action])).toEqual([
			[`ranking-${articles.value}`, `Rewrite: content/articles/en/${articles.value}.mdx`],
			[`ranking-${articles.import}`, "Too few votes to tell: wait for more"],
			[`ranking-${articles.export}`, "Nothing to do"],
		]);
	});

	it("says what its figures and lines are", async () => {
		setClock(noon);
		await seedVotes(articles.value, 4, 1, { day: "2026-11-16" });
		await seedVotes(articles.export, 11, 4);
		await seedVotes(articles.export, 3, 1, { day: "2026-11-17" });
		await seedVotes(articles.value, 15, 5, { day: "2026-11-15" });
		await seedViews(articles.value, 7);
		const { title, notes, figures, charts, tables } = await readReport("days=3");
		expect([title, notes]).toEqual(["Articles", []]);
		expect(figures.map(({ id, label, value, n, of, previous, href }) => [id, label, value, n, of, previous, href])).toEqual([
			["helpfulness", "Article helpfulness", 18 / 24, 24, "votes", 15 / 20, "#ranking"],
			["views", "Article views", 7, undefined, undefined, 0, "#unvoted"],
			["inbox", "Waiting in the inbox", 0, undefined, undefined, undefined, "#inbox"],
			["rewrites-helped", "Rewrites that helped", 0, 0, "rewrites with votes", undefined, "#rewrites"],
		]);
		expect(figures.slice(1).map(({ definition }) => definition)).toEqual([
			"How often pages of articles were shown.",
			"Reasons and comments that are pending or in progress.",
			"Articles whose current revision is surely more helpful than the one before (95 %).",
		]);
		const day = (date: string, value: number | null, n?: number) => ({ day: date, value, ...(n !== undefined && { n }) });
		expect(charts).toMatchObject([
			{
				...{ id: "helpfulness-over-time", title: "Helpfulness", summary: "Share of Yes among votes; gaps where there were fewer than five." },
				series: [
					{ label: "Helpful", unit: "rate", target: 0.8, points: [day("2026-11-16", 0.8, 5), day("2026-11-17", null, 4), day("2026-11-18", 11 / 15, 15)] },
				],
			},
			{
				...{ id: "views-over-time", title: "Views of articles", summary: "How often pages of articles were shown." },
				series: [{ label: "Views", unit: "count", points: [day("2026-11-16", 0), day("2026-11-17", 0), day("2026-11-18", 7)] }],
			},
		]);
		expect(tables.map(({ id }) => id)).toEqual(["inbox", "ranking", "rejected-answers", "rewrites", "exits", "stale-popular", "unvoted", "never-found"]);
	});

	it("has no share of nineteen votes, nor a share before of as few", async () => {
		setClock(noon);
		await seedVotes(articles.value, 18, 1);
		await seedVotes(articles.value, 18, 1, { day: "2026-11-11" });
		const helpfulness = async () => (await readReport("days=7")).figures.find(({ id }) => id === "helpfulness");
		expect(await helpfulness()).toMatchObject({ value: null, n: 19, previous: null });
		await seedVotes(articles.value, 0, 1);
		expect(await helpfulness()).toMatchObject({ value: 18 / 20, n: 20, previous: null });
	});

	it("counts in the inbox what waits, and not what is done with", async () => {
		setClock(noon);
		await seedVotes(articles.value, 0, 2, { reasons: ["outdated"] });
		await seedVotes(articles.export, 0, 1, { reasons: ["missing-detail", "hard-to-follow"] });
		const waiting = async () => (await readReport("days=7")).figures.find(({ id }) => id === "inbox")?.value;
		expect(await waiting()).toBe(3);
		const move = (reason: string, state: string) =>
			db
				.prepare("INSERT INTO reason_triage (article, revision, reason, state, at) VALUES (?1, ?2, ?3, ?4, 1)")
				.bind(articles.export, revision, reason, state)
				.run();
		await move("missing-detail", "in-progress");
		await move("hard-to-follow", "resolved");
		expect(await waiting()).toBe(2);
	});

	it("keeps to a category, a device and a language", async () => {
		setClock(noon);
		await seedVotes(articles.value, 5, 0, { segment: "phone" });
		await seedVotes(articles.export, 5, 0);
		const rowsOf = async (query: string) => (await readReport(`days=7&${query}`)).table["ranking"]?.rows.map(({ href }) => href);
		expect(await rowsOf("category=reporting")).toEqual([`/${articles.export}/`]);
		expect(await rowsOf("segment=phone")).toEqual([`/${articles.value}/`]);
		expect(await rowsOf("locale=de")).toEqual([]);
	});
});

describe("the inbox of what readers said", () => {
	async function send(fields: Record<string, string>): Promise<Response> {
		return postForm("/manage/articles/triage", fields, { env, headers: await signedIn() });
	}
	const inbox = async () => (await readReport()).table["inbox"]?.rows ?? [];
	const button = (row: Awaited<ReturnType<typeof inbox>>[number] | undefined, label: string) => row?.buttons?.find((one) => one.label === label)?.fields ?? {};

	it("moves a reason on, and begins anew when the article was rewritten", async () => {
		setClock(noon);
		await seedVotes(articles.value, 0, 2, { reasons: ["outdated"], revision: "r0" });
		const [waiting] = await inbox();
		expect(waiting?.cells).toMatchObject({ said: "It looks out of date", n: 2, revision: "earlier", state: "Pending" });
		const answer = await send(button(waiting, "Resolve"));
		expect([answer.status, answer.headers.get("location")]).toEqual([
			303,
			`/manage/articles?days=7&settled=${encodeURIComponent(`said-${articles.value}-r0-outdated`)}#settled`,
		]);
		expect((await inbox()).map(({ cells }) => cells["state"])).toEqual(["Resolved"]);
		await seedVotes(articles.value, 0, 1, { reasons: ["outdated"] });
		expect((await inbox()).map(({ cells }) => [cells["state"], cells["revision"]])).toEqual([
			["Pending", "current"],
			["Resolved", "earlier"],
		]);
	});

	it("moves a comment on without telling who wrote it, and takes it up again when its reader writes more", async () => {
		setClock(noon);
		await post("/api/votes", makeVote({ helpful: "no", comment: "Step 3 is gone" }));
		const [waiting] = await inbox();
		const [{ visitor } = { visitor: "nobody" }] = await rows<{ visitor: string }>("SELECT visitor FROM votes");
		expect(waiting?.cells).toMatchObject({ said: "“Step 3 is gone” (after No)", state: "Pending" });
		expect(JSON.stringify(waiting)).not.toContain(visitor);
		await send(button(waiting, "Start"));
		expect((await inbox())[0]?.cells["state"]).toBe("In progress");
		await send(button((await inbox())[0], "Dismiss"));
		expect((await inbox())[0]?.cells["state"]).toBe("Dismissed");
		await post("/api/votes", makeVote({ helpful: "no", comment: "Step 4 is gone, too" }));
		expect((await inbox())[0]?.cells["state"]).toBe("Pending");
	});

	it("changes nothing for votes that are gone, for states it does not know, and for strangers", async () => {
		setClock(noon);
		const fields = { kind: "comment", article: articles.value, day: today, id: "A".repeat(16), state: "resolved", back: "" };
		expect((await send(fields)).status).toBe(404);
		expect((await send({ ...fields, state: "deleted" })).status).toBe(422);
		expect((await send({ kind: "reason", article: articles.value, revision, reason: "outdated", state: "resolved", back: "" })).status).toBe(404);
		expect((await postForm("/manage/articles/triage", fields, { env })).status).toBe(403);
		expect(await rows("SELECT * FROM reason_triage")).toEqual([]);
	});

	it("says what a button did, in words of the list itself, and where the row is now", async () => {
		setClock(noon);
		await seedVotes(articles.value, 0, 2, { reasons: ["outdated"], revision: "r0" });
		const [waiting] = await inbox();
		const headers = await signedIn();
		const answer = await send(button(waiting, "Start"));
		const page = await (await call(answer.headers.get("location") ?? "", { env, headers })).text();
		expect(page).toMatch(/id="settled" role="status" tabindex="-1">\s*<strong>In progress:<\/strong> It looks out of date, How do I add a value\?/);
		expect(page).toContain(`<tr role="row" id="${waiting?.id}" tabindex="-1">`);
		expect(page).toContain(`<a href="#${encodeURIComponent(waiting?.id ?? "")}">Show it in the list</a>`);
		for (const settled of ["said-nothing", "%3Cb%3Ehello"]) {
			const other = await (await call(`/manage/articles?settled=${settled}`, { env, headers })).text();
			expect(other).not.toContain('id="settled"');
			expect(other).not.toContain("hello");
		}
	});

	it("leads back to the report only", async () => {
		setClock(noon);
		await seedVotes(articles.value, 0, 1, { reasons: ["outdated"] });
		const [row] = await inbox();
		const answer = await send({ ...button(row, "Resolve"), back: "//evil.example/?days=7" });
		expect(answer.headers.get("location")).toMatch(/^\/manage\/articles\?%2F%2Fevil.example%2F%3Fdays=7&settled=said-[^#]+#settled$/);
	});
});
