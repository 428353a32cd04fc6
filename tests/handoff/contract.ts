import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ConnectorContext, Destination, HandoffMessage, Outcome } from "#worker/handoff/destination.ts";
import type { FakeDesk } from "./fakes/fake-desk.ts";
import { hostileLines, makeFile, makeMessage, makeNote, visible } from "./messages.ts";

interface ConnectorCase<Fake extends FakeDesk> {
	/** Starts the fake desk. */
	fake(): Promise<Fake>;
	/** The connector, with settings that name the keys of `values`. */
	make(context: ConnectorContext, fake: Fake): Destination;
	/** Values of variables and secrets by name. Without any one of them the destination is not configured. */
	values(fake: Fake): Record<string, string>;
	/** Which of them is the secret that the desk checks; absent where the address is the secret. */
	secret?: string;
	/** Whether the desk can be asked what it holds. `possible`: a ticket may come twice when an answer is lost. */
	duplicates: "never" | "possible";
	/** The same for notes. Default: as for tickets. */
	duplicateNotes?: "never" | "possible";
	/** Whether files go through the desk's upload, or as links. */
	files: "uploaded" | "linked";
	/** Whether closing and reopening moves the ticket at the desk, or is a note. */
	closing: "moves" | "note";
}

const now = Date.parse("2026-11-20T10:00:00Z");
const first = { now, again: false };
const second = { now: now + 60_000, again: true };

/** For desks that do not answer. In milliseconds. */
const shortPatienceMs = 400;

/** What every connector does, over real HTTP, at a desk that behaves as its vendor documents. */
export function describeConnector<Fake extends FakeDesk>(name: string, connector: ConnectorCase<Fake>): void {
	const { make, values, secret, duplicates, duplicateNotes = duplicates, files, closing } = connector;
	let desk: Fake;
	beforeEach(async () => {
		desk = await connector.fake();
	});
	afterEach(() => desk.close());

	/** The connector, patient enough for a busy machine. */
	function connect(changes: Record<string, string> = {}, timeoutMs = 5000): Destination {
		const all = { ...values(desk), ...changes };
		return make({ setting: (key) => all[key] ?? "", allowLoopback: true, timeoutMs }, desk);
	}
	/** What the people at the desk can read of the only ticket. */
	function onlyTicket() {
		const [ticket, ...others] = desk.tickets;
		if (!ticket || others.length > 0) throw new Error(`there are ${desk.tickets.length} tickets at the desk\n${desk.refusals.join("\n")}`);
		return { ...ticket, everything: visible([ticket.text, ...ticket.notes, ...ticket.files.map(({ bytes }) => bytes.toString("utf8"))].join("\n")) };
	}
	async function delivered(outcome: Outcome | Promise<Outcome>): Promise<string | null> {
		const ended = await outcome;
		expect(ended, desk.refusals.join("\n")).toMatchObject({ kind: "delivered" });
		return ended.kind === "delivered" ? ended.deskReference : null;
	}

	describe(`${name}: a ticket`, () => {
		it("tells the whole story, and comes back with the number a person would quote", async () => {
			const message = makeMessage();
			const reference = await delivered(connect().deliver(message, first));
			const { everything, subject, ...ticket } = onlyTicket();
			expect(reference).toBe(ticket.reference);
			expect((reference ?? "").length).toBeLessThanOrEqual(100);
			expect(`${subject}\n${everything}`).toContain(message.subject);
			for (const part of [
				message.description,
				message.tried,
				message.environment,
				message.product,
				message.reference,
				message.customer.name,
				message.customer.email,
				message.customer.company,
				message.promisedInWords,
				"How do I import values?",
				"no good answer",
			])
				expect(everything).toContain(part);
			expect(ticket.open).toBe(true);
		});

		it("holds the customer's words as words: no markup, no mention, no link, no header", async () => {
			const message = makeMessage({
				subject: hostileLines.join(" ").slice(0, 150),
				description: hostileLines.join("\n"),
				tried: hostileLines.join("\n"),
				customer: { name: '"<b>Ada</b>", <!channel>', email: "ada@customer.example", company: "<script>alert(1)</script> & Sons", tier: null },
			});
			await delivered(connect().deliver(message, first));
			const { everything, alarms, subject } = onlyTicket();
			expect(alarms).toEqual([]);
			expect(subject).not.toMatch(/[\r\n]/);
			for (const line of hostileLines) expect(everything).toContain(visible(line));
		});

		it("arrives whole, or says that it was cut, however long it is", async () => {
			const end = "The end of a long story.";
			const message = makeMessage({
				subject: "🧾".repeat(75),
				description: `${"🧾 long story ".repeat(600).slice(0, 7900).toWellFormed()} ${end}`,
				tried: "🧾".repeat(4000),
			});
			await delivered(connect().deliver(message, first));
			const { everything, subject } = onlyTicket();
			expect(everything.includes(end) || everything.includes("…")).toBe(true);
			expect(subject.isWellFormed() && everything.isWellFormed()).toBe(true);
			expect(everything).not.toContain("\uFFFD");
		});

		it.each(["&", '"', "\\", "<@a>", "{{x}}", "\n", "é"])("of nothing but %j keeps within the desk's limits", async (letters) => {
			const long = letters.repeat(8000 / letters.length);
			const message = makeMessage({ subject: `S${letters.replace("\n", " ").repeat(140 / letters.length)}`, description: `D${long}D`, tried: `T${long}T` });
			await delivered(connect().deliver(message, first));
			expect(onlyTicket().alarms).toEqual([]);
			await delivered(connect().addNote(makeNote({ text: letters.repeat(4000 / letters.length), deskReference: onlyTicket().reference }), first));
			expect(desk.tickets.flatMap(({ alarms }) => alarms)).toEqual([]);
		});

		it("that only tries the connection says so", async () => {
			await delivered(connect().deliver(makeMessage({ test: true }), first));
			const { subject, everything } = onlyTicket();
			expect(`${subject}\n${everything}`).toContain("[Test, please ignore]");
		});

		it.each(["hang-after-commit", "slow-body"] as const)(
			`met by %s is tried again${duplicates === "never" ? " and stands there once" : ""}`,
			async (mischief) => {
				desk.next(mischief);
				const message = makeMessage();
				const outcome = await connect({}, shortPatienceMs).deliver(message, first);
				if (outcome.kind !== "delivered") {
					expect(outcome).toMatchObject({ kind: "retry", reason: `no answer within ${shortPatienceMs} ms` });
					await delivered(connect().deliver(message, second));
				}
				if (duplicates === "never") expect(onlyTicket().everything).toContain(message.description);
				else expect(desk.tickets.length).toBeLessThanOrEqual(2);
			},
		);

		it.each(["reset", "server-error"] as const)("met by %s gets there at the second attempt", async (mischief) => {
			desk.next(mischief);
			const message = makeMessage();
			expect(await connect().deliver(message, first)).toMatchObject({
				kind: "retry",
				reason: mischief === "reset" ? "the desk could not be reached" : "the desk answered 503",
			});
			expect(desk.tickets).toHaveLength(0);
			await delivered(connect().deliver(message, second));
			expect(onlyTicket().everything).toContain(message.description);
		});

		it("does not take another one's place: two tickets are two", async () => {
			await delivered(connect().deliver(makeMessage(), first));
			await delivered(connect().deliver(makeMessage({ deliveryId: crypto.randomUUID(), reference: "TZ-0000-0002", subject: "Another one" }), second));
			expect(desk.tickets).toHaveLength(2);
		});
	});

	describe(`${name}: a refusal`, () => {
		it("of what was sent needs a person, and its reason holds nobody's words", async () => {
			desk.next("validation");
			const message = makeMessage();
			const outcome = await connect().deliver(message, first);
			expect(outcome.kind).toBe("dead");
			const reason = outcome.kind === "dead" ? outcome.reason : "";
			expect(reason).not.toBe("");
			for (const word of [message.subject, message.description, message.customer.email]) expect(reason).not.toContain(word);
			expect(desk.tickets).toHaveLength(0);
		});

		it("of the credentials needs a person", async () => {
			desk.next("unauthorized");
			expect(await connect().deliver(makeMessage(), first)).toMatchObject({ kind: "dead", reason: expect.stringContaining("credentials") });
		});

		it.skipIf(secret === undefined)("is what a wrong secret meets", async () => {
			const wrong = secret === undefined ? {} : { [secret]: "d2hzZWNfd3Jvbmc=" };
			expect(await connect(wrong).deliver(makeMessage(), first)).toMatchObject({ kind: "dead", reason: expect.stringContaining("credentials") });
			expect(desk.tickets).toHaveLength(0);
		});

		it("because of too many calls waits as long as the desk says", async () => {
			desk.next({ tooMany: 30 });
			const outcome = await connect().deliver(makeMessage(), first);
			expect(outcome.kind).toBe("retry");
			const notBefore = outcome.kind === "retry" ? (outcome.notBefore ?? 0) : 0;
			expect(notBefore - now).toBeGreaterThanOrEqual(30_000);
			expect(notBefore - now).toBeLessThanOrEqual(31_000);
		});

		it("by redirect is not followed", async () => {
			desk.next("redirect");
			expect(await connect().deliver(makeMessage(), first)).toMatchObject({ kind: "dead" });
			expect(desk.followed).toBe(0);
		});
	});

	describe(`${name}: settings`, () => {
		it("that are missing keep the ticket waiting, and nothing is called", async () => {
			for (const key of Object.keys(values(desk))) {
				const destination = connect({ [key]: "" });
				const unconfigured = { kind: "unconfigured", reason: "the destination's address or secret is not configured" };
				expect(await destination.deliver(makeMessage(), first), key).toEqual(unconfigured);
				expect(await destination.addNote(makeNote(), first), key).toEqual(unconfigured);
			}
			expect(desk.requests).toHaveLength(0);
		});

		it("may not lead into a private network", async () => {
			const destination = make({ setting: (key) => values(desk)[key] ?? "", allowLoopback: false, timeoutMs: 400 }, desk);
			expect(await destination.deliver(makeMessage(), first)).toMatchObject({
				kind: "dead",
				reason: expect.stringContaining("the destination's address is refused"),
			});
			expect(desk.requests).toHaveLength(0);
		});
	});

	describe(`${name}: a note`, () => {
		async function noteOnTicket(changes: Partial<ReturnType<typeof makeNote>> = {}) {
			const message = makeMessage();
			const deskReference = await delivered(connect().deliver(message, first));
			return makeNote({ ticketDeliveryId: message.deliveryId, reference: message.reference, deskReference, ...changes });
		}

		it("joins the ticket, as words", async () => {
			const note = await noteOnTicket({ text: hostileLines.join("\n") });
			await delivered(connect().addNote(note, first));
			const { everything, alarms } = onlyTicket();
			for (const line of hostileLines) expect(everything).toContain(visible(line));
			expect(alarms).toEqual([]);
		});

		it("closes and reopens the ticket", async () => {
			const note = await noteOnTicket();
			await delivered(connect().addNote({ ...note, deliveryId: crypto.randomUUID(), kind: "closed", text: "I found the answer." }, first));
			if (closing === "moves") expect(onlyTicket().open).toBe(false);
			expect(onlyTicket().everything).toContain("I found the answer.");
			await delivered(connect().addNote({ ...note, deliveryId: crypto.randomUUID(), kind: "reopened", text: "It is back." }, first));
			expect(onlyTicket().open).toBe(true);
			expect(onlyTicket().everything).toContain("It is back.");
		});

		it("met by hang-after-commit is tried again", async () => {
			const note = await noteOnTicket({ text: "One more thing: it is the March file." });
			desk.next("hang-after-commit", "note");
			const outcome = await connect({}, shortPatienceMs).addNote(note, first);
			if (outcome.kind !== "delivered") await delivered(connect().addNote(note, second));
			const copies = onlyTicket().everything.split("it is the March file").length - 1;
			if (duplicateNotes === "never") expect(copies).toBe(1);
			else expect(copies).toBeGreaterThanOrEqual(1);
		});

		it("that is refused for its credentials needs a person", async () => {
			const note = await noteOnTicket();
			desk.next("unauthorized", "note");
			expect(await connect().addNote(note, first)).toMatchObject({ kind: "dead", reason: expect.stringContaining("credentials") });
		});
	});

	describe(`${name}: files`, () => {
		function withFiles(attachments: HandoffMessage["attachments"]): HandoffMessage {
			return makeMessage({ attachments });
		}

		it(files === "uploaded" ? "go along, byte for byte" : "go along as links that end", async () => {
			const sent = [makeFile("screen shot.png", "image/png", 2048), makeFile("värden.csv", "text/csv", 300)];
			await delivered(connect().deliver(withFiles(sent), first));
			const ticket = onlyTicket();
			if (files === "linked") for (const { url } of sent) expect(ticket.everything).toContain(url);
			else
				expect(await Promise.all(sent.map(async ({ name, read }) => [name, Buffer.from(await read()).toString("hex")]))).toEqual(
					ticket.files.filter(({ name }) => sent.some((file) => file.name === name)).map(({ name, bytes }) => [name, bytes.toString("hex")]),
				);
		});

		it("that cannot be read do not lose the ticket: their link stands in the text", async () => {
			const gone = { ...makeFile("gone.png", "image/png", 10), read: () => Promise.reject(new Error("it is gone")) };
			await delivered(connect().deliver(withFiles([gone]), first));
			expect(onlyTicket().everything).toContain(gone.url);
		});
	});
}
