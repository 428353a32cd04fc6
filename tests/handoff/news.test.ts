import { describe, expect, it } from "vitest";
import type { DestinationSettings } from "#contract/destinations.ts";
import { createDestination } from "#worker/handoff/connectors.ts";
import type { News } from "#worker/handoff/destination.ts";
import { digestNews } from "#worker/reports/digest/digest-news.ts";
import { makeFixture } from "../unit/digest-fixture.ts";
import { emailKey, startFakeEmail } from "./fakes/email.ts";
import type { FakeDesk } from "./fakes/fake-desk.ts";
import { slackPath, startFakeSlack } from "./fakes/slack.ts";
import { startFakeTeams, teamsAddress } from "./fakes/teams.ts";
import { startFakeWebhook, webhookSecret } from "./fakes/webhook.ts";
import { hostileLines, visible } from "./messages.ts";

const attempt = { now: Date.parse("2026-11-23T08:00:00Z"), again: false };
const delivered = { kind: "delivered", deskReference: null };

interface Case {
	start: () => Promise<FakeDesk>;
	settings: DestinationSettings;
	values: (url: string) => Record<string, string>;
}

/** Those that people read. */
const readers: [name: string, made: Case][] = [
	["slack", { start: startFakeSlack, settings: { id: "chat", type: "slack", urlFrom: "URL" }, values: (url) => ({ URL: `${url}${slackPath}` }) }],
	["teams", { start: startFakeTeams, settings: { id: "chat", type: "teams", urlFrom: "URL" }, values: (url) => ({ URL: `${url}${teamsAddress}` }) }],
	[
		"email",
		{
			start: startFakeEmail,
			settings: { id: "mail", type: "email", via: "http", urlFrom: "URL", secretFrom: "KEY", from: "help@example.com", to: "team@example.com" },
			values: (url) => ({ URL: url, KEY: emailKey }),
		},
	],
];

/** Sends news to a fake, one after the other; what people see of it. */
async function send({ start, settings, values }: Case, ...all: News[]): Promise<FakeDesk> {
	const desk = await start();
	try {
		const named = values(desk.url);
		const destination = createDestination(settings, { setting: (name) => named[name] ?? "", allowLoopback: true, timeoutMs: 2000 });
		for (const news of all) expect(await destination.announce?.(news, attempt), desk.refusals.join("\n")).toEqual(delivered);
		return desk;
	} finally {
		await desk.close();
	}
}

describe.each(readers)("the digest by %s", (_, made) => {
	it("tells the week, the next step first, with a way to the whole report", async () => {
		const [ticket] = (await send(made, digestNews(makeFixture()))).tickets;
		const text = visible(`${ticket?.subject}\n${ticket?.text}`);
		expect(text).toContain("Test centre: week 47 (2026-11-16 to 2026-11-22)");
		for (const part of [
			"Do first",
			"Write an article: npm run gaps",
			"Search success: 64.7 % of 1730 searches, up 2.4 points. On target",
			"“Okta says no”",
			"data & reports: 2 of 12 articles",
		])
			expect(text.toLowerCase()).toContain(part.toLowerCase());
		expect(text.toLowerCase().indexOf("do first")).toBeLessThan(text.toLowerCase().indexOf("the seven metrics"));
		expect(text).toContain("https://centre.example/manage?from=2026-11-16&to=2026-11-22");
	});

	it.each(hostileLines)("holds customers' words as words: %s", async (line) => {
		const [ticket] = (await send(made, digestNews(makeFixture(line)))).tickets;
		expect(ticket?.alarms).toEqual([]);
		expect(visible(ticket?.text ?? "")).toContain(visible(line));
		expect(ticket?.subject).not.toMatch(/[\r\n]/);
	});

	it("keeps within the limits, however much happened", async () => {
		const busy = makeFixture("&<>é🧾".repeat(60));
		const gaps = Array.from({ length: 40 }, () => busy.gaps).flat();
		const [ticket] = (await send(made, digestNews({ ...busy, gaps }))).tickets;
		expect(ticket?.alarms).toEqual([]);
		expect(ticket?.text).toContain("The whole report of this week");
	});

	it("says that it is not set up", async () => {
		const destination = createDestination(made.settings, { setting: () => "", allowLoopback: true, timeoutMs: 1000 });
		expect(await destination.announce?.(digestNews(makeFixture()), attempt)).toMatchObject({ kind: "unconfigured" });
	});
});

describe("the digest", () => {
	it("is mailed once, although a second attempt has other words", async () => {
		const [, made] = readers[2] ?? [];
		if (!made) throw new Error("there is no mail");
		const desk = await send(made, digestNews(makeFixture()), digestNews(makeFixture("what was searched since")));
		expect(desk.tickets).toHaveLength(1);
		expect(desk.requests[0]?.json()).toMatchObject({
			to: ["team@example.com"],
			reply_to: "team@example.com",
			subject: "Test centre: week 47 (2026-11-16 to 2026-11-22)",
		});
	});

	it("goes to a webhook as data, under the same id at every attempt", async () => {
		const settings = { id: "hook", type: "webhook", urlFrom: "URL", secretFrom: "KEY" } as const;
		const digest = makeFixture();
		const desk = await send(
			{ start: () => startFakeWebhook(() => attempt.now), settings, values: (url) => ({ URL: url, KEY: webhookSecret }) },
			digestNews(digest),
		);
		expect(desk.requests[0]?.headers["webhook-id"]).toBe("digest_2026-W47");
		expect(desk.requests[0]?.json()).toEqual({
			type: "digest",
			timestamp: "2026-11-23T08:00:00.000Z",
			data: { title: "Test centre: week 47 (2026-11-16 to 2026-11-22)", ...digest },
		});
	});
});
