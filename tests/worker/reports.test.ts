import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Metric, MetricId, OverviewReport } from "#contract/reports.ts";
import { refreshRollups } from "#worker/jobs/refresh-rollups.ts";
import { handleCron } from "#worker/jobs/scheduled.ts";
import { addDays, dayOf } from "#worker/lib/days.ts";
import { insertInbox } from "#worker/queries/inbox.ts";
import { rollUpDay, storeSnapshot } from "#worker/queries/rollups.ts";
import { removeSample } from "#worker/queries/sample.ts";
import type { StoredEvent } from "#worker/queries/stored-event.ts";
import { storeTicket, type StoredTicket } from "#worker/queries/tickets.ts";
import { confirmDeflections, forget } from "#worker/queries/upkeep.ts";
import { castVote, type StoredVote } from "#worker/queries/votes.ts";
import { weightedMedian } from "#worker/reports/weighted-median.ts";
import { wilsonInterval } from "#worker/reports/wilson.ts";
import { articles, call, consume, count, db, makeEnv, rows, setClock, uuid } from "./support.ts";

const noon = "2026-11-18T12:00:00Z";
const today = "2026-11-18";
const time = (day: string, seconds = 0) => Date.parse(`${day}T08:00:00Z`) + seconds * 1000;

function makeEvent(type: string, at: number, fields: Partial<StoredEvent> = {}): StoredEvent {
	return { id: uuid(), type, at, day: dayOf(at), session: null, visitor: null, locale: "en", segment: "computer", ...fields };
}

async function seedEvents(events: StoredEvent[]): Promise<void> {
	for (let start = 0; start < events.length; start += 50) await insertInbox(db, events.slice(start, start + 50), 0);
	await consume();
}

let visitors = 0;
function seedVote(day: string, helpful: boolean, changes: Partial<StoredVote> = {}): Promise<unknown> {
	const vote = {
		article: articles.value,
		revision: "aaaaaaaaaaaa",
		day,
		visitor: `visitor-${visitors++}`,
		network: `n${visitors}`,
		helpful,
		reasons: [],
		comment: "",
		session: null,
		locale: "en",
		segment: "computer" as const,
		at: time(day),
		...changes,
	};
	return castVote(db, vote, 30);
}

function seedTicket(day: string, category: string, changes: Partial<StoredTicket> = {}, visit: string | null = null): Promise<void> {
	return storeTicket(
		db,
		{
			id: uuid(),
			reference: uuid(),
			statusToken: uuid(),
			idempotencyKey: uuid(),
			bodyHash: "",
			createdAt: time(day),
			day,
			network: "n",
			emailHash: "e",
			locale: "en",
			channel: "portal",
			category,
			priority: "P4",
			team: "",
			tier: "",
			promisedAt: 1,
			timeZone: "UTC",
			content: { subject: "A secret subject" } as StoredTicket["content"],
			segment: "computer",
			plan: "",
			...changes,
		},
		["desk"],
		[],
		{ visit },
	);
}

async function seedVisits(day: string, states: Record<string, number>, shown = 1): Promise<void> {
	const all = Object.entries(states).flatMap(([state, n]) => Array.from({ length: n }, () => state));
	await db.batch(
		all.map((state) =>
			db
				.prepare("INSERT INTO contact_visits (id, day, opened_at, session, locale, shown, state) VALUES (?1, ?2, ?3, ?1, 'en', ?4, ?5)")
				.bind(uuid(), day, time(day), shown, state),
		),
	);
	await db.prepare("INSERT OR IGNORE INTO dirty_days VALUES (?1)").bind(day).run();
}

async function readReport(days = 7): Promise<OverviewReport & { metric: Record<MetricId, Metric> }> {
	const response = await call(`/api/reports/overview?days=${days}`, { env: { REPORT_TOKEN: "t" }, headers: { authorization: "Bearer t" } });
	expect(response.status).toBe(200);
	const report = await response.json<OverviewReport>();
	return { ...report, metric: Object.fromEntries(report.metrics.map((metric) => [metric.id, metric])) as Record<MetricId, Metric> };
}

/** A settled search and what came of it. */
function makeSearches(day: string, n: number, { zero = 0, opened = 0, inPlace = 0 }): StoredEvent[] {
	return Array.from({ length: n }, (_, index) => {
		const session = `${day}-searcher-${index}`;
		const search = makeEvent("search_settled", time(day, index), { session, query: "q", queryKey: "q", results: index >= n - zero ? 0 : 3 });
		const click = (how: string) => makeEvent("search_clicked", time(day, index + 5), { session, search: search.id, article: articles.value, position: 1, how });
		if (index < opened) return [search, click("opened"), ...(index === 0 ? [click("opened"), click("opened"), click("answered")] : [])];
		return index < opened + inPlace ? [search, click("answered")] : [search];
	}).flat();
}

describe("the overview", () => {
	it("shows every figure of a known week, and of the week before", async () => {
		setClock(noon);
		const [week, before] = ["2026-11-12", "2026-11-11"];
		const searches = makeSearches(week, 25, { zero: 5, opened: 15, inPlace: 2 });
		const replaced = searches
			.filter((event) => event.type === "search_settled")
			.slice(0, 2)
			.map((by) => {
				const shorter = makeEvent("search_settled", by.at - 4000, { session: by.session, query: "sh", queryKey: "sh", results: 0 });
				by.replaces = shorter.id;
				return shorter;
			});
		const reads = Array.from({ length: 21 }, (_, index) => {
			const session = `reader-${index}`;
			const last = index < 10 ? 30 : index === 10 ? 500 : 400;
			return [0, last].map((seconds) => makeEvent("page_viewed", time(today, seconds), { session, article: seconds ? articles.value : undefined, path: "/" }));
		}).flat();
		await seedEvents([...searches, ...replaced, ...reads, makeEvent("page_viewed", time(today), { session: "one-page", article: articles.value, path: "/" })]);
		await seedEvents([...makeSearches(before, 20, { zero: 1, opened: 7 }), ...makeSearches("2026-11-04", 9, { zero: 9 })]);
		await seedVisits(week, { confirmed: 7, pending: 2, unverifiable: 1, refuted: 1, open: 1, abandoned: 2, ticket: 6 });
		await seedVisits(before, { confirmed: 3, ticket: 7 });
		for (let index = 0; index < 24; index++) await seedVote(index < 12 ? week : today, true);
		for (let index = 0; index < 6; index++) await seedVote(today, false);
		for (let index = 0; index < 20; index++) await seedVote(before, index < 12);
		await seedVote(today, true, { session: "reader-10", at: time(today, 100), article: articles.export });
		await seedVote(today, false, { session: "reader-11", at: time(today, 10), article: articles.export });
		await storeSnapshot(db, "2026-11-10", { articles: 10, fresh: 5, categories: 4, covered: 1 });

		const report = await readReport();
		expect([report.from, report.to, report.days, report.sample]).toEqual(["2026-11-12", "2026-11-18", 7, false]);
		const figures = Object.fromEntries(
			report.metrics.map(({ id, value, n, verdict, previous, previousN }) => [id, { value, n, verdict, previous, previousN }]),
		);
		expect(figures).toEqual({
			deflection: { value: null, n: 0, verdict: "unknown", previous: null, previousN: 0 },
			helpfulness: { value: 25 / 32, n: 32, verdict: "watch", previous: 12 / 20, previousN: 20 },
			"search-success": { value: 17 / 25, n: 25, verdict: "good", previous: 7 / 20, previousN: 20 },
			"zero-results": { value: 5 / 25, n: 25, verdict: "watch", previous: 1 / 20, previousN: 20 },
			coverage: { value: 3 / 4, n: 4, verdict: "watch", previous: 1 / 4, previousN: 4 },
			freshness: { value: 3 / 4, n: 4, verdict: "watch", previous: 5 / 10, previousN: 10 },
			"time-to-answer": { value: 100, n: 21, verdict: "good", previous: null, previousN: 0 },
		});
		const beside = (id: MetricId) => Object.fromEntries(report.metric[id].beside.map(({ label, value }) => [label, value]));
		expect(beside("deflection")).toEqual({ confirmed: 7, pending: 2, unverifiable: 1, refuted: 1, potential: 2 });
		expect(beside("search-success")).toEqual({ opened: 15, "answered in place": 2 });
		expect(beside("zero-results")).toEqual({ "without an answer": 5 });
		expect(report.traffic).toEqual({ pageViews: 43, sessions: 25 + 22, visitorDays: 0 });
	});

	it("counts deflections only of contact sessions whose seven days are over", async () => {
		setClock(noon);
		await seedVisits("2026-11-10", { confirmed: 6, ticket: 12, unverifiable: 2 });
		await seedVisits("2026-11-11", { pending: 30, ticket: 10 });
		await seedVisits("2026-10-18", { confirmed: 12, ticket: 8 });
		const { metric } = await readReport(30);
		expect(metric["deflection"]).toMatchObject({ value: 6 / 20, n: 20, verdict: "good", previous: 12 / 20, previousN: 20 });
		expect(metric["deflection"].beside).toContainEqual({ label: "pending", value: 30 });
		expect((await readReport(7)).metric["deflection"]).toMatchObject({ value: null, n: 0, verdict: "unknown" });
	});

	it("counts page views, sessions and visitor-days", async () => {
		setClock(noon);
		const view = (day: string, session: string, visitor: string) => makeEvent("page_viewed", time(day), { session, visitor, path: "/" });
		await seedEvents([
			view(today, "s1", "v1"),
			view(today, "s1", "v1"),
			view(today, "s2", "v1"),
			view("2026-11-17", "s3", "v2"),
			view("2026-11-01", "s4", "v3"),
		]);
		expect((await readReport()).traffic).toEqual({ pageViews: 4, sessions: 3, visitorDays: 2 });
	});

	it("says so when there is not enough data", async () => {
		setClock(noon);
		await seedEvents(makeSearches(today, 19, { zero: 19 }));
		const { metric, zeroResults, lowestRated, ticketsByCategory } = await readReport();
		expect(metric["zero-results"]).toMatchObject({ value: null, n: 19, verdict: "unknown", previous: null, previousN: 0, minimum: 20 });
		expect(metric["deflection"]).toMatchObject({ value: null, n: 0, verdict: "unknown" });
		expect([zeroResults.length, lowestRated, ticketsByCategory]).toEqual([1, [], []]);
		await seedEvents(makeSearches("2026-11-17", 1, {}));
		expect((await readReport()).metric["zero-results"]).toMatchObject({ value: 19 / 20, n: 20, verdict: "warning" });
	});

	it("looks back the days it is asked for, both ends included", async () => {
		setClock(noon);
		for (const day of ["2026-11-18", "2026-11-12", "2026-11-11", "2026-11-05", "2026-11-04"]) await seedEvents(makeSearches(day, 1, {}));
		expect((await readReport(7)).metric["zero-results"]).toMatchObject({ n: 2, previousN: 2 });
		expect((await readReport(1)).metric["zero-results"]).toMatchObject({ n: 1, previousN: 0 });
		expect((await readReport(30)).metric["zero-results"]).toMatchObject({ n: 5, previousN: 0 });
	});

	it("counts a session that opened the contact page twice as one, also when both visits were solved", async () => {
		setClock(noon);
		const week = "2026-11-10";
		await seedVisits(week, { ticket: 19 });
		for (const id of ["first", "second"])
			await db
				.prepare("INSERT INTO contact_visits (id, day, opened_at, session, locale, state) VALUES (?1, ?2, ?3, 'one-session', 'en', 'confirmed')")
				.bind(id, week, time(week))
				.run();
		expect((await readReport(30)).metric["deflection"]).toMatchObject({ value: 1 / 20, n: 20 });
	});

	it("groups searches without an answer by what they mean", async () => {
		setClock(noon);
		const search = (query: string, day: string, visitor: string, changes = {}) =>
			makeEvent("search_settled", time(day), { visitor, query, queryKey: query, results: 0, ...changes });
		await seedEvents([
			search("carbon offset", "2026-11-15", "v1"),
			search("carbon offset", "2026-11-16", "v1"),
			search("carbon offset", "2026-11-16", "v2"),
			search("offsets for carbon", "2026-11-17", "v3"),
			search("carbn offset", "2026-11-14", "v2"),
			search("how do i delete my account", "2026-11-18", "v5"),
			search("carbon offset", "2026-11-01", "v6"),
			search("carbon offset", "2026-11-16", "v7", { results: 2 }),
		]);
		expect((await readReport()).zeroResults).toEqual([
			{ query: "carbon offset", variants: ["offsets for carbon", "carbn offset"], searches: 5, visitors: 5, lastSeen: "2026-11-17", told: [] },
			{ query: "how do i delete my account", variants: [], searches: 1, visitors: 1, lastSeen: "2026-11-18", told: [] },
		]);
	});

	it("says how far back the list of searches without an answer reaches", async () => {
		setClock(noon);
		expect((await readReport(30)).zeroResultsFrom).toBe("2026-10-20");
		expect((await readReport(366)).zeroResultsFrom).toBe("2026-08-20");
	});

	it("lists the lowest-rated articles by the upper bound, worst first, from five votes on, if they are surely below the target", async () => {
		setClock(noon);
		const cast = async (article: string, yes: number, no: number, reasons: string[] = []) => {
			for (let index = 0; index < yes + no; index++) await seedVote(today, index < yes, { article, revision: "r", reasons: index < yes ? ["clear"] : reasons });
		};
		await cast(articles.value, 2, 20, ["outdated"]);
		await cast(articles.import, 0, 5, ["did-not-work", "missing-detail"]);
		await cast(articles.export, 0, 4);
		await cast(articles.users, 20, 4);
		await cast("gone/article", 1, 9);
		await seedVote(today, false, { article: articles.import, revision: "r", reasons: ["did-not-work"] });
		const { lowestRated } = await readReport();
		expect(lowestRated.map(({ article, yes, no, reason, url }) => [article, yes, no, reason, url])).toEqual([
			[articles.value, 2, 20, "It looks out of date", "/data-entry/add-a-value/"],
			[articles.import, 0, 6, "I followed it and it did not work", "/data-entry/import/"],
			["gone/article", 1, 9, null, null],
		]);
		expect((await readReport()).ratedArticles).toBe(4);
		expect(lowestRated[0]?.lowerBound).toBeCloseTo(0.0253, 3);
		expect(lowestRated[0]?.upperBound).toBeCloseTo(0.2784, 3);
	});

	it("shows how readers took a rewrite: votes on the current revision beside those on the one before it, the latest rewrite first", async () => {
		setClock(noon);
		const cast = async (article: string, revision: string, day: string, yes: number, no: number) => {
			for (let index = 0; index < yes + no; index++) await seedVote(day, index < yes, { article, revision });
		};
		await cast(articles.value, "111111111111", "2026-09-01", 9, 0);
		await cast(articles.value, "222222222222", "2026-10-01", 6, 14);
		await cast(articles.value, "aaaaaaaaaaaa", "2026-11-10", 18, 2);
		// A page that was opened before the rewrite may still vote on what it showed.
		await cast(articles.value, "222222222222", "2026-11-11", 0, 1);
		await cast(articles.import, "333333333333", "2026-10-01", 4, 1);
		await cast(articles.import, "bbbbbbbbbbbb", "2026-11-12", 0, 4);
		await cast(articles.export, "cccccccccccc", "2026-11-12", 9, 0);
		await cast(articles.users, "444444444444", "2026-11-12", 9, 0);
		const { rewrites } = await readReport();
		expect(rewrites.map(({ article, since }) => [article, since])).toEqual([
			[articles.import, "2026-11-12"],
			[articles.value, "2026-11-10"],
		]);
		expect(rewrites[0]).toMatchObject({ before: { yes: 4, no: 1, share: 0.8 }, after: { yes: 0, no: 4, share: null } });
		expect(rewrites[1]).toMatchObject({
			title: "How do I add a value?",
			url: "/data-entry/add-a-value/",
			before: { yes: 6, no: 15, share: 6 / 21 },
			after: { share: 0.9 },
		});
		expect(rewrites[1]?.after.lowerBound).toBeCloseTo(0.699, 3);
		expect(rewrites[1]?.after.upperBound).toBeCloseTo(0.9721, 3);
	});

	it("names the owners whose reviews are overdue, and what waits the longest; archived articles need none", async () => {
		setClock(noon);
		expect((await readReport()).overdueReviews).toEqual([
			{
				...{ owner: "admin", overdue: 1, articles: 1 },
				longest: {
					...{ article: "admin/users", title: "How do I invite a <user>?", url: "/admin/users/", due: "2026-07-01" },
					...{ file: "content/articles/en/admin/users.mdx", edit: null },
				},
			},
		]);
		setClock("2027-03-02T12:00:00Z");
		const later = (await readReport()).overdueReviews;
		expect(later.map(({ owner, overdue, articles: of, longest }) => [owner, overdue, of, longest.due])).toEqual([
			["admin", 1, 1, "2026-07-01"],
			["reports", 1, 1, "2027-02-01"],
			["data", 1, 2, "2027-03-01"],
		]);
	});

	it("counts tickets by category beside the period before and the articles that answer them", async () => {
		setClock(noon);
		for (const category of ["data-issues", "data-issues", "password-login", "retired-category"]) await seedTicket(today, category);
		for (const category of ["reports-exports", "data-issues"]) await seedTicket("2026-11-10", category);
		expect((await readReport()).ticketsByCategory).toEqual([
			{ category: "data-issues", label: "Data entry or import", tickets: 2, previous: 1, articles: 2, covered: true },
			{ category: "password-login", label: "Password or login", tickets: 1, previous: 0, articles: 0, covered: true },
			{ category: "reports-exports", label: "Reports or exports", tickets: 0, previous: 1, articles: 1, covered: true },
		]);
	});

	it("tells sample data apart, and is the real one again when that is removed", async () => {
		setClock(noon);
		await seedEvents(makeSearches(today, 20, { zero: 4, opened: 10 }));
		await seedVote(today, true);
		await seedTicket(today, "data-issues");
		const real = await readReport();
		await seedEvents(makeSearches(today, 40, { zero: 40 }).map((event) => ({ ...event, sample: 1 as const })));
		for (let index = 0; index < 30; index++) await seedVote(today, false, { sample: 1 });
		const mixed = await readReport();
		expect([mixed.sample, mixed.metric["zero-results"].n, mixed.metric["helpfulness"].n]).toEqual([true, 60, 31]);
		expect(await rows("SELECT sample, n FROM daily_rollups WHERE metric = 'searches_zero' ORDER BY sample")).toEqual([
			{ sample: 0, n: 4 },
			{ sample: 1, n: 40 },
		]);
		await removeSample(db);
		expect(await readReport()).toEqual(real);
		await rollUpDay(db, today);
		expect(await readReport()).toEqual(real);
	});

	it("lists the most read articles for the site's build", async () => {
		setClock(noon);
		const view = (article: string) => makeEvent("page_viewed", time(today), { article, path: "/" });
		await seedEvents([
			view(articles.export),
			view(articles.value),
			view(articles.export),
			makeEvent("page_viewed", time("2026-10-19"), { article: articles.users, path: "/" }),
			...Array.from({ length: 9 }, () => ({ ...view(articles.users), sample: 1 as const })),
			...Array.from({ length: 9 }, () => view("gone/article")),
			...Array.from({ length: 9 }, () => view(articles.retired)),
		]);
		await handleCron(makeEnv(), Date.now());
		expect(await (await call("/api/popular")).json()).toEqual({ articles: [articles.export, articles.value], helpfulness: {} });
	});

	it("tells the site's build how much articles helped, from ten votes on, and nothing of sample votes or articles that are gone", async () => {
		setClock(noon);
		const rollup = (metric: string, label: string, n: number, sample = 0, day = today) =>
			db.prepare("INSERT INTO daily_rollups (day, metric, label, sample, n) VALUES (?1, ?2, ?3, ?4, ?5)").bind(day, metric, label, sample, n).run();
		await rollup("votes_yes", articles.export, 18);
		await rollup("votes_no", articles.export, 2);
		await rollup("votes_no", articles.value, 20);
		await rollup("votes_yes", articles.users, 9);
		await rollup("votes_yes", "gone/article", 50);
		await rollup("votes_no", articles.users, 50, 1);
		await rollup("votes_no", articles.export, 50, 0, "2026-01-01");
		const { helpfulness } = await (await call("/api/popular")).json<{ helpfulness: unknown }>();
		expect(helpfulness).toEqual({ [articles.export]: 0.533, [articles.value]: -0.667 });
	});
});

describe("rollups", () => {
	const metricRows = () =>
		rows("SELECT day, metric, label, sample, n FROM daily_rollups WHERE n > 0 AND metric NOT LIKE 'content%' ORDER BY day, metric, label, sample");

	/** All days counted from nothing. */
	async function recount() {
		await db.prepare("DELETE FROM daily_rollups").run();
		for (const { day } of await rows<{ day: string }>(
			"SELECT day FROM events UNION SELECT day FROM contact_visits UNION SELECT day FROM votes UNION SELECT day FROM tickets",
		))
			await rollUpDay(db, day);
		return metricRows();
	}

	const days = ["2026-11-16", "2026-11-17", "2026-11-18"];
	const kinds = [
		"view",
		"search",
		"search",
		"extend",
		"click",
		"click",
		"opened",
		"shown",
		"solved",
		"abandoned",
		"ticket",
		"ticket",
		"vote",
		"consume",
		"refresh",
		"refresh",
		"refresh",
		"confirm",
	] as const;
	const step = fc.record({ kind: fc.constantFrom(...kinds), day: fc.nat({ max: 2 }), which: fc.nat({ max: 2 }), flag: fc.boolean() });

	/** Three searches, sessions and visits that the steps touch on any of three days, in any order. */
	async function play(steps: { kind: string; day: number; which: number; flag: boolean }[]): Promise<StoredEvent[]> {
		const ids = (name: string) => Array.from({ length: 3 }, () => `${name}-${uuid()}`);
		const [searches, contacts, sessions] = [ids("search"), ids("contact"), ids("session")];
		const told: StoredEvent[] = [];
		let batch: StoredEvent[] = [];
		const flush = async () => {
			if (batch.length > 0) await insertInbox(db, batch, 0);
			batch = [];
		};
		for (const { kind, day: dayNumber, which, flag } of steps) {
			const day = days[dayNumber] ?? today;
			const at = time(day, which * 60 + (flag ? 30 : 0));
			const [session, contact, search] = [sessions[which] ?? "", contacts[which] ?? "", searches[which] ?? ""];
			const tell = (type: string, fields: Partial<StoredEvent>) => {
				const event = makeEvent(type, at, { session, ...fields });
				told.push(event);
				batch.push(event);
				if (flag) batch.push(event);
			};
			if (kind === "view") tell("page_viewed", { path: "/", article: flag ? articles.value : undefined, visitor: session });
			if (kind === "search") tell("search_settled", { id: search, query: "q", queryKey: "q", results: flag ? 0 : 2 });
			if (kind === "extend") tell("search_settled", { query: "qu", queryKey: "qu", results: 1, replaces: search });
			if (kind === "click") tell("search_clicked", { search, article: articles.value, how: flag ? "answered" : "opened" });
			if (kind === "opened") tell("contact_opened", { id: contact });
			if (kind === "shown") tell("suggestion_shown", { contact, article: articles.value });
			if (kind === "solved") tell("suggestion_solved", { contact, article: articles.value, tokenHash: flag ? `hash-${contact}` : undefined });
			if (kind === "abandoned") tell("contact_abandoned", { contact });
			if (kind === "ticket") await seedTicket(day, "data-issues", {}, flag ? contact : null);
			if (kind === "vote") await seedVote(day, flag, { visitor: session, session, at });
			if (kind === "consume" || kind === "refresh") await flush();
			if (kind === "consume" || kind === "refresh") await consume();
			if (kind === "refresh") await refreshRollups(db);
			if (kind === "confirm") await confirmDeflections(db, time(days[dayNumber] ?? today) + 7 * 86_400_000);
		}
		await flush();
		await consume();
		return told;
	}

	it("equal a recount after whatever happened in whatever order", { timeout: 60_000 }, async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 50, size: "max" }), async (steps) => {
				const told = await play(steps);
				await refreshRollups(db);
				const kept = await metricRows();
				expect(kept).toEqual(await recount());
				expect(await rows("SELECT day, sum(n) AS n FROM daily_rollups WHERE metric = 'searches' GROUP BY day ORDER BY day")).toEqual(countSearches(told));
				expect(await rows("SELECT day, sum(searches) AS n FROM query_days GROUP BY day ORDER BY day")).toEqual(countSearches(told));
				await db.batch(
					["events", "contact_visits", "votes", "deliveries", "tickets", "daily_rollups", "query_days", "dirty_days"].map((table) =>
						db.prepare(`DELETE FROM ${table}`),
					),
				);
			}),
			{ numRuns: 25 },
		);
	});

	/** Settled searches a day, counted without the database: the first of an id is kept, those that were extended are not counted. */
	function countSearches(told: StoredEvent[]) {
		const settled = [
			...new Map(
				told
					.filter((event) => event.type === "search_settled")
					.reverse()
					.map((event) => [event.id, event]),
			).values(),
		];
		const extended = new Set(settled.map((event) => event.replaces));
		const perDay = new Map<string, number>();
		for (const event of settled) if (!extended.has(event.id)) perDay.set(event.day, (perDay.get(event.day) ?? 0) + 1);
		return [...perDay].sort(([a], [b]) => a.localeCompare(b)).map(([day, n]) => ({ day, n }));
	}

	it("do not count a search that the same session extended, and do when another session claims to", async () => {
		const first = makeEvent("search_settled", time(today), { session: "a", query: "im", queryKey: "im", results: 0 });
		await seedEvents([
			first,
			makeEvent("search_settled", time(today, 3), { session: "b", query: "import", queryKey: "import", results: 1, replaces: first.id }),
		]);
		await refreshRollups(db);
		expect(await rows("SELECT metric, sum(n) AS n FROM daily_rollups WHERE metric LIKE 'searches%' GROUP BY metric ORDER BY metric")).toEqual([
			{ metric: "searches", n: 2 },
			{ metric: "searches_zero", n: 1 },
		]);
		await seedEvents([makeEvent("search_settled", time(today, 4), { session: "a", query: "imports", queryKey: "imports", results: 1, replaces: first.id })]);
		await refreshRollups(db);
		expect(await rows("SELECT metric, sum(n) AS n FROM daily_rollups WHERE metric LIKE 'searches%' GROUP BY metric ORDER BY metric")).toEqual([
			{ metric: "searches", n: 2 },
		]);
	});

	it("count a search again when its click comes after midnight", async () => {
		const search = makeEvent("search_settled", time("2026-11-17"), { query: "q", queryKey: "q", results: 1 });
		await seedEvents([search]);
		await refreshRollups(db);
		await seedEvents([makeEvent("search_clicked", time("2026-11-18"), { search: search.id, article: articles.value, how: "opened" })]);
		await refreshRollups(db);
		expect(await rows("SELECT day, n FROM daily_rollups WHERE metric = 'searches_opened'")).toEqual([{ day: "2026-11-17", n: 1 }]);
	});
});

describe("retention", () => {
	it("removes rows that are too old and keeps their counts", async () => {
		const now = setClock(noon);
		const [oldEvents, keptEvents, oldVotes, oldTickets] = [addDays(today, -91), addDays(today, -90), addDays(today, -401), addDays(today, -366)];
		await seedEvents([...makeSearches(oldEvents, 2, {}), ...makeSearches(keptEvents, 3, {})]);
		await seedVisits(oldEvents, { confirmed: 1 });
		await seedVote(oldVotes, true, { comment: "An old comment" });
		await seedVote(keptEvents, true);
		await seedTicket(oldTickets, "data-issues", { id: "done" });
		await seedTicket(oldTickets, "data-issues", { id: "waiting", content: { subject: "Still to deliver" } as StoredTicket["content"] });
		await db.prepare("UPDATE deliveries SET state = 'delivered' WHERE ticket = 'done'").run();
		await db.prepare("UPDATE deliveries SET next_attempt_at = 9e15").run();
		await handleCron(makeEnv(), now);
		const counts = await rows(
			"SELECT day, metric, n FROM daily_rollups WHERE metric IN ('searches', 'votes_yes', 'tickets', 'deflections_confirmed') ORDER BY day, metric",
		);
		await handleCron(makeEnv(), now + 60_000);
		expect(await rows("SELECT DISTINCT day FROM events")).toEqual([{ day: keptEvents }]);
		expect(await rows("SELECT day FROM votes")).toEqual([{ day: keptEvents }]);
		expect(await count("contact_visits")).toBe(0);
		expect(await rows("SELECT id, content, email_hash, network FROM tickets ORDER BY id")).toEqual([
			{ id: "done", content: "{}", email_hash: "", network: "" },
			{ id: "waiting", content: '{"subject":"Still to deliver"}', email_hash: "", network: "" },
		]);
		expect(await count("dirty_days")).toBe(0);
		expect(counts).toEqual([
			{ day: oldVotes, metric: "votes_yes", n: 1 },
			{ day: oldTickets, metric: "tickets", n: 2 },
			{ day: oldEvents, metric: "deflections_confirmed", n: 1 },
			{ day: oldEvents, metric: "searches", n: 2 },
			{ day: keptEvents, metric: "searches", n: 3 },
			{ day: keptEvents, metric: "votes_yes", n: 1 },
		]);
		expect(
			await rows("SELECT day, metric, n FROM daily_rollups WHERE metric IN ('searches', 'votes_yes', 'tickets', 'deflections_confirmed') ORDER BY day, metric"),
		).toEqual(counts);
	});

	it("counts a day that changed before its rows go, however long ago the counts were made", async () => {
		const now = setClock(noon);
		await handleCron(makeEnv(), now);
		const old = addDays(today, -91);
		await seedEvents(makeSearches(old, 2, {}));
		await seedVisits(old, { confirmed: 1 });
		await handleCron(makeEnv(), now + 3_600_000);
		expect([await count("events"), await count("contact_visits"), await count("query_days"), await count("dirty_days")]).toEqual([0, 0, 0, 0]);
		const counts = "SELECT metric, n FROM daily_rollups WHERE metric IN ('searches', 'deflections_confirmed') ORDER BY metric";
		expect(await rows(counts)).toEqual([
			{ metric: "deflections_confirmed", n: 1 },
			{ metric: "searches", n: 2 },
		]);
	});

	it("keeps what a day is counted from until it is counted", async () => {
		const now = setClock(noon);
		const old = addDays(today, -402);
		await seedEvents(makeSearches(old, 2, {}));
		await seedVisits(old, { confirmed: 1 });
		await seedVote(old, true);
		const retention = { events: 90, votes: 400, tickets: 365 };
		const left = async () => [await count("events"), await count("contact_visits"), await count("votes"), await count("dirty_days")];
		await forget(db, retention, now);
		expect(await left()).toEqual([2, 1, 1, 1]);
		await refreshRollups(db);
		await forget(db, retention, now);
		expect(await left()).toEqual([0, 0, 0, 0]);
		expect(await rows("SELECT n FROM daily_rollups WHERE metric IN ('searches', 'deflections_confirmed', 'votes_yes') ORDER BY metric")).toEqual([
			{ n: 1 },
			{ n: 2 },
			{ n: 1 },
		]);
	});

	it("leaves a status page that no longer tells the words", async () => {
		const now = setClock(noon);
		await seedTicket(addDays(today, -366), "data-issues", { statusToken: "old-token" });
		await db.prepare("UPDATE deliveries SET state = 'delivered'").run();
		await handleCron(makeEnv(), now);
		const page = await (await call("/status/old-token")).text();
		expect(page).toContain("(removed after its retention time)");
		expect(page).not.toContain("A secret subject");
	});
});

describe("the arithmetic", () => {
	it("has a median of weighted values, the lower of two", () => {
		expect(weightedMedian(new Map())).toBeNull();
		expect(weightedMedian(new Map([[10, 1]]))).toBe(10);
		expect(
			weightedMedian(
				new Map([
					[400, 1],
					[30, 1],
				]),
			),
		).toBe(30);
		expect(
			weightedMedian(
				new Map([
					[400, 2],
					[30, 1],
				]),
			),
		).toBe(400);
		expect(
			weightedMedian(
				new Map([
					[100, 1],
					[9, 3],
					[20, 3],
				]),
			),
		).toBe(20);
	});

	it("has Wilson's interval, honest for few votes", () => {
		expect(wilsonInterval(0, 0)).toEqual({ lower: 0, upper: 1 });
		const { lower, upper } = wilsonInterval(8, 2);
		expect([lower, upper].map((bound) => Number(bound.toFixed(4)))).toEqual([0.4902, 0.9433]);
		expect(wilsonInterval(3, 0).lower).toBeLessThan(wilsonInterval(300, 10).lower);
	});
});
