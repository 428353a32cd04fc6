import { beforeEach, describe, expect, it, vi } from "vitest";
import type { News } from "#worker/handoff/destination.ts";
import { sendDailyAlert } from "#worker/jobs/daily-alert.ts";
import { handleCron } from "#worker/jobs/scheduled.ts";
import { addDays } from "#worker/lib/days.ts";
import { minute, Reader, seedCounts, seedDelivery, seedTicket, siteIn, unreachable } from "./digest-seeds.ts";
import { deskSecret, makeEnv, mockDesk, setClock } from "./support.ts";

beforeEach(() => void vi.spyOn(console, "error").mockImplementation(() => undefined));

describe("the daily alert", () => {
	async function tick(reader: Reader, time: string | number): Promise<News[]> {
		const now = setClock(time);
		const before = reader.news.length;
		await sendDailyAlert({ env: makeEnv(), site: await siteIn("Europe/London"), destinations: [reader], now });
		return reader.news.slice(before);
	}
	/** Sixty ordinary days up to one that may be another. */
	const usual = (last: string, tickets: number, sample = 0) =>
		Array.from({ length: 60 }, (_, ago): [string, string, string, number, number] => [addDays(last, -1 - ago), "tickets", "data-issues", tickets, sample]);

	it("is silent where nothing is wrong", async () => {
		await seedCounts([...usual("2026-11-19", 4), ["2026-11-19", "tickets", "data-issues", 5]]);
		expect(await tick(new Reader(), "2026-11-20T09:00:00Z")).toEqual([]);
	});

	it("says nothing of a centre of which too few days are known, however long its sample is", async () => {
		const days = [2, 1, 0].map((ago): [string, string, string, number] => [addDays("2026-11-19", -ago), "tickets", "data-issues", 9]);
		await seedCounts([...days, ["2026-09-20", "tickets", "data-issues", 3, 1]]);
		expect(await tick(new Reader(), "2026-11-20T09:00:00Z")).toEqual([]);
	});

	it("tells at nine what jumped the day before, in customers' words, once while it lasts", async () => {
		await seedCounts([
			...usual("2026-11-19", 4),
			["2026-11-19", "tickets", "data-issues", 30],
			["2026-11-20", "tickets", "data-issues", 31],
			["2026-11-21", "tickets", "data-issues", 30],
		]);
		await seedTicket("2026-11-19", "data-issues", "Import is down, call +44 20 7946 0999");
		const reader = new Reader();
		expect(await tick(reader, "2026-11-20T08:59:00Z")).toEqual([]);
		const [news] = await tick(reader, "2026-11-20T09:00:00Z");
		expect(news).toEqual({
			key: "daily-alert_2026-11-19",
			kind: "daily-alert",
			title: "Test centre: what needs a look (2026-11-19)",
			sections: [
				{
					heading: "More than usual",
					lines: [
						"Tickets about “Data entry or import”: 30; about 4 are usual on such a day, and hardly ever more than 14. Their words: “Import is down, call [phone]” (1)",
						"Do: is something broken? Then add an incident to content/data/support.yml and merge it. Otherwise see what they ask for, and write it.",
					],
					links: [{ label: "The report of that day", url: "https://centre.example/manage?from=2026-11-19&to=2026-11-19" }],
				},
			],
			data: {
				day: "2026-11-19",
				dead: [],
				anomalies: [
					{
						id: "tickets:data-issues",
						category: "data-issues",
						n: 30,
						expected: 4,
						limit: 14,
						topics: [{ words: "Import is down, call [phone]", tickets: 1 }],
					},
				],
			},
		});
		for (const later of ["2026-11-20T12:00:00Z", "2026-11-21T09:00:00Z", "2026-11-22T09:00:00Z"]) expect(await tick(reader, later)).toEqual([]);
		await seedCounts([["2026-12-03", "tickets", "data-issues", 40]]);
		expect(await tick(reader, "2026-12-04T09:00:00Z")).toHaveLength(1);
	});

	it("tells of what jumped when it could not be told the first time", async () => {
		await seedCounts([...usual("2026-11-19", 4), ["2026-11-19", "tickets", "data-issues", 30], ["2026-11-20", "tickets", "data-issues", 31]]);
		const reader = new Reader();
		reader.answer = unreachable;
		expect(await tick(reader, "2026-11-20T09:00:00Z")).toHaveLength(1);
		expect(await tick(reader, "2026-11-20T09:15:00Z")).toHaveLength(1);
		reader.answer = { kind: "delivered", deskReference: null };
		expect(await tick(reader, "2026-11-21T09:00:00Z")).toHaveLength(1);
		expect(await tick(reader, "2026-11-21T09:30:00Z")).toEqual([]);
	});

	it("does not take the sample for customers", async () => {
		await seedCounts([...usual("2026-11-19", 4, 1), ["2026-11-19", "tickets", "data-issues", 90, 1]]);
		expect(await tick(new Reader(), "2026-11-20T09:00:00Z")).toEqual([]);
	});

	it("reminds each day of hand-overs that wait for a person, except those it was just told of", async () => {
		const now = Date.parse("2026-11-20T09:00:00Z");
		const reader = new Reader();
		const ticket = await seedTicket("2026-11-19", "other", "Hello");
		await seedDelivery(ticket, "dead", now - 30 * minute);
		expect(await tick(reader, now)).toEqual([]);
		await seedDelivery(ticket, "dead", now - 90 * minute, "desk-2");
		const [news] = await tick(reader, now + 24 * 60 * minute);
		expect(news?.sections).toEqual([
			{
				heading: "Messages of customers that reached no desk",
				lines: [
					"desk: 1 given up, the first on 2026-11-20",
					"desk-2: 1 given up, the first on 2026-11-20",
					"Do: put right what is wrong, then send them again.",
				],
				links: [{ label: "Hand-offs", url: "https://centre.example/manage/handoffs" }],
			},
		]);
		expect(await tick(reader, now + 25 * 60 * minute)).toEqual([]);
	});

	it("goes to the destinations that routing.yml names, by cron, beside the hourly alert", async () => {
		const now = setClock("2026-11-20T09:00:00Z");
		await seedDelivery(await seedTicket("2026-11-19", "other", "Hello"), "dead", now - 120 * minute);
		const requests = mockDesk(() => new Response());
		const env = makeEnv({ PAGER_URL: "https://pager.example/", PAGER_SECRET: deskSecret });
		await handleCron(env, now);
		await handleCron(env, now + 5 * minute);
		const sent = await Promise.all(requests.map((request) => request.json<{ type: string }>()));
		expect(sent.map(({ type }) => type)).toEqual(["alert", "daily-alert"]);
		expect(sent[1]).toMatchObject({ data: { day: "2026-11-19", dead: [{ destination: "desk", n: 1, oldest: "2026-11-20T07:00:00.000Z" }], anomalies: [] } });
	});
});
