import type { Ask } from "#contract/answers.ts";
import type { AttachmentAnswer } from "#contract/attachments.ts";
import type { ClientEvent, EventBatch } from "#contract/events.ts";
import type { Priority } from "#contract/priority.ts";
import type { ProblemDocument } from "#contract/problem.ts";
import type { PromiseAnswer, Ticket, TicketAnswer } from "#contract/tickets.ts";
import type { Vote, VoteAnswer } from "#contract/votes.ts";
import { isManagersVisit, isStaff, visitId } from "#site/browser/visit.ts";

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
			locale: pageLanguage(),
			...(isStaff() && { staff: true }),
			events: batch.map(({ event, at }) => ({ ...event, ago: Math.max(0, Date.now() - at) })),
		};
		if (!navigator.sendBeacon("/api/events", new Blob([JSON.stringify(body)], { type: "application/json" }))) return;
		waiting = waiting.slice(batch.length);
	}
}

/** What came of a request: the answer, a refusal in words, or nothing because the Worker could not be reached. */
export type Reply<Answer> = { ok: true; answer: Answer } | { ok: false; problem: ProblemDocument | null };

/** A refusal of the Worker; null for what somebody between here and there has answered. */
function readProblem(json: unknown): ProblemDocument | null {
	const { type, title, detail } = (json ?? {}) as Partial<ProblemDocument>;
	return [type, title, detail].every((part) => typeof part === "string") ? (json as ProblemDocument) : null;
}

/** The language of the page: the Worker answers in it. */
function pageLanguage(): string {
	return document.documentElement.lang || "en";
}

/** What every request says: the language of its answer, and an id by which the Worker's log and the desk know it. */
function ownHeaders(): Record<string, string> {
	return { "accept-language": pageLanguage(), "x-request-id": crypto.randomUUID() };
}

async function request<Answer>(
	path: string,
	{ headers = {}, ...init }: Omit<RequestInit, "headers"> & { headers?: Record<string, string> },
): Promise<Reply<Answer>> {
	try {
		const response = await fetch(path, { ...init, headers: { ...headers, ...ownHeaders() }, signal: AbortSignal.timeout(20_000) });
		const json: unknown = response.status === 204 ? null : await response.json();
		return response.ok ? { ok: true, answer: json as Answer } : { ok: false, problem: readProblem(json) };
	} catch {
		return { ok: false, problem: null };
	}
}

function post<Answer>(path: string, body: unknown): Promise<Reply<Answer>> {
	return request(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
}

/** Casts or changes a vote. */
export function sendVote(vote: Vote): Promise<Reply<VoteAnswer>> {
	return post("/api/votes", { ...vote, locale: pageLanguage(), session: visitId(), ...(isStaff() && { staff: true }) });
}

/** Files a ticket. */
export function sendTicket(ticket: Ticket): Promise<Reply<TicketAnswer>> {
	return post("/api/tickets", ticket);
}

/** What became of a form whose answer was lost. */
export function findTicket(key: string): Promise<Reply<TicketAnswer>> {
	return request(`/api/tickets/by-key/${encodeURIComponent(key)}`, { cache: "no-store" });
}

/** Adds words to a ticket. `token` is the last part of its status page's address, `key` makes sending twice one note. */
export function sendNote(note: { token: string; key: string; text: string }): Promise<Reply<Pick<TicketAnswer, "statusUrl">>> {
	return post("/api/tickets/notes", note);
}

/** Asks a question once; the answer comes as `accept` says. @throws where the Worker cannot be reached */
export function postQuestion(ask: Omit<Ask, "locale">, accept: string, signal: AbortSignal): Promise<Response> {
	const headers = { "content-type": "application/json", accept, ...ownHeaders() };
	return fetch("/api/answers", { method: "POST", headers, body: JSON.stringify({ ...ask, locale: pageLanguage() } satisfies Ask), signal });
}

/** Reads a file of the site, such as a guided troubleshooter. @param path its address without the origin */
export function readFile<Content>(path: string): Promise<Reply<Content>> {
	return request(path, {});
}

/** When a person would answer a message that is sent now. */
export function askPromise(priority: Priority, timeZone: string): Promise<Reply<PromiseAnswer>> {
	return request(`/api/promise?${new URLSearchParams({ priority, timeZone }).toString()}`, {});
}

/** What an upload is told, and what it tells. */
interface Upload {
	/** Idempotency key of the form. */
	key: string;
	/** Share that is sent, 0 to 1. */
	onProgress: (share: number) => void;
	/** Ends it. */
	signal: AbortSignal;
}

/** An upload that does not move for so long is lost. In milliseconds. */
const stalledMs = 30_000;

/** Uploads one file of a message. A request of the old kind, because only that one says how far it is. */
export function uploadFile(file: File, { key, onProgress, signal }: Upload): Promise<Reply<AttachmentAnswer>> {
	return new Promise((done) => {
		const upload = new XMLHttpRequest();
		const lost = () => done({ ok: false, problem: null });
		let stalled: ReturnType<typeof setTimeout>;
		const moves = () => {
			clearTimeout(stalled);
			stalled = setTimeout(() => upload.abort(), stalledMs);
		};
		upload.open("POST", "/api/attachments");
		upload.setRequestHeader("x-form-key", key);
		upload.setRequestHeader("x-file-name", encodeURIComponent(file.name.toWellFormed()));
		for (const [name, value] of Object.entries(ownHeaders())) upload.setRequestHeader(name, value);
		upload.responseType = "json";
		upload.upload.addEventListener("progress", ({ loaded, total }) => {
			moves();
			onProgress(total > 0 ? loaded / total : 0);
		});
		upload.addEventListener("load", () => {
			const stored = upload.status >= 200 && upload.status < 300;
			done(stored ? { ok: true, answer: upload.response as AttachmentAnswer } : { ok: false, problem: readProblem(upload.response) });
		});
		for (const type of ["error", "abort", "timeout"]) upload.addEventListener(type, lost);
		upload.addEventListener("loadend", () => clearTimeout(stalled));
		signal.addEventListener("abort", () => upload.abort());
		moves();
		upload.send(file);
	});
}

/** Takes an uploaded file back. */
export function removeFile(id: string, key: string): Promise<Reply<null>> {
	return request(`/api/attachments/${encodeURIComponent(id)}`, { method: "DELETE", headers: { "x-form-key": key } });
}
