import { describe, expect, it, onTestFinished } from "vitest";
import { createGithub } from "#worker/handoff/destinations/github.ts";
import type { ConnectorContext, Destination } from "#worker/handoff/destination.ts";
import { describeConnector } from "./contract.ts";
import { githubRepository, githubToken, publicRepository, startFakeGitHub } from "./fakes/github.ts";
import { makeMessage } from "./messages.ts";

// The moment at which the contract makes its attempts.
const now = Date.parse("2026-11-20T10:00:00Z");

function make(context: ConnectorContext, repository = githubRepository): Destination {
	return createGithub({ id: "desk", type: "github", urlFrom: "GITHUB_URL", secretFrom: "GITHUB_TOKEN", repository }, context);
}

describeConnector("github", {
	fake: () => startFakeGitHub(() => now),
	values: ({ url }) => ({ GITHUB_URL: url, GITHUB_TOKEN: githubToken }),
	make: (context) => make(context),
	secret: "GITHUB_TOKEN",
	duplicates: "never",
	files: "linked",
	closing: "moves",
});

describe("github", () => {
	async function start(repository?: string) {
		const desk = await startFakeGitHub(() => now);
		onTestFinished(() => desk.close());
		const values: Record<string, string> = { GITHUB_URL: desk.url, GITHUB_TOKEN: githubToken };
		return { desk, destination: make({ setting: (name) => values[name] ?? "", allowLoopback: true, timeoutMs: 5000 }, repository) };
	}

	it("puts nobody's words into a public repository", async () => {
		const { desk, destination } = await start(publicRepository);
		expect(await destination.deliver(makeMessage(), { now, again: false })).toMatchInlineSnapshot(`
			{
			  "kind": "dead",
			  "reason": "the repository is public, and a ticket holds personal data; name a private repository",
			}
		`);
		expect(desk.tickets).toHaveLength(0);
	});

	it("finds its own issue below a hundred newer ones", async () => {
		const { desk, destination } = await start();
		const message = makeMessage();
		await destination.deliver(message, { now, again: false });
		const other = (index: number) =>
			fetch(`${desk.url}/repos/${githubRepository}/issues`, {
				method: "POST",
				headers: { authorization: `Bearer ${githubToken}`, "content-type": "application/json" },
				body: JSON.stringify({ title: `Another ${index}`, body: `It mentions ${message.deliveryId}.` }),
			});
		await Promise.all(Array.from({ length: 100 }, (_, index) => other(index)));
		expect(await destination.deliver(message, { now, again: true })).toEqual({ kind: "delivered", deskReference: "#1347" });
		expect(desk.tickets).toHaveLength(101);
	});
});
