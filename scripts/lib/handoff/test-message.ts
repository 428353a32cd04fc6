import type { HandoffMessage } from "#worker/handoff/destination.ts";

/** A ticket that says in its subject that it is a test, with something in every field. */
export function makeTestMessage(
	{ name, url }: { name: string; url: string },
	team: { team: string; tier: string; fallback: string },
	now: number,
): HandoffMessage {
	const promised = now + 24 * 60 * 60_000;
	return {
		deliveryId: crypto.randomUUID(),
		reference: "TZ-TEST-0000",
		createdAt: new Date(now).toISOString(),
		priority: "P5",
		category: { id: "test", label: "Test of the connection" },
		...team,
		channel: "portal",
		locale: "en",
		promisedAt: new Date(promised).toISOString(),
		promisedInWords: new Date(promised).toUTCString(),
		customer: { name: "Test Customer", email: "test@example.com", company: "Example Ltd", tier: null },
		subject: `Does ${name} reach this desk?`,
		description: `This ticket was sent by “npm run handoff -- test”.\nNobody waits for an answer: please close it.\n<b>These words</b> & *these* stand here as they were typed.`,
		tried: "Nothing: it is a test.",
		product: "Help centre",
		environment: "Command line",
		severity: { affected: "one", impairment: "question", risk: "none" },
		trail: [{ kind: "search", query: "test of the connection", results: 0 }],
		fromArticle: null,
		suggestedArticles: [{ title: name, url }],
		attachments: [],
		test: true,
	};
}
