import type * as z from "zod";
import { Refused, startFakeDesk, type FakeAnswer, type FakeDesk, type FakeRequest, type FakeTicket } from "./fake-desk.ts";
import { createBody, invalid, read, updateBody, type comment } from "./zendesk-body.ts";
import { readHtml, type ReadText } from "./read-text.ts";

/**
 * Zendesk Support. Written from the vendor's documentation, read on 2026-11-21:
 * @see https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/
 * @see https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_comments/
 * @see https://developer.zendesk.com/api-reference/ticketing/tickets/ticket-attachments/
 * @see https://developer.zendesk.com/api-reference/ticketing/introduction/#idempotency
 * @see https://support.zendesk.com/hc/en-us/articles/4408887057946 (upload tokens)
 */
export interface FakeZendesk extends FakeDesk {
	/** The two hours for which idempotency keys are kept pass. */
	forgetKeys(): void;
	/** The search index, minutes behind, catches up. */
	index(): void;
	/** A solved ticket becomes closed, which no call can change any more. */
	shut(reference: string): void;
	/** The next write meets another one: "Database collision", to be tried again. */
	collide(): void;
}

export const zendeskUser = "agent@desk.example";
export const zendeskToken = "zendesk-api-token";

interface Kept {
	id: number;
	shown: FakeTicket;
	externalId: string | null;
	requesterId: number;
	status: string;
	indexed: boolean;
	comments: { id: number; body: string; html_body: string; public: boolean; author_id: number; created_at: string; metadata: object }[];
}

const unauthorized: FakeAnswer = { status: 401, headers: { "www-authenticate": 'Basic realm="Web Password"' }, json: { error: "Couldn't authenticate you" } };
const largestFile = 50 * 1024 * 1024;

const notFound: FakeAnswer = { status: 404, json: { error: "RecordNotFound", description: "Not found" } };

/** Starts the desk. */
export async function startFakeZendesk(): Promise<FakeZendesk> {
	const kept: Kept[] = [];
	const keys = new Map<string, { body: string; ticket: Kept }>();
	const uploads = new Map<string, FakeTicket["files"]>();
	let uploaded = 0;
	let collides = false;
	const users = new Map<string, number>();
	const desk = await startFakeDesk({
		targetOf: ({ method, path }) =>
			method === "POST" && /\/tickets(?:\.json)?$/.test(path) ? "ticket" : method === "PUT" && /\/tickets\/\d+/.test(path) ? "note" : null,
		refusals: {
			validation: invalid({ base: [{ description: "Requester: Email: is not properly formatted", error: "InvalidValue" }] }),
			unauthorized,
			tooMany: (seconds) => ({
				status: 429,
				headers: { "retry-after": String(seconds) },
				json: { error: "APIRateLimitExceeded", description: "Number of allowed API requests per minute exceeded" },
			}),
		},
		answer(request, tickets) {
			const given = Buffer.from(/^Basic (.+)$/.exec(request.headers.authorization ?? "")?.[1] ?? "", "base64").toString("utf8");
			if (given !== `${zendeskUser}/token:${zendeskToken}`) throw new Refused(unauthorized);
			if (collides && request.method !== "GET") {
				collides = false;
				throw new Refused({ status: 409, json: { error: "DatabaseConflict", description: "Database collision" } });
			}
			const [, route = "", number = "", part = ""] = /^\/api\/v2\/([a-z]+)(?:\/(\d+))?(?:\/([a-z]+))?(?:\.json)?$/.exec(request.path) ?? [];
			switch (`${request.method} ${route}${number && "/:id"}${part && `/${part}`}`) {
				case "POST tickets":
					return create(request, tickets);
				case "GET tickets":
					return list(kept.filter(({ externalId }) => !request.query.has("external_id") || externalId === request.query.get("external_id")));
				case "GET tickets/:id":
					return { status: 200, json: { ticket: shape(find(number)) } };
				case "PUT tickets/:id":
					return update(find(number), request);
				case "GET tickets/:id/comments":
					return {
						status: 200,
						json: { comments: find(number).comments.map(({ metadata: _, ...rest }) => rest), count: find(number).comments.length, next_page: null },
					};
				case "GET tickets/:id/audits":
					return {
						status: 200,
						json: { audits: find(number).comments.map(({ id: audit, metadata }) => ({ id: audit, metadata: { system: {}, custom: metadata } })) },
					};
				case "GET search":
					return search(request.query.get("query") ?? "");
				case "POST uploads":
					return upload(request);
				default:
					return { status: 404, json: { error: "InvalidEndpoint", description: "Not found" } };
			}
		},
	});
	return Object.assign(desk, {
		forgetKeys: () => keys.clear(),
		index: () => kept.forEach((ticket) => (ticket.indexed = true)),
		collide: () => void (collides = true),
		shut: (reference: string) => void (find(reference).status = "closed"),
	});

	function find(number: string): Kept {
		const ticket = kept.find((candidate) => candidate.id === Number(number));
		if (!ticket) throw new Refused(notFound);
		return ticket;
	}

	function create(request: FakeRequest, tickets: FakeTicket[]): FakeAnswer {
		const key = request.headers["idempotency-key"];
		const body = request.body.toString("utf8");
		const earlier = typeof key === "string" ? keys.get(key) : undefined;
		if (earlier && earlier.body !== body)
			throw new Refused({ status: 400, json: { error: "IdempotentRequestError", description: "Request parameters don't match the given idempotency key" } });
		if (earlier) return { status: 201, headers: { "x-idempotency-lookup": "hit" }, json: { ticket: shape(earlier.ticket) } };
		const { ticket: sent } = read(createBody, request);
		const number = 35_436 + kept.length;
		const shown: FakeTicket = { reference: String(number), subject: sent.subject ?? "", text: "", notes: [], files: [], open: true, alarms: [] };
		const email = sent.requester?.email ?? zendeskUser;
		const requesterId = sent.requester_id ?? users.get(email) ?? 9_000 + users.size;
		users.set(email, requesterId);
		const ticket: Kept = { id: number, shown, externalId: sent.external_id ?? null, requesterId, status: sent.status ?? "new", indexed: false, comments: [] };
		shown.text = add(ticket, sent.comment, sent.metadata).text;
		if (sent.requester) shown.text += `\nRequester: ${sent.requester.name} <${sent.requester.email}>`;
		kept.push(ticket);
		tickets.push(shown);
		if (typeof key === "string") keys.set(key, { body, ticket });
		return {
			status: 201,
			headers: { location: `${desk.url}/api/v2/tickets/${number}.json`, ...(typeof key === "string" && { "x-idempotency-lookup": "miss" }) },
			json: { ticket: shape(ticket), audit: { id: number * 10, ticket_id: number } },
		};
	}

	function update(ticket: Kept, request: FakeRequest): FakeAnswer {
		const { ticket: sent } = read(updateBody, request);
		if (ticket.status === "closed") throw new Refused(invalid({ status: [{ description: "Status: closed prevents ticket update", error: "InvalidValue" }] }));
		if (sent.comment) ticket.shown.notes.push(add(ticket, sent.comment, sent.metadata).text);
		ticket.status = sent.status ?? (sent.comment?.author_id === ticket.requesterId && ticket.status === "solved" ? "open" : ticket.status);
		ticket.shown.open = !/solved|closed/.test(ticket.status);
		return { status: 200, json: { ticket: shape(ticket), audit: { id: ticket.id * 10 + ticket.comments.length, ticket_id: ticket.id } } };
	}

	function add(ticket: Kept, sent: z.infer<typeof comment>, metadata: object = {}): ReadText {
		const seen = readComment(sent);
		const files = (sent.uploads ?? []).flatMap((token) => {
			const sentFiles = uploads.get(token);
			if (!sentFiles) throw new Refused(invalid({ base: [{ description: `Upload token ${token} is not valid`, error: "InvalidValue" }] }));
			return sentFiles;
		});
		sent.uploads?.forEach((token) => uploads.delete(token));
		ticket.shown.files.push(...files);
		ticket.shown.alarms.push(...seen.alarms);
		ticket.comments.push({
			id: ticket.id * 10 + ticket.comments.length,
			body: seen.text,
			html_body: sent.html_body ?? sent.body ?? "",
			public: sent.public ?? true,
			author_id: sent.author_id ?? ticket.requesterId,
			created_at: "2026-11-20T10:00:00Z",
			metadata,
		});
		return seen;
	}

	/** Search lags behind by minutes ("it can take a few minutes for new tickets to be indexed"). */
	function search(query: string): FakeAnswer {
		return list(
			kept.filter(({ indexed, externalId }) => indexed && externalId !== null && query.includes(externalId)),
			"results",
		);
	}

	function list(found: Kept[], name = "tickets"): FakeAnswer {
		return { status: 200, json: { [name]: found.map(shape), count: found.length, next_page: null, previous_page: null } };
	}

	function upload({ query, headers, body }: FakeRequest): FakeAnswer {
		const name = query.get("filename");
		if (!name) throw new Refused({ status: 400, json: { error: "BadRequest", description: "filename is required" } });
		if (body.length > largestFile) throw new Refused({ status: 413, json: { error: "AttachmentTooLarge", description: "The file is larger than 50 MB" } });
		const type = headers["content-type"] ?? "application/binary";
		const token = query.get("token") ?? `token${++uploaded}x${body.length}`;
		uploads.set(token, [...(uploads.get(token) ?? []), { name, type, bytes: body }]);
		return {
			status: 201,
			json: { upload: { token, expires_at: "2026-11-20T11:00:00Z", attachment: { id: uploads.size, file_name: name, content_type: type, size: body.length } } },
		};
	}

	function shape({ id: number, externalId, requesterId, status, shown }: Kept): object {
		return { id: number, url: `${desk.url}/api/v2/tickets/${number}.json`, external_id: externalId, requester_id: requesterId, status, subject: shown.subject };
	}
}

/** `body` is read as Markdown; placeholders such as {{ticket.id}} are filled in wherever agents comment. */
function readComment({ html_body: html, body = "" }: z.infer<typeof comment>): ReadText {
	const seen = html === undefined ? { text: body, alarms: [...body.matchAll(/!?\[[^\]]*\]\([^)]*\)/g)].map(([link]) => link) } : readHtml(html);
	return { text: seen.text, alarms: [...seen.alarms, ...[...seen.text.matchAll(/\{\{[^}]*\}\}/g)].map(([placeholder]) => placeholder)] };
}
