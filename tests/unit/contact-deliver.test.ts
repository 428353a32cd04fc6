import { describe, expect, it, vi } from "vitest";
import type { Reply } from "#site/api-client.ts";
import { backoff } from "#site/enhancements/contact/backoff.ts";
import { wordsOf } from "#site/enhancements/contact/changes.ts";
import { deliver, type Outcome, type Sending } from "#site/enhancements/contact/deliver.ts";
import { describeRefusal, refuseFile } from "#site/enhancements/contact/file-problems.ts";
import { en } from "#site/strings/en/index.ts";
import { createSay } from "#site/strings/message.ts";
import type { FieldError } from "#contract/problem.ts";
import type { Ticket, TicketAnswer } from "#contract/tickets.ts";

const words: Ticket = {
	key: "k",
	subject: "Rows",
	description: "Every row is refused.",
	category: "data",
	name: "Kim",
	email: "kim@customer.example",
	locale: "en",
};
const ticket: Ticket = { ...words, trail: [{ kind: "article", article: "a", title: "A" }] };
const answer: TicketAnswer = { reference: "TZ-1", statusUrl: "/status/t", promisedAt: "", promisedInWords: "Monday" };
const stored: Reply<TicketAnswer> = { ok: true, answer };
const lostAnswer: Reply<TicketAnswer> = { ok: false, problem: null };

function refusal(name: string, status = 422, errors?: FieldError[]): Reply<TicketAnswer> {
	return { ok: false, problem: { type: `/problems/${name}`, title: "No.", detail: "Why.", status, ...(errors && { errors }) } };
}

/** One try against a Worker that gives these answers in turn. */
async function tryOnce(
	sent: Reply<TicketAnswer>[],
	{ found = refusal("unknown-ticket", 404), lost = null }: { found?: Reply<TicketAnswer>; lost?: string | null } = {},
) {
	const send = vi.fn((_ticket: Ticket) => Promise.resolve(sent.shift() ?? lostAnswer));
	const sending: Sending = { ticket, words, lost };
	const outcome: Outcome = await deliver(sending, { find: () => Promise.resolve(found), send, isMendable: (field) => field in words && field !== "key" });
	return { outcome, sent: send.mock.calls.map(([each]) => each) };
}

describe("one try to send a message", () => {
	it("is done when it is stored", async () => {
		expect(await tryOnce([stored])).toEqual({ outcome: { kind: "stored", answer }, sent: [ticket] });
	});

	it("shows the earlier ticket of the same text", async () => {
		const { outcome } = await tryOnce([{ ok: true, answer: { ...answer, duplicate: true } }]);
		expect(outcome).toMatchObject({ kind: "earlier", why: "duplicate" });
	});

	it("waits when nobody answers, and says that nobody was reached", async () => {
		expect((await tryOnce([lostAnswer])).outcome).toEqual({ kind: "later", reached: false, wait: 0 });
	});

	it.each([
		["too-quick", 422, 2100],
		["too-many-requests", 429, 60_000],
		["unavailable", 503, 0],
		["failed", 500, 0],
	])("waits after %s", async (name, status, wait) => {
		expect((await tryOnce([refusal(name, status)])).outcome).toEqual({ kind: "later", reached: true, wait });
	});

	it("looks the key up after a lost answer, and sends nothing twice", async () => {
		expect(await tryOnce([stored], { found: stored, lost: wordsOf(words) })).toEqual({ outcome: { kind: "stored", answer }, sent: [] });
	});

	it("offers what was edited since as a note", async () => {
		const { outcome, sent } = await tryOnce([stored], { found: stored, lost: wordsOf({ ...words, description: "Some rows are refused." }) });
		expect(outcome).toEqual({ kind: "earlier", why: "edited", answer });
		expect(sent).toEqual([]);
	});

	it.each<[string, Partial<Ticket>]>([
		["a file", { attachments: ["f"] }],
		["a known problem", { incident: "outage" }],
		["another address", { email: "kim@other.example" }],
		["another severity", { risk: "lost" }],
	])("calls a message that has got %s since edited, not stored", async (_, before) => {
		const { outcome } = await tryOnce([stored], { found: stored, lost: wordsOf({ ...words, ...before }) });
		expect(outcome).toMatchObject({ kind: "earlier", why: "edited" });
	});

	it("sends after a lost answer when the Worker knows nothing of the key", async () => {
		expect((await tryOnce([stored], { lost: wordsOf(words) })).outcome.kind).toBe("stored");
	});

	it("does not send while it cannot look the key up", async () => {
		expect(await tryOnce([stored], { found: lostAnswer, lost: wordsOf(words) })).toEqual({ outcome: { kind: "later", reached: false, wait: 0 }, sent: [] });
	});

	it("offers a note when the key was used for other words", async () => {
		expect((await tryOnce([refusal("key-reused")], { found: stored })).outcome).toEqual({ kind: "earlier", why: "edited", answer });
	});

	it("asks for a new key when the key was used and its ticket is not there", async () => {
		expect((await tryOnce([refusal("key-reused")])).outcome).toMatchObject({ kind: "refused", newKey: true });
	});

	it("sends the words alone when what came along does not fit", async () => {
		const { outcome, sent } = await tryOnce([refusal("invalid", 422, [{ field: "trail.0.article", message: "no" }]), stored]);
		expect(outcome.kind).toBe("stored");
		expect(sent).toEqual([ticket, words]);
	});

	it("shows what the customer can mend", async () => {
		const errors = [{ field: "email", message: "please give an e-mail address we can answer to" }];
		expect((await tryOnce([refusal("invalid", 422, errors)])).outcome).toEqual({ kind: "mend", errors });
	});

	it("tells a refusal as it is", async () => {
		expect((await tryOnce([refusal("ticket-cap", 429)])).outcome).toMatchObject({ kind: "refused", newKey: false, problem: { title: "No." } });
	});
});

describe("waiting between tries", () => {
	it("doubles up to a minute, half of it by chance", () => {
		expect([1, 2, 3, 4, 5, 6, 60].map((failures) => backoff(failures, 1))).toEqual([3000, 6000, 12_000, 24_000, 48_000, 60_000, 60_000]);
		expect(backoff(1, 0)).toBe(1500);
	});
});

describe("files that do not fit", () => {
	const spoken = { t: en.contactSend, say: createSay("en-GB") };

	it("are told before they are sent", () => {
		expect([0, 1, 10 * 1024 * 1024, 10 * 1024 * 1024 + 1].map((size) => refuseFile({ size }, spoken))).toMatchInlineSnapshot(`
			[
			  "This file is empty, so it was not added.",
			  null,
			  null,
			  "This file is larger than 10 MB, so it was not added. A zip, or a part of it, may do.",
			]
		`);
	});

	it("are told in words after they were sent", () => {
		const problem = { title: "T.", detail: "D.", status: 400 };
		const names = ["too-large", "file-type", "too-many-files", "unavailable", "file-cap"];
		expect([null, ...names.map((name) => ({ ...problem, type: `/problems/${name}` }))].map((refused) => describeRefusal(refused, spoken)))
			.toMatchInlineSnapshot(`
			[
			  {
			    "again": true,
			    "error": "We could not be reached. We try again when you are back.",
			  },
			  {
			    "again": false,
			    "error": "This file is larger than 10 MB, so it was not added.",
			  },
			  {
			    "again": false,
			    "error": "We cannot take this kind of file. Pictures, PDF, text, Word, Excel, zip and MP4 are fine.",
			  },
			  {
			    "again": true,
			    "error": "A message takes 5 files. Remove one first, or put several into one zip.",
			  },
			  {
			    "again": true,
			    "error": "That did not work just now.",
			  },
			  {
			    "again": false,
			    "error": "T. D.",
			  },
			]
		`);
	});
});
