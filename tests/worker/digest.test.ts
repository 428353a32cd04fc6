import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Digest } from "#contract/digest.ts";
import { handleCron } from "#worker/jobs/scheduled.ts";
import { sendWeeklyDigest } from "#worker/jobs/weekly-digest.ts";
import { insertInbox } from "#worker/queries/inbox.ts";
import type { StoredEvent } from "#worker/queries/stored-event.ts";
import { minute, Reader, seedCounts, seedDelivery, seedTicket, siteIn, unreachable } from "./digest-seeds.ts";
import { articles, call, consume, db, deskSecret, expectProblem, makeEnv, mockDesk, setClock, uuid } from "./support.ts";

/** A Monday, an hour after the digest of `week` is due. */
const monday = "2026-11-23T09:00:00Z";
const week = { name: "2026-W47", from: "2026-11-16", to: "2026-11-22" };

beforeEach(() => void vi.spyOn(console, "error").mockImplementation(() => undefined));

async function readDigest(query = ""): Promise<Digest> {
	const response = await call(`/api/reports/digest${query}`, { env: { REPORT_TOKEN: "t" }, headers: { authorization: "Bearer t" } });
	expect(response.status).toBe(200);
	return response.json<Digest>();
}

describe("the digest of a week", () => {
	it("says what to do first, and what it follows from", async () => {
		setClock(monday);
		await seedCounts([
			["2026-11-16", "searches", "", 60],
			["2026-11-22", "searches", "", 40],
			["2026-11-20", "searches_zero", "", 30],
			["2026-11-10", "searches", "", 50],
			["2026-11-10", "searches_zero", "", 5],
			["2026-11-23", "searches", "", 999],
			["2026-11-17", "tickets", "data-issues", 12],
			["2026-11-12", "tickets", "data-issues", 4],
			["2026-11-18", "tickets", "password-login", 3],
			["2026-11-18", "tickets", "other", 40],
			["2026-11-18", "votes_yes", articles.import, 2],
			["2026-11-18", "votes_no", articles.import, 14],
			["2026-11-16", "events", "", 97],
			["2026-11-10", "contact_sessions", "", 40],
			["2026-11-10", "deflections_confirmed", "", 15],
			["2026-11-17", "contact_sessions", "", 500],
		]);
		await db.prepare("INSERT INTO excluded_counts VALUES ('2026-11-17', 'bot', 3)").run();
		const subjects = [
			"Import of March fails",
			"Import fails for ada@customer.example",
			...Array.from({ length: 8 }, () => "Import fails"),
			"Where is the export?",
		];
		for (const subject of subjects) await seedTicket("2026-11-17", "data-issues", subject);
		await db
			.prepare(
				"INSERT INTO contact_visits (id, day, opened_at, session, locale, solved_article, state) VALUES ('v', '2026-11-12', 0, 's', 'en', ?1, 'confirmed')",
			)
			.bind(articles.export)
			.run();
		await seedDelivery(await seedTicket("2026-11-17", "data-issues", "Nothing else"), "dead", Date.parse("2026-11-19T10:00:00Z"));
		await seedDelivery(await seedTicket("2026-11-17", "data-issues", "Nothing more"), "pending", Date.parse("2026-11-20T10:00:00Z"));

		const digest = await readDigest();
		expect(digest).toMatchObject({ week: week.name, from: week.from, to: week.to, timeZone: "Europe/London", complete: true, sample: false });
		const period = "from=2026-11-16&to=2026-11-22";
		expect(digest.actions).toEqual([
			{
				found: "“Password or login”: 3 tickets, and no article answers them.",
				do: "Write one with npm run new, in the words below; name password-login under answers in its front matter, and merge it.",
				href: `/manage/contact?${period}`,
			},
			{
				found: "“How do I import values?”: 14 of 16 readers say that it does not help.",
				do: "Rewrite content/articles/en/data-entry/import.mdx and merge it; the report then compares before and after.",
				href: `/manage/articles?${period}`,
			},
			{
				found: "1 review is overdue, the longest since 2026-07-01: “How do I invite a <user>?” (admin).",
				do: "Read content/articles/en/admin/users.mdx, put right what is no longer true, set lastReviewed to the day, and merge it.",
				href: "/manage/freshness",
			},
			{
				found: "“Import fails”: 10 tickets on one topic, although 2 articles answer “Data entry or import”.",
				do: "Write what they ask for and the articles do not say: a section, or an article with npm run new; then merge it.",
				href: `/manage/contact?${period}`,
			},
		]);
		expect(digest.themes.map(({ id, tickets, previous, topics: [topic] }) => ({ id, tickets, previous, topic }))).toEqual([
			{ id: "other", tickets: 40, previous: 0, topic: undefined },
			{ id: "data-issues", tickets: 12, previous: 4, topic: { words: "Import fails", tickets: 10 } },
			{ id: "password-login", tickets: 3, previous: 0, topic: undefined },
		]);
		const metric = Object.fromEntries(digest.metrics.map(({ id, value, n, previous }) => [id, { value, n, previous }]));
		expect(metric).toMatchObject({
			"zero-results": { value: 0.3, n: 100, previous: 0.1 },
			// That of the week before: its seven days are over.
			deflection: { value: 0.375, n: 40, previous: null },
			// No snapshot was taken in the week: it is as it stands now.
			freshness: { value: 0.75, n: 4 },
		});
		expect(digest.trends.filter(({ id }) => id === "searches" || id === "tickets").map(({ definition: _, ...trend }) => trend)).toEqual([
			{ id: "searches", label: "Searches", value: 100, previous: 50, notable: true },
			{ id: "tickets", label: "Tickets", value: 55, previous: 4, notable: true },
		]);
		expect(digest.wins).toEqual([{ kind: "deflection", title: "How do I export a report?", url: "/reporting/export/", n: 1 }]);
		expect(digest.lowestRated).toMatchObject([{ article: articles.import, yes: 2, no: 14 }]);
		expect(digest.handoffs).toEqual({
			dead: 1,
			waiting: 1,
			oldestWaiting: "2026-11-20T10:00:00.000Z",
			troubled: [{ destination: "desk", dead: 1, waiting: 1, reason: null }],
		});
		expect(digest.excluded).toMatchObject({ bot: 3, share: 0.03 });
		expect(digest.notes).toEqual([
			"Whether “this solved it” holds is known after seven days: deflection is that of 2026-11-09 to 2026-11-15.",
			"Overdue reviews and hand-overs are as they stand now; all else is of the week.",
		]);
	});

	it("names the gaps of the week, and what to do about them", async () => {
		setClock(monday);
		const searches = Array.from({ length: 8 }, (_, n): StoredEvent => {
			const day = `2026-11-${16 + (n % 4)}`;
			const words = n % 2 === 0 ? "dark mode" : "mode dark";
			return {
				...{ id: uuid(), type: "search_settled", at: Date.parse(`${day}T10:00:00Z`) + n * minute, day, locale: "en", segment: "computer" },
				...{ session: `session-${n}`, visitor: `visitor-${n}`, query: words, queryKey: words, results: 0 },
			};
		});
		await insertInbox(db, searches, 0);
		await consume();
		const digest = await readDigest();
		expect(digest.gaps).toMatchObject([
			{ query: expect.stringMatching(/dark/), searches: 8, visitors: 8, previous: 0, diagnosis: "no-article", failing: false },
		]);
		expect(digest.actions[0]).toMatchObject({
			found: expect.stringMatching(/^“(?:dark mode|mode dark)”: 8 searches by 8 visitors, and no article answers\.$/),
			do: expect.stringMatching(/npm run gaps.* Then review the change and merge it\.$/),
		});
	});

	it("says that there is not enough data, and that a week is not over", async () => {
		setClock(monday);
		const digest = await readDigest("?week=2026-W48");
		expect(digest.complete).toBe(false);
		expect(digest.notes[0]).toBe("The week is not over: it is compared with a whole one.");
		expect(digest.metrics.filter(({ value }) => value !== null).map(({ id }) => id)).toEqual(["coverage", "freshness"]);
		expect([digest.themes, digest.gaps, digest.wins]).toEqual([[], [], []]);
	});

	it("tells deflection of the days before that are known, while its week is not over", async () => {
		setClock("2026-11-18T09:00:00Z");
		await seedCounts([
			["2026-11-09", "contact_sessions", "", 20],
			["2026-11-09", "deflections_confirmed", "", 10],
			["2026-11-14", "contact_sessions", "", 80],
			["2026-11-14", "deflections_pending", "", 40],
		]);
		const deflection = ({ metrics }: Digest) => metrics.find(({ id }) => id === "deflection");
		const running = await readDigest("?week=2026-W47");
		expect(deflection(running)).toMatchObject({ value: 0.5, n: 20 });
		expect(running.notes).toContain("Whether “this solved it” holds is known after seven days: deflection is that of 2026-11-09 to 2026-11-10.");
		setClock("2026-11-16T09:00:00Z");
		const begun = await readDigest("?week=2026-W47");
		expect(deflection(begun)).toMatchObject({ value: null, n: 0 });
		expect(begun.notes).toContain(
			"Whether “this solved it” holds is known after seven days: of the week before, no day is known yet, so that there is no deflection.",
		);
	});

	it("is that of the week before by default, of the desk's days", async () => {
		// Monday in London begins an hour after Sunday has ended in UTC+1; in summer it is Monday there before it is in UTC.
		setClock("2026-07-05T22:59:00Z");
		expect((await readDigest()).week).toBe("2026-W26");
		setClock("2026-07-05T23:00:00Z");
		expect((await readDigest()).week).toBe("2026-W27");
	});

	it("says of a week before the first figures that there are none, and nothing of today's reviews", async () => {
		setClock(monday);
		await seedCounts([["2026-11-18", "searches", "", 3]]);
		const { notes, overdueReviews, actions } = await readDigest("?week=2026-W40");
		expect({ notes, overdueReviews, actions }).toEqual({
			notes: ["There are no figures of this week: the first are of 2026-11-18.", "Hand-overs are as they stand now."],
			...{ overdueReviews: [], actions: [] },
		});
	});

	it("is refused for a week that has not begun or does not exist, and to strangers", async () => {
		setClock(monday);
		const token = { env: { REPORT_TOKEN: "t" }, headers: { authorization: "Bearer t" } };
		const ahead = await expectProblem(await call("/api/reports/digest?week=2026-W49", token), 422, "invalid");
		expect(ahead.errors).toEqual([{ field: "week", message: "has not begun" }]);
		const wrong = await expectProblem(await call("/api/reports/digest?week=2026-W54", token), 422, "invalid");
		expect(wrong.errors).toEqual([{ field: "week", message: "must be a week like 2026-W47" }]);
		expect((await call("/api/reports/digest")).status).toBe(403);
	});
});

describe("sending the digest", () => {
	const at = { day: "monday", time: "08:00" } as const;
	async function tick(reader: Reader, time: string | number, timeZone = "Europe/London"): Promise<number> {
		const now = setClock(time);
		await sendWeeklyDigest({ env: makeEnv(), site: await siteIn(timeZone), destinations: [reader], at, now });
		return reader.news.length;
	}
	beforeEach(() => seedCounts([["2026-03-01", "events", "", 1]]));

	it.each([
		["Europe/London", "2026-03-30T06:59:00Z", "2026-03-30T07:00:00Z", "2026-W13"],
		["Europe/London", "2026-10-26T07:59:00Z", "2026-10-26T08:00:00Z", "2026-W43"],
		["Australia/Sydney", "2026-04-05T21:59:00Z", "2026-04-05T22:00:00Z", "2026-W14"],
		["Australia/Sydney", "2026-10-04T20:59:00Z", "2026-10-04T21:00:00Z", "2026-W40"],
		["America/Los_Angeles", "2026-11-02T15:59:00Z", "2026-11-02T16:00:00Z", "2026-W44"],
	])("happens at eight on Monday in %s, the clocks having changed the day before", async (zone, before, then, name) => {
		const reader = new Reader();
		expect(await tick(reader, before, zone)).toBe(0);
		expect(await tick(reader, then, zone)).toBe(1);
		expect(reader.news[0]).toMatchObject({ key: `digest_${name}`, kind: "digest", data: { week: name, complete: true } });
	});

	it("happens once, also when two try at the same time", async () => {
		const reader = new Reader();
		await Promise.all([tick(reader, monday), tick(reader, monday), tick(reader, monday)]);
		for (const later of ["2026-11-23T09:01:00Z", "2026-11-23T10:00:00Z", "2026-11-29T23:59:00Z"]) expect(await tick(reader, later)).toBe(1);
		expect(await tick(reader, "2026-11-30T08:00:00Z")).toBe(2);
	});

	it("is tried again a quarter of an hour later when it reached nobody", async () => {
		const reader = new Reader();
		reader.answer = unreachable;
		const now = Date.parse(monday);
		expect(await tick(reader, now)).toBe(1);
		expect(await tick(reader, now + 14 * minute)).toBe(1);
		reader.answer = { kind: "delivered", deskReference: null };
		expect(await tick(reader, now + 15 * minute)).toBe(2);
		expect(await tick(reader, now + 60 * minute)).toBe(2);
		expect(new Set(reader.news.map(({ key }) => key)).size).toBe(1);
	});

	it("is made up for after a pause, but nobody gets an old week", async () => {
		const reader = new Reader();
		expect(await tick(reader, "2026-11-12T10:00:00Z")).toBe(1);
		expect(await tick(reader, "2026-11-23T07:00:00Z")).toBe(1);
		expect(await tick(reader, "2026-11-26T10:00:00Z")).toBe(2);
		expect(reader.news.map(({ key }) => key)).toEqual(["digest_2026-W45", "digest_2026-W47"]);
	});

	it("does not happen in a centre that has counted nothing yet", async () => {
		await db.prepare("DELETE FROM daily_rollups").run();
		await seedCounts([["2026-11-23", "events", "", 5]]);
		expect(await tick(new Reader(), monday)).toBe(0);
	});

	it("goes to the destinations that routing.yml names, by cron, signed", async () => {
		setClock(monday);
		const requests = mockDesk(() => new Response());
		await handleCron(makeEnv({ PAGER_URL: "https://pager.example/", PAGER_SECRET: deskSecret }), Date.parse(monday));
		expect(await requests[0]?.json()).toMatchObject({ type: "digest", data: { title: "Test centre: week 47 (2026-11-16 to 2026-11-22)", week: week.name } });
		expect(requests[0]?.headers.get("webhook-id")).toBe("digest_2026-W47");
		expect(requests[0]?.headers.get("webhook-signature")).toMatch(/^v1,/);
		expect(requests).toHaveLength(1);
	});
});
