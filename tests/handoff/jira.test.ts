import { describe, expect, it, onTestFinished } from "vitest";
import { createJira } from "#worker/handoff/destinations/jira.ts";
import type { ConnectorContext, Destination } from "#worker/handoff/destination.ts";
import { describeConnector } from "./contract.ts";
import { jiraServiceDesk } from "./fakes/jira-body.ts";
import { jiraAgent, startFakeJira } from "./fakes/jira.ts";
import { makeFile, makeMessage } from "./messages.ts";

const now = Date.parse("2026-11-20T10:00:00Z");
const names = { urlFrom: "JIRA_URL", userFrom: "JIRA_USER", secretFrom: "JIRA_TOKEN" };

function make(context: ConnectorContext): Destination {
	return createJira({ id: "desk", type: "jira", ...names, serviceDesk: jiraServiceDesk.id, requestType: jiraServiceDesk.requestType }, context);
}

describeConnector("jira", {
	fake: startFakeJira,
	values: ({ url }) => ({ JIRA_URL: url, JIRA_USER: jiraAgent.email, JIRA_TOKEN: jiraAgent.token }),
	make,
	secret: "JIRA_TOKEN",
	duplicates: "never",
	files: "uploaded",
	closing: "moves",
});

describe("jira", () => {
	async function start(timeoutMs = 5000) {
		const desk = await startFakeJira();
		onTestFinished(() => desk.close());
		const values: Record<string, string> = { JIRA_URL: desk.url, JIRA_USER: jiraAgent.email, JIRA_TOKEN: jiraAgent.token };
		const destination = make({ setting: (name) => values[name] ?? "", allowLoopback: true, timeoutMs });
		const bodies = (path: string) => desk.requests.filter((request) => request.path === path).map((request) => request.json());
		return { desk, destination, bodies };
	}
	const raised = "/rest/servicedeskapi/request";

	it("raises the request in the customer's name, whose account is made once", async () => {
		const { destination, bodies } = await start();
		await destination.deliver(makeMessage(), { now, again: false });
		await destination.deliver(makeMessage({ deliveryId: crypto.randomUUID() }), { now, again: false });
		const [one, two] = bodies(raised) as { raiseOnBehalfOf?: string }[];
		expect(one?.raiseOnBehalfOf).toMatch(/^qm:/);
		expect(two?.raiseOnBehalfOf).toBe(one?.raiseOnBehalfOf);
	});

	it("raises it in its own name where Jira takes no such customer, and says so", async () => {
		const { desk, destination } = await start();
		const message = makeMessage();
		await destination.deliver({ ...message, customer: { ...message.customer, email: "ada@intranet" } }, { now, again: false });
		expect(desk.tickets[0]?.text).toContain("please write to their address");
		expect(desk.tickets[0]?.text).toContain("ada@intranet");
	});

	it("waits for the search after an attempt without an answer, because it would not find the request yet", async () => {
		const { desk, destination } = await start(400);
		desk.indexing = false;
		desk.next("hang-after-commit");
		expect(await destination.deliver(makeMessage(), { now, again: false })).toEqual({
			kind: "retry",
			reason: "no answer within 400 ms",
			notBefore: now + 60_000,
		});
	});

	it("gives the request its priority", async () => {
		const { destination, bodies } = await start();
		await destination.deliver(makeMessage({ priority: "P1" }), { now, again: false });
		expect(bodies(`/rest/api/3/issue/${jiraServiceDesk.project}-1`)).toEqual([{ fields: { priority: { name: "Highest" } } }]);
	});

	it("adds at a second attempt only the files that are not there, even of one name", async () => {
		const { desk, destination } = await start();
		const [one, two] = [makeFile("a.png", "image/png", 10), makeFile("a.png", "image/png", 20)];
		await destination.deliver(makeMessage({ attachments: [one] }), { now, again: false });
		await destination.deliver(makeMessage({ attachments: [one, two] }), { now, again: true });
		expect(desk.tickets.map(({ files }) => files.map(({ bytes }) => bytes.length))).toEqual([[10, 20]]);
	});
});
