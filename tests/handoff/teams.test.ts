import { describe, expect, it } from "vitest";
import { createTeams } from "#worker/handoff/destinations/teams.ts";
import { describeConnector } from "./contract.ts";
import type { FakeDesk } from "./fakes/fake-desk.ts";
import { startFakeTeams, teamsAddress } from "./fakes/teams.ts";
import { makeFile, makeMessage, visible } from "./messages.ts";

describeConnector("teams", {
	fake: startFakeTeams,
	values: ({ url }) => ({ TEAMS_WEBHOOK: `${url}${teamsAddress}` }),
	make: (context) => createTeams({ id: "chat", type: "teams", urlFrom: "TEAMS_WEBHOOK" }, context),
	duplicates: "possible",
	files: "linked",
	closing: "note",
});

const attempt = { now: Date.parse("2026-11-20T10:00:00Z"), again: false };

async function withTeams(work: (destination: ReturnType<typeof createTeams>) => Promise<unknown>): Promise<FakeDesk> {
	const desk = await startFakeTeams();
	const destination = createTeams(
		{ id: "chat", type: "teams", urlFrom: "TEAMS_WEBHOOK" },
		{ setting: () => `${desk.url}${teamsAddress}`, allowLoopback: true, timeoutMs: 1000 },
	);
	try {
		expect(await work(destination), desk.refusals.join("\n")).toEqual({ kind: "delivered", deskReference: null });
		return desk;
	} finally {
		await desk.close();
	}
}

describe("teams: one card", () => {
	it.each([
		["short lines", "a\n".repeat(4000)],
		["letters of four bytes", "🧾".repeat(4000)],
		["quotes, which JSON escapes", '"\\'.repeat(4000)],
	])("holds the longest story of %s", async (_, words) => {
		const trail = Array.from({ length: 60 }, () => ({ kind: "search" as const, query: "é".repeat(200), results: 0 }));
		const desk = await withTeams((teams) => teams.deliver(makeMessage({ subject: words.slice(0, 150), description: words, tried: words, trail }), attempt));
		expect(desk.requests[0]?.body.length).toBeLessThanOrEqual(20_000);
		expect(desk.tickets[0]?.text).toContain("…");
		expect(desk.tickets[0]?.text).toContain("Reference: TZ-7K4M-2Q9X");
	});

	it("shows each line of the customer as a line", async () => {
		const desk = await withTeams((teams) => teams.deliver(makeMessage({ description: "first\n\n# second\n1. third" }), attempt));
		expect(desk.tickets[0]?.text).toContain("first\n# second\n1. third");
	});

	it("fills nothing in where the customer wrote a function of cards", async () => {
		const words = "{{DATE(2026-11-21T00:00:00Z,LONG)}}";
		const desk = await withTeams((teams) => teams.deliver(makeMessage({ subject: words, description: words }), attempt));
		expect(desk.tickets[0]?.alarms).toEqual([]);
		expect(visible(desk.tickets[0]?.text ?? "").split(words)).toHaveLength(3);
	});

	it("has a button for each file", async () => {
		const desk = await withTeams((teams) => teams.deliver(makeMessage({ attachments: [makeFile("[x](y).png", "image/png", 10)] }), attempt));
		expect(desk.tickets[0]?.text).toContain("[x](y).png (image/png) https://centre.example/files/t/");
	});

	it("says that tickets need somebody", async () => {
		const desk = await withTeams((teams) => teams.alert?.("2 tickets were given up. See https://centre.example/manage", attempt) ?? Promise.resolve());
		expect(desk.tickets[0]?.text).toContain("2 tickets were given up. See https://centre.example/manage\nOpen https://centre.example/manage");
	});
});
