import type { ClientEvent, EventBatch } from "#contract/events.ts";
import type { ProblemDocument } from "#contract/problem.ts";
import type { Ticket, TicketAnswer } from "#contract/tickets.ts";
import type { Vote, VoteAnswer } from "#contract/votes.ts";
import { isManagersVisit, visitId } from "#site/browser/visit.ts";

/** An event before it has an id and an age. */
export type NewEvent = ClientEvent extends infer Event ? (Event extends { id: string } ? Omit<Event, "id" | "ago"> & { id?: string } : never) : never;

const waitMs = 1500;
const batchSize = 40;
let waiting: { event: NewEvent & { id: string }; at: number }[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;

let listening = false;

/** A page that is left or hidden sends what waits. */
function sendOnLeaving(): void {
	if (listening) return;
	listening = true;
	addEventListener("visibilitychange", () => document.visibilityState === "hidden" && sendEvents());
	addEventListener("pagehide", sendEvents);
}

/** Notes an event; it is sent with others after a moment, or when the page is left. Returns the event's id. What a manager does is not noted. */
export function recordEvent(event: NewEvent): string {
	const id = event.id ?? crypto.randomUUID();
	if (isManagersVisit()) return id;
	sendOnLeaving();
	waiting.push({ event: { ...event, id }, at: Date.now() });
	clearTimeout(timer);
	timer = setTimeout(sendEvents, waiting.length >= batchSize ? 0 : waitMs);
	return id;
}

/** Sends what waits. `sendBeacon` survives the page being left; what it does not take waits for the next time. */
export function sendEvents(): void {
	clearTimeout(timer);
	while (waiting.length > 0) {
		const batch = waiting.slice(0, batchSize);
		const body: EventBatch = {
			session: visitId(),
			locale: document.documentElement.lang || "en",
			events: batch.map(({ event, at }) => ({ ...event, ago: Math.max(0, Date.now() - at) })),
		};
		if (!navigator.sendBeacon("/api/events", new Blob([JSON.stringify(body)], { type: "application/json" }))) return;
		waiting = waiting.slice(batch.length);
	}
}

/** What came of a request: the answer, a refusal in words, or nothing because the Worker could not be reached. */
export type Reply<Answer> = { ok: true; answer: Answer } | { ok: false; problem: ProblemDocument | null };

async function post<Answer>(path: string, body: unknown): Promise<Reply<Answer>> {
	try {
		const response = await fetch(path, {
			method: "POST",
			headers: { "content-type": "application/json" },
			body: JSON.stringify(body),
			signal: AbortSignal.timeout(20_000),
		});
		const json: unknown = await response.json();
		return response.ok ? { ok: true, answer: json as Answer } : { ok: false, problem: json as ProblemDocument };
	} catch {
		return { ok: false, problem: null };
	}
}

/** Casts or changes a vote. */
export function sendVote(vote: Vote): Promise<Reply<VoteAnswer>> {
	return post("/api/votes", { ...vote, session: visitId() });
}

/** Files a ticket. */
export function sendTicket(ticket: Ticket): Promise<Reply<TicketAnswer>> {
	return post("/api/tickets", ticket);
}
