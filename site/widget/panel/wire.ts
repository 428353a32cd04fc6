import type { Reply } from "#site/api-client.ts";
import type { EventBatch } from "#contract/events.ts";
import type { ProblemDocument } from "#contract/problem.ts";
import type { PromiseAnswer, Ticket, TicketAnswer } from "#contract/tickets.ts";
import type { Vote, VoteAnswer } from "#contract/votes.ts";
import type { Priority } from "#contract/priority.ts";
import { tell } from "../tell.ts";
import { articlePath, type WidgetArticle, type WidgetConfig } from "../config.ts";

/** What the widget asks of the centre, all of it without cookies and without the address of the host page. */
export interface Wire {
	/** A public file of the centre. Rejects where it is not there. */
	read: <Content>(path: string) => Promise<Content>;
	/** An article in the widget's language, or in the centre's first one. Rejects where there is none. */
	article: (id: string, locales: readonly string[]) => Promise<WidgetArticle>;
	events: (batch: EventBatch) => void;
	vote: (vote: Vote) => Promise<Reply<VoteAnswer>>;
	send: (ticket: Ticket) => Promise<Reply<TicketAnswer>>;
	find: (key: string) => Promise<Reply<TicketAnswer>>;
	promise: (priority: Priority, timeZone: string) => Promise<Reply<PromiseAnswer>>;
	/** Posts a question; rejects where nobody can be reached. */
	ask: (body: unknown, accept: string, signal: AbortSignal) => Promise<Response>;
}

const quiet = { credentials: "omit", referrerPolicy: "no-referrer" } as const;
/** Longer than this nobody waits, in milliseconds; a question has its own time (`sendQuestion`). */
const patience = 20_000;

/** Makes what asks the centre from a page of the product. @param centre origin of the centre */
export function createWire(centre: string, { locale }: Pick<WidgetConfig, "locale">): Wire {
	async function read<Content>(path: string): Promise<Content> {
		const response = await fetch(`${centre}${path}`, { ...quiet, signal: AbortSignal.timeout(patience) });
		if (!response.ok) throw new Error(`${path} did not load (${response.status})`);
		return (await response.json()) as Content;
	}

	async function request<Answer>(path: string, init: RequestInit = {}): Promise<Reply<Answer>> {
		try {
			const headers = { ...(init.body ? { "content-type": "application/json" } : {}), "accept-language": locale };
			const response = await fetch(`${centre}${path}`, { ...init, ...quiet, headers, signal: AbortSignal.timeout(patience) });
			const json: unknown = await response.json();
			return response.ok ? { ok: true, answer: json as Answer } : { ok: false, problem: readProblem(json) };
		} catch {
			if (navigator.onLine)
				tell(
					`${centre} took no request from ${location.origin}. Do: name this origin under origins in content/data/widget.yml, or in WIDGET_ORIGINS, and deploy the centre; allow ${centre} in connect-src; see whether it is up.`,
				);
			return { ok: false, problem: null };
		}
	}

	const post = (body: unknown): RequestInit => ({ method: "POST", body: JSON.stringify(body) });

	return {
		read,
		async article(id, locales) {
			for (const each of locales.slice(0, -1)) {
				const found = await read<WidgetArticle>(articlePath(each, id)).catch(() => null);
				if (found) return found;
			}
			return read(articlePath(locales.at(-1) ?? locale, id));
		},
		// A beacon would take cookies along. What nobody could be told is not asked for again: it is a count, not a word.
		events: (batch) => void request("/api/events", { ...post(batch), keepalive: true }),
		vote: (vote) => request("/api/votes", post(vote)),
		send: (ticket) => request("/api/tickets", post(ticket)),
		find: (key) => request(`/api/tickets/by-key/${encodeURIComponent(key)}`, { cache: "no-store" }),
		promise: (priority, timeZone) => request(`/api/promise?${new URLSearchParams({ priority, timeZone }).toString()}`),
		ask: (body, accept, signal) =>
			fetch(`${centre}/api/answers`, { ...post(body), ...quiet, headers: { accept, "content-type": "application/json", "accept-language": locale }, signal }),
	};
}

function readProblem(json: unknown): ProblemDocument | null {
	const { type, title, detail } = (json ?? {}) as Partial<ProblemDocument>;
	return [type, title, detail].every((part) => typeof part === "string") ? (json as ProblemDocument) : null;
}
