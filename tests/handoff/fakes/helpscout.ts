import type * as z from "zod";
import { bearerOf, checked, queryOf, type Complaint } from "./checked.ts";
import { Refused, startFakeDesk, type FakeAnswer, type FakeDesk, type FakeRequest, type FakeTicket } from "./fake-desk.ts";
import { attachment, createConversation, createThread, listing, patch, putTags, tokenRequest } from "./helpscout-schema.ts";
import { readHtml } from "./read-text.ts";

/**
 * Help Scout's Inbox API 2.0. A body of text is HTML.
 *
 * @see https://developer.helpscout.com/mailbox-api/endpoints/conversations/create, https://developer.helpscout.com/mailbox-api/endpoints/conversations/list,
 * https://developer.helpscout.com/mailbox-api/endpoints/conversations/threads/customer/, https://developer.helpscout.com/mailbox-api/overview/errors/,
 * https://developer.helpscout.com/mailbox-api/overview/rate-limiting, read on 2026-11-21
 */
export const helpscoutClient = "kPFjSIjqbiCHCeYyF0CSzcD8yIpPYOuZ";
export const helpscoutSecret = "example-app-secret";
export const helpscoutMailbox = 85;

const tokens = new Set<string>();

interface Conversation {
	id: number;
	number: number;
	subject: string;
	status: string;
	tags: string[];
	email: string;
	mailboxId: number;
	assignee: number | null;
	createdAt: string;
	threads: { id: number; type: string; body: string }[];
	ticket: FakeTicket;
}

function failure(status: number, message: string, complaints: Complaint[] = []): FakeAnswer {
	const about = { about: { href: "http://developer.helpscout.net/mailbox-api/overview/errors" } };
	const errors = complaints.map(({ path, message: what }) => ({ path, message: what, source: "JSON", _links: about }));
	return { status, json: { logRef: crypto.randomUUID(), message, ...(errors.length > 0 && { _embedded: { errors } }), _links: about } };
}
const invalid = (complaints: Complaint[]): FakeAnswer => failure(400, "Bad request", complaints);
const unauthorized: FakeAnswer = { status: 401, json: { error: "invalid_token", error_description: "Invalid access token" } };

/** Starts Help Scout. */
export function startFakeHelpScout(now: () => number): Promise<FakeDesk> {
	const conversations: Conversation[] = [];
	return startFakeDesk({
		targetOf({ method, path }) {
			if (method !== "POST") return null;
			return path === "/v2/conversations" ? "ticket" : /\/(?:customer|notes|reply)$/.test(path) ? "note" : null;
		},
		refusals: {
			validation: failure(400, "Bad request", [{ path: "subject", message: "may not be empty", unknown: [] }]),
			unauthorized,
			tooMany: (seconds) => ({
				...failure(429, "Too many requests"),
				headers: { "x-ratelimit-limit-minute": "400", "x-ratelimit-remaining-minute": "0", "x-ratelimit-retry-after": String(seconds) },
			}),
		},
		answer,
	});

	function answer(request: FakeRequest, tickets: FakeTicket[]): FakeAnswer {
		const { method, path } = request;
		if (method === "POST" && path === "/v2/oauth2/token") return grant(request);
		if (!tokens.has(bearerOf(request))) throw new Refused(unauthorized);
		if (path === "/v2/conversations") return method === "POST" ? create(request, tickets) : list(request);
		const [, id, action = ""] = /^\/v2\/conversations\/(\d+)(?:\/(.+))?$/.exec(path) ?? [];
		const conversation = conversations.find((candidate) => candidate.id === Number(id));
		if (!conversation) throw new Refused(failure(404, "Not Found"));
		if (action === "" && method === "PATCH") return change(request, conversation);
		if (action === "" && method === "GET") return { status: 200, json: describe(conversation) };
		if (action === "tags" && method === "PUT") {
			conversation.tags = checked(putTags, request.json(), invalid).tags;
			return { status: 204 };
		}
		if (action === "threads" && method === "GET")
			return {
				status: 200,
				json: { _embedded: { threads: conversation.threads }, page: { size: 25, totalElements: conversation.threads.length, totalPages: 1, number: 1 } },
			};
		if ((action === "customer" || action === "notes" || action === "reply") && method === "POST") return addThread(request, conversation, action);
		if (/^threads\/\d+\/attachments$/.test(action) && method === "POST") {
			keepFile(conversation, checked(attachment, request.json(), invalid));
			return { status: 201 };
		}
		throw new Refused(failure(404, "Not Found"));
	}

	function grant(request: FakeRequest): FakeAnswer {
		const isForm = request.headers["content-type"]?.startsWith("application/x-www-form-urlencoded");
		const sent = isForm ? Object.fromEntries(new URLSearchParams(request.body.toString("utf8"))) : request.json();
		const { client_id: client, client_secret: secret } = checked(tokenRequest, sent, () => ({ status: 400, json: { error: "invalid_request" } }));
		if (client !== helpscoutClient || secret !== helpscoutSecret)
			throw new Refused({ status: 401, json: { error: "invalid_client", error_description: "Client authentication failed" } });
		const token = crypto.randomUUID().replaceAll("-", "");
		tokens.add(token);
		return { status: 200, json: { token_type: "bearer", access_token: token, expires_in: 172_800 } };
	}

	function create(request: FakeRequest, tickets: FakeTicket[]): FakeAnswer {
		const { subject, customer, mailboxId, status, threads, tags = [], assignTo = null } = checked(createConversation, request.json(), invalid);
		if (mailboxId !== helpscoutMailbox) throw new Refused(failure(400, "Bad request", [{ path: "mailboxId", message: "does not exist", unknown: [] }]));
		const number = 349 + conversations.length;
		const ticket: FakeTicket = { reference: String(number), subject, text: "", notes: [], files: [], open: status !== "closed", alarms: [] };
		const conversation: Conversation = {
			id: 2_391_938_000 + conversations.length,
			number,
			subject,
			status,
			tags: tags.map((tag) => tag.toLowerCase()),
			email: customer.email ?? "",
			mailboxId,
			assignee: assignTo,
			createdAt: new Date(now()).toISOString(),
			threads: [],
			ticket,
		};
		conversations.push(conversation);
		tickets.push(ticket);
		for (const { type, text, attachments } of threads) keepThread(conversation, type, text, attachments);
		ticket.text = ticket.notes.shift() ?? "";
		return { status: 201, headers: { "resource-id": String(conversation.id), location: `https://api.helpscout.net/v2/conversations/${conversation.id}` } };
	}

	function addThread(request: FakeRequest, conversation: Conversation, action: keyof typeof createThread): FakeAnswer {
		const sent = checked(createThread[action], request.json(), invalid);
		const id = keepThread(conversation, action === "notes" ? "note" : action, sent.text, sent.attachments);
		const status = "status" in sent ? sent.status : undefined;
		// What a customer writes opens the conversation, unless it is imported.
		if (action === "customer" && !sent.imported) setStatus(conversation, "active");
		else if (status) setStatus(conversation, status);
		return { status: 201, headers: { "resource-id": String(id) } };
	}

	function list(request: FakeRequest): FakeAnswer {
		const { status, mailbox, tag, number, query, embed } = checked(listing, queryOf(request), invalid);
		const found = conversations.filter(
			(conversation) =>
				(status === "all" || conversation.status === status || (status === "open" && conversation.status !== "closed")) &&
				(mailbox?.split(",").includes(String(conversation.mailboxId)) ?? true) &&
				(tag
					?.toLowerCase()
					.split(",")
					.some((one) => conversation.tags.includes(one)) ??
					true) &&
				(number ?? conversation.number) === conversation.number &&
				(query === undefined || matches(conversation, query)),
		);
		const page = { size: 25, totalElements: found.length, totalPages: 1, number: 1 };
		return {
			status: 200,
			json: {
				...(found.length > 0 && { _embedded: { conversations: found.map((conversation) => describe(conversation, embed === "threads")) } }),
				_links: {},
				page,
			},
		};
	}

	function change(request: FakeRequest, conversation: Conversation): FakeAnswer {
		const { path, value } = checked(patch, request.json(), invalid);
		if (path === "/status") setStatus(conversation, value);
		if (path === "/subject") conversation.ticket.subject = conversation.subject = value;
		if (path === "/assignTo") conversation.assignee = value ?? null;
		return { status: 204 };
	}
}

/** The clauses of a query, joined by AND or OR: `(tag:"one" AND mailboxid:85)`. */
function matches({ subject, tags, number, email, mailboxId, threads }: Conversation, query: string): boolean {
	const clauses = [...query.matchAll(/(\w+):(?:"([^"]*)"|([^\s()]+))/g)].map(([, field = "", quoted, bare]) => ({
		field: field.toLowerCase(),
		value: quoted ?? bare ?? "",
	}));
	const fields: Record<string, (value: string) => boolean> = {
		subject: (value) => subject.toLowerCase().includes(value.toLowerCase()),
		tag: (value) => tags.includes(value.toLowerCase()),
		number: (value) => number === Number(value),
		email: (value) => email === value,
		mailboxid: (value) => mailboxId === Number(value),
		body: (value) => threads.some(({ body }) => body.toLowerCase().includes(value.toLowerCase())),
	};
	const met = clauses.map(({ field, value }) => fields[field]?.(value) ?? refuseField(field));
	return / OR /.test(query) ? met.some(Boolean) : met.every(Boolean);
}

function refuseField(field: string): never {
	throw new Refused(failure(400, "Bad request", [{ path: "query", message: `unknown field ${field}`, unknown: [] }]));
}

function keepThread(conversation: Conversation, type: string, body: string, attachments: z.infer<typeof attachment>[] = []): number {
	const { text, alarms } = readHtml(body);
	conversation.ticket.notes.push(text);
	conversation.ticket.alarms.push(...alarms);
	for (const file of attachments) keepFile(conversation, file);
	const id = 7_280_000_000 + conversation.number * 1000 + conversation.threads.length;
	conversation.threads.unshift({ id, type, body });
	return id;
}

function keepFile({ ticket }: Conversation, { fileName, mimeType, data }: z.infer<typeof attachment>): void {
	const bytes = Buffer.from(data, "base64");
	if (bytes.length > 10 * 1024 * 1024) throw new Refused(failure(413, "Request Entity Too Large"));
	ticket.files.push({ name: fileName, type: mimeType, bytes });
}

function setStatus(conversation: Conversation, status: string): void {
	conversation.status = status;
	conversation.ticket.open = status !== "closed";
}

function describe({ id, number, subject, status, tags, email, mailboxId, assignee, createdAt, threads }: Conversation, withThreads = false): object {
	return {
		id,
		number,
		threads: threads.length,
		type: "email",
		folderId: 11,
		status,
		state: "published",
		subject,
		preview: "",
		mailboxId,
		...(assignee !== null && { assignee: { id: assignee } }),
		createdAt,
		tags: tags.map((tag, index) => ({ id: index + 1, tag })),
		primaryCustomer: { id: 238_604, type: "customer", email },
		customFields: [],
		_embedded: { threads: withThreads ? threads : [] },
	};
}
