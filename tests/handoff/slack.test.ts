import { describe, expect, it } from "vitest";
import { createSlack } from "#worker/handoff/destinations/slack.ts";
import { describeConnector } from "./contract.ts";
import type { FakeDesk } from "./fakes/fake-desk.ts";
import { slackPath, startFakeSlack } from "./fakes/slack.ts";
import { makeFile, makeMessage, visible } from "./messages.ts";

describeConnector("slack", {
	fake: startFakeSlack,
	values: ({ url }) => ({ SLACK_WEBHOOK: `${url}${slackPath}` }),
	make: (context) => createSlack({ id: "chat", type: "slack", urlFrom: "SLACK_WEBHOOK" }, context),
	duplicates: "possible",
	files: "linked",
	closing: "note",
});

const attempt = { now: Date.parse("2026-11-20T10:00:00Z"), again: false };

interface Payload {
	text: string;
	blocks?: { text?: { text: string }; fields?: { text: string }[] }[];
	unfurl_links: boolean;
	unfurl_media: boolean;
}

/** What the channel shows and what it was sent. */
async function withSlack(work: (destination: ReturnType<typeof createSlack>) => Promise<unknown>): Promise<{ desk: FakeDesk; payload: Payload }> {
	const desk = await startFakeSlack();
	const destination = createSlack(
		{ id: "chat", type: "slack", urlFrom: "SLACK_WEBHOOK" },
		{ setting: () => `${desk.url}${slackPath}`, allowLoopback: true, timeoutMs: 1000 },
	);
	try {
		expect(await work(destination), desk.refusals.join("\n")).toEqual({ kind: "delivered", deskReference: null });
		return { desk, payload: desk.requests[0]?.json() as Payload };
	} finally {
		await desk.close();
	}
}

describe("slack: one message", () => {
	it.each([
		["control characters", "&<>".repeat(2600)],
		["short lines", "a\n".repeat(4000)],
		["letters of four bytes", "🧾".repeat(4000)],
		["one long word", "x".repeat(8000)],
	])("holds the longest story of %s", async (_, words) => {
		const trail = Array.from({ length: 60 }, () => ({ kind: "search" as const, query: "&".repeat(200), results: 0 }));
		const { desk, payload } = await withSlack((slack) =>
			slack.deliver(makeMessage({ subject: words.slice(0, 150), description: words, tried: words, trail }), attempt),
		);
		const texts = (payload.blocks ?? []).flatMap(({ text, fields = [] }) => [...(text ? [text.text] : []), ...fields.map((field) => field.text)]);
		expect(texts.join("").length).toBeLessThanOrEqual(12_150);
		expect(desk.tickets[0]?.text).toContain("…");
		expect(desk.tickets[0]?.text).toContain("Reference: TZ-7K4M-2Q9X");
	});

	it("cuts a long description between words", async () => {
		const description = Array.from({ length: 1000 }, (_, index) => `word${index}`).join(" ");
		const { desk, payload } = await withSlack((slack) => slack.deliver(makeMessage({ description }), attempt));
		expect(
			visible(desk.tickets[0]?.text ?? "")
				.replaceAll("\n", " ")
				.replace(/ +/g, " "),
		).toContain(description);
		expect((payload.blocks ?? []).filter(({ text }) => /word\d*$/.test(text?.text ?? "") && !text?.text.endsWith("word999"))).toEqual([]);
	});

	it("has no previews, so that nobody opens the customer's files by accident", async () => {
		const { payload } = await withSlack((slack) => slack.deliver(makeMessage(), attempt));
		expect(payload).toMatchObject({ unfurl_links: false, unfurl_media: false });
	});

	it("notifies without mentioning anybody", async () => {
		const { payload } = await withSlack((slack) => slack.deliver(makeMessage({ subject: "<!channel> & <@U0123456>" }), attempt));
		expect(payload.text).toBe("P3 TZ-7K4M-2Q9X: &lt;!channel&gt; &amp; &lt;@U0123456&gt;");
	});

	it("keeps a file's name and address whole, whatever they hold", async () => {
		const file = { ...makeFile("a|b>*c*.png", "image/png", 10), url: "https://centre.example/files/t/a|b>c?exp=1&sig=2" };
		const { desk } = await withSlack((slack) => slack.deliver(makeMessage({ attachments: [file] }), attempt));
		expect(desk.tickets[0]?.text).toContain("a|b>*c*.png (image/png)\nOpen https://centre.example/files/t/a%7Cb%3Ec?exp=1&sig=2");
		expect(desk.tickets[0]?.alarms).toEqual([]);
	});

	it("says that tickets need somebody", async () => {
		const { desk } = await withSlack((slack) => slack.alert?.("2 tickets were given up. See https://centre.example/manage", attempt) ?? Promise.resolve());
		expect(desk.tickets[0]?.text).toContain("2 tickets were given up. See https://centre.example/manage");
	});
});
