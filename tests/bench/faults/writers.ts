import { randomBytes, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { join } from "node:path";
import type { ProblemDocument } from "#contract/problem.ts";
import { manifestPath } from "#contract/site-manifest.ts";
import type { Ticket, TicketAnswer } from "#contract/tickets.ts";
import { outFolder } from "#scripts/lib/paths.ts";
import type { Reply } from "#site/api-client.ts";
import { wordsOf } from "#site/enhancements/contact/changes.ts";
import { deliver } from "#site/enhancements/contact/deliver.ts";
import { contactSend } from "#site/strings/en/contact-send.ts";
import { feedback } from "#site/strings/en/feedback.ts";

/** What was written, as its writers know it. */
export interface Written {
	/** Idempotency keys of tickets that were acknowledged, with the reference that the customer was told. */
	tickets: Map<string, string>;
	/** Sessions of votes that were counted. */
	votes: Set<string>;
	/** Ids of events that were accepted. */
	events: Set<string>;
	/** What customers and readers were shown instead, with how often. */
	shown: Map<string, number>;
	/** Answers that no page foresees. */
	unforeseen: string[];
	/** Longest time until an answer. In milliseconds. */
	slowest: number;
}

/** Writers at work. They stop by themselves where a part ends early. */
export interface Writing extends Written, AsyncDisposable {
	/** Writes that were acknowledged so far. */
	count(): number;
	/** Lets each end what it is at, and waits for that. */
	stop(): Promise<void>;
}

interface WritersOptions {
	atOnce?: number;
	/** Pause of a writer between two writes. In milliseconds. */
	pause?: number;
}

/** Pause before a write is tried again; the page waits longer. In milliseconds. */
const retryMs = 500;

/** Longest time for one write once the writers were told to stop. In milliseconds. */
const patienceMs = 60_000;

let networks = 0;

/** A sender with a network of its own, so that no limit is in the way. */
function newSender(): Record<string, string> {
	networks++;
	return { "user-agent": `Mozilla/5.0 faults ${networks}`, "x-dev-network": `10.${(networks >> 8) & 255}.${networks & 255}.1` };
}

/** A message as a page sends it. */
export function makeTicket() {
	const key = randomUUID();
	return {
		key,
		subject: "A value is refused",
		description: `The number is refused. Case ${key}`,
		category: "data-issues",
		name: "Ada Example",
		email: `${key}@customer.example`,
	} satisfies Ticket;
}

/** Waits until so many more writes were acknowledged, for a minute at most. */
export async function awaitWrites(writing: Writing, more: number): Promise<void> {
	const until = Date.now() + patienceMs;
	for (const goal = writing.count() + more; writing.count() < goal && Date.now() < until;) await wait(20);
}

/** Writers that do as the pages do: they send again with the same key until there is an answer, and count as written what was acknowledged only. */
export function startWriters(url: () => string, { atOnce = 32, pause = 0 }: WritersOptions = {}): Writing {
	const written: Written = { tickets: new Map(), votes: new Set(), events: new Set(), shown: new Map(), unforeseen: [], slowest: 0 };
	const { articles } = JSON.parse(readFileSync(join(outFolder, manifestPath), "utf8")) as { articles: Record<string, { revision: string }> };
	const revisions = Object.entries(articles).map(([article, { revision }]) => ({ article, revision }));
	let stoppedAt = 0;
	const writers = Array.from({ length: atOnce }, (_, index) => write(index));
	return Object.assign(written, {
		count: () => written.tickets.size + written.votes.size + written.events.size,
		stop,
		[Symbol.asyncDispose]: stop,
	});

	async function stop(): Promise<void> {
		stoppedAt ||= Date.now();
		await Promise.all(writers);
	}

	async function write(index: number): Promise<void> {
		for (let turn = index; stoppedAt === 0; turn++) {
			await ([sendTicket, sendVote, sendEvent][turn % 3] ?? sendTicket)(turn);
			await wait(pause);
		}
	}

	function mayGoOn(): boolean {
		return stoppedAt === 0 || Date.now() - stoppedAt < patienceMs;
	}

	function show(words: string): void {
		written.shown.set(words, (written.shown.get(words) ?? 0) + 1);
	}

	async function request<Answer>(path: string, headers: Record<string, string>, body?: unknown): Promise<Reply<Answer>> {
		const began = performance.now();
		try {
			const response = await fetch(url() + path, {
				method: body === undefined ? "GET" : "POST",
				headers: { "content-type": "application/json", origin: url(), ...headers },
				...(body !== undefined && { body: JSON.stringify(body) }),
				// As long as the page waits.
				signal: AbortSignal.timeout(20_000),
			});
			const json = (await response.json()) as unknown;
			return response.ok ? { ok: true, answer: json as Answer } : { ok: false, problem: json as ProblemDocument };
		} catch {
			return { ok: false, problem: null };
		} finally {
			written.slowest = Math.max(written.slowest, performance.now() - began);
		}
	}

	async function sendTicket(): Promise<void> {
		const ticket = makeTicket();
		const sender = newSender();
		let lost: string | null = null;
		while (mayGoOn()) {
			const outcome = await deliver(
				{ ticket, words: ticket, lost },
				{
					find: (key) => request<TicketAnswer>(`/api/tickets/by-key/${key}`, sender),
					send(sending) {
						lost = wordsOf(ticket);
						return request<TicketAnswer>("/api/tickets", sender, sending);
					},
					isMendable: () => false,
				},
			);
			if (outcome.kind === "stored") {
				written.tickets.set(ticket.key, outcome.answer.reference);
				return;
			}
			if (outcome.kind !== "later") {
				written.unforeseen.push(`a ticket: ${outcome.kind}${outcome.kind === "refused" ? ` ${outcome.problem.title}` : ""}`);
				return;
			}
			show(outcome.reached ? contactSend.refusing : contactSend.unreached);
			await wait(retryMs);
		}
		written.unforeseen.push("a ticket: nobody took it");
	}

	async function sendVote(turn: number): Promise<void> {
		const sender = newSender();
		const session = randomBytes(16).toString("hex");
		// The reader presses again.
		while (mayGoOn()) {
			const { ok, problem } = { problem: null, ...(await request("/api/votes", sender, { ...revisions[turn % revisions.length], helpful: "yes", session })) };
			if (ok) {
				written.votes.add(session);
				return;
			}
			show(problem ? `${problem.title} ${problem.detail}` : feedback.unreachable);
			if (problem && problem.status < 500) written.unforeseen.push(`a vote: ${problem.title}`);
			await wait(retryMs);
		}
		written.unforeseen.push("a vote: nobody took it");
	}

	/** A beacon: nobody waits for its answer, and it is not sent again. */
	async function sendEvent(): Promise<void> {
		const id = randomUUID();
		const { ok } = await request("/api/events", newSender(), { session: randomBytes(16).toString("hex"), events: [{ id, type: "page_viewed", path: "/" }] });
		if (ok) written.events.add(id);
		else await wait(retryMs);
	}
}
