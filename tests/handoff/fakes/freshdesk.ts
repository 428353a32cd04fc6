import type * as z from "zod";
import { Refused, startFakeDesk, type FakeAnswer, type FakeDesk, type FakeTicket } from "./fake-desk.ts";
import { createBody, invalid, noteBody, readBody, replyBody, updateBody, type Read } from "./freshdesk-body.ts";
import { readHtml } from "./read-text.ts";

/**
 * Freshdesk, API v2. Written from the vendor's documentation, read on 2026-11-21:
 * @see https://developers.freshdesk.com/api/#create_ticket
 * @see https://developers.freshdesk.com/api/#list_all_tickets
 * @see https://developers.freshdesk.com/api/#filter_tickets
 * @see https://developers.freshdesk.com/api/#add_note_to_a_ticket
 * @see https://developers.freshdesk.com/api/#error
 */
export interface FakeFreshdesk extends FakeDesk {
	/** The index of `/search/tickets`, minutes behind, catches up. */
	index(): void;
}

export const freshdeskKey = "freshdesk-api-key";

/** Ticket fields that the account's administrator has made, besides Freshdesk's own. */
interface FreshdeskOptions {
	/** Names of single-line text fields. Example: `cf_reference` */
	customFields?: string[];
}

interface Kept {
	id: number;
	shown: FakeTicket;
	sent: z.infer<typeof createBody>;
	requesterId: number;
	status: number;
	indexed: boolean;
	conversations: { id: number; body: string; body_text: string; incoming: boolean; private: boolean; user_id: number | null; created_at: string }[];
}

const unauthorized: FakeAnswer = { status: 401, json: { code: "invalid_credentials", message: "You have to be logged in to perform this action." } };

/** Starts the desk. */
export async function startFakeFreshdesk({ customFields = [] }: FreshdeskOptions = {}): Promise<FakeFreshdesk> {
	const kept: Kept[] = [];
	const users = new Map<string, number>();
	const desk = await startFakeDesk({
		targetOf: ({ method, path }) => {
			if (method === "POST" && path === "/api/v2/tickets") return "ticket";
			return (method === "POST" || method === "PUT") && /^\/api\/v2\/tickets\/\d+/.test(path) ? "note" : null;
		},
		refusals: {
			validation: invalid({ field: "email", message: "It should be in the 'valid email address' format", code: "invalid_value" }),
			unauthorized,
			tooMany: (seconds) => ({
				status: 429,
				headers: { "retry-after": String(seconds) },
				json: { message: "You have exceeded the limit of requests per minute" },
			}),
		},
		async answer(request, tickets) {
			const [user = ""] = Buffer.from(/^Basic (.+)$/.exec(request.headers.authorization ?? "")?.[1] ?? "", "base64")
				.toString("utf8")
				.split(":");
			if (user !== freshdeskKey) throw new Refused(unauthorized);
			const [, number = "", part = ""] = /^\/api\/v2\/tickets(?:\/(\d+))?(?:\/([a-z]+))?$/.exec(request.path) ?? [];
			if (request.method === "GET" && request.path === "/api/v2/search/tickets") return search(request.query);
			if (!request.path.startsWith("/api/v2/tickets")) return { status: 404 };
			switch (`${request.method} ${number && ":id"}${part && `/${part}`}`) {
				case "POST ":
					return create(await readBody(createBody, request), tickets);
				case "GET ":
					return { status: 200, json: list(request.query).map((ticket) => shape(ticket, request.query.get("include"))) };
				case "GET :id":
					return { status: 200, json: { ...shape(find(number), "description"), conversations: find(number).conversations.slice(0, 10) } };
				case "PUT :id":
					return update(find(number), await readBody(updateBody, request));
				case "POST :id/notes":
					return add(find(number), await readBody(noteBody, request), false);
				case "POST :id/reply":
					return add(find(number), await readBody(replyBody, request), true);
				case "GET :id/conversations":
					return { status: 200, json: page(find(number).conversations, request.query) };
				default:
					return {
						status: 405,
						headers: { allow: "GET, POST, PUT" },
						json: { message: `${request.method} method is not allowed. It should be one of these method(s): GET` },
					};
			}
		},
	});
	return Object.assign(desk, { index: () => kept.forEach((ticket) => (ticket.indexed = true)) });

	function find(number: string): Kept {
		const ticket = kept.find((candidate) => candidate.id === Number(number));
		if (!ticket) throw new Refused({ status: 404 });
		return ticket;
	}

	function checkFields(fields: object = {}): void {
		const unknown = Object.keys(fields).filter((field) => !customFields.includes(field));
		if (unknown.length > 0)
			throw new Refused(invalid(...unknown.map((field) => ({ field, message: "Unexpected/invalid field in request", code: "invalid_field" }))));
	}

	function create({ sent, files }: Read<typeof createBody>, tickets: FakeTicket[]): FakeAnswer {
		checkFields(sent.custom_fields);
		const seen = readHtml(sent.description);
		const who = sent.email ?? sent.unique_external_id ?? "";
		const requesterId = sent.requester_id ?? users.get(who) ?? 6_000_000 + users.size;
		users.set(who, requesterId);
		const number = 101 + kept.length;
		const shown: FakeTicket = {
			reference: String(number),
			subject: sent.subject,
			text: `${seen.text}\nRequester: ${sent.name ?? ""} <${sent.email ?? ""}>`,
			notes: [],
			files,
			open: sent.status < 4,
			alarms: seen.alarms,
		};
		const ticket: Kept = { id: number, shown, sent, requesterId, status: sent.status, indexed: false, conversations: [] };
		kept.push(ticket);
		tickets.push(shown);
		return {
			status: 201,
			headers: { location: `${desk.url}/api/v2/tickets/${number}` },
			json: { ...shape(ticket, "description"), attachments: files.map(({ name }) => ({ name })) },
		};
	}

	function update(ticket: Kept, { sent, files }: Read<typeof updateBody>): FakeAnswer {
		checkFields(sent.custom_fields);
		ticket.status = sent.status ?? ticket.status;
		ticket.shown.open = ticket.status < 4;
		ticket.shown.files.push(...files);
		return { status: 200, json: shape(ticket, "description") };
	}

	function add(ticket: Kept, { sent, files }: Read<typeof noteBody | typeof replyBody>, isReply: boolean): FakeAnswer {
		const seen = readHtml(sent.body);
		ticket.shown.notes.push(seen.text);
		ticket.shown.alarms.push(...seen.alarms);
		ticket.shown.files.push(...files);
		const incoming = "incoming" in sent && sent.incoming === true;
		// What comes from the requester opens a resolved ticket again.
		if (incoming && ticket.status >= 4) ticket.status = 2;
		ticket.shown.open = ticket.status < 4;
		const conversation = {
			id: ticket.id * 100 + ticket.conversations.length,
			body: sent.body,
			body_text: seen.text,
			incoming,
			private: "private" in sent ? sent.private !== false : !isReply,
			user_id: sent.user_id ?? null,
			created_at: "2026-11-20T10:00:00Z",
		};
		ticket.conversations.push(conversation);
		return { status: 201, json: { ...conversation, ticket_id: ticket.id } };
	}

	function list(query: URLSearchParams): Kept[] {
		const known = [
			"filter",
			"requester_id",
			"email",
			"unique_external_id",
			"company_id",
			"updated_since",
			"order_by",
			"order_type",
			"include",
			"page",
			"per_page",
		];
		const unknown = [...query.keys()].filter((name) => !known.includes(name));
		if (unknown.length > 0)
			throw new Refused(invalid(...unknown.map((field) => ({ field, message: "Unexpected/invalid field in request", code: "invalid_field" }))));
		const email = query.get("email");
		if (email !== null && !users.has(email))
			throw new Refused(invalid({ field: "email", message: "There is no contact matching the given email", code: "invalid_value" }));
		const requester = query.get("requester_id");
		const found = kept.filter((ticket) => (email === null || ticket.sent.email === email) && (requester === null || ticket.requesterId === Number(requester)));
		// Newest first is the default order.
		return page(found.toReversed(), query);
	}

	/** "It may take a few minutes for newly created tickets to be indexed." The query stands in double quotes. */
	function search(query: URLSearchParams): FakeAnswer {
		const [, asked = ""] = /^"(.*)"$/.exec(query.get("query") ?? "") ?? [];
		if (asked === "" || asked.length > 512) throw new Refused(invalid({ field: "query", message: "is invalid", code: "invalid_value" }));
		const results = kept.filter(
			({ indexed, sent }) =>
				indexed && [...Object.values(sent.custom_fields ?? {}), ...(sent.tags ?? [])].some((value) => asked.includes(`'${String(value)}'`)),
		);
		return { status: 200, json: { total: results.length, results: results.map((ticket) => shape(ticket, null)) } };
	}

	function shape({ id: number, sent, requesterId, status: state }: Kept, include: string | null): object {
		const { subject, tags = [], custom_fields = {}, group_id = null, priority: urgency } = sent;
		const base = {
			id: number,
			subject,
			status: state,
			priority: urgency,
			tags,
			custom_fields,
			group_id,
			requester_id: requesterId,
			created_at: "2026-11-20T10:00:00Z",
		};
		return include?.includes("description") ? { ...base, description: sent.description, description_text: readHtml(sent.description).text } : base;
	}
}

function page<Item>(items: Item[], query: URLSearchParams): Item[] {
	const size = Math.min(Number(query.get("per_page") ?? 30), 100);
	const from = (Number(query.get("page") ?? 1) - 1) * size;
	return items.slice(from, from + size);
}
