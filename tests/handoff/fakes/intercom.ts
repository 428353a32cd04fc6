import type * as z from "zod";
import { bearerOf, checked } from "./checked.ts";
import { Refused, startFakeDesk, type FakeAnswer, type FakeDesk, type FakeRequest, type FakeTicket } from "./fake-desk.ts";
import {
	describe,
	describeContact,
	describeType,
	failure,
	intercomTicketType,
	invalid,
	states,
	unauthorized,
	type Contact,
	type Stored,
} from "./intercom-answers.ts";
import { createContact, createTicket, meets, replyTicket, searchRequest, updateTicket } from "./intercom-schema.ts";
import { readHtml } from "./read-text.ts";

/**
 * Intercom's tickets, API 2.14. Tickets take no files; replies take addresses of images.
 *
 * @see https://developers.intercom.com/docs/references/rest-api/api.intercom.io/tickets, https://developers.intercom.com/docs/references/rest-api/errors/rate-limiting
 * and the published OpenAPI description (intercom-client 7.0.3), read on 2026-11-21
 */
export const intercomToken = "dG9rOmV4YW1wbGU=";

const versions = /^(?:2\.(?:9|1[0-7])|Unstable)$/;

interface Options {
	/** Epoch milliseconds. */
	now: () => number;
	/** Attributes that the ticket type was given, by id. */
	attributes?: Record<string, string>;
}

/** Starts Intercom. */
export function startFakeIntercom({ now, attributes: own = {} }: Options): Promise<FakeDesk> {
	const tickets: Stored[] = [];
	const contacts: Contact[] = [];
	const known = new Set(["_default_title_", "_default_description_", ...Object.values(own)]);
	return startFakeDesk({
		targetOf({ method, path }) {
			if (method !== "POST") return null;
			return path === "/tickets" ? "ticket" : path.endsWith("/reply") ? "note" : null;
		},
		refusals: {
			validation: failure(400, "parameter_invalid", "Ticket type is invalid"),
			unauthorized,
			tooMany: (seconds) => ({
				...failure(429, "rate_limit_exceeded", "Exceeded rate limit of 167 in 10_seconds"),
				headers: { "x-ratelimit-limit": "167", "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(Math.ceil(now() / 1000) + seconds) },
			}),
		},
		answer,
	});

	function answer(request: FakeRequest, seen: FakeTicket[]): FakeAnswer {
		if (bearerOf(request) !== intercomToken) throw new Refused(unauthorized);
		const version = request.headers["intercom-version"];
		if (version !== undefined && !versions.test(String(version)))
			throw new Refused(failure(400, "intercom_version_invalid", "The requested version could not be found"));
		const { method, path } = request;
		const [, kind, id = "", action = ""] = /^\/(tickets|contacts|ticket_types|me)(?:\/([^/]+))?(?:\/([^/]+))?$/.exec(path) ?? [];
		switch (`${method} ${kind ?? path}${id === "search" ? "/search" : id && "/…"}${action && `/${action}`}`) {
			case "POST tickets":
				return { status: 200, json: describe(create(request, seen)) };
			case "POST tickets/search":
				return search(request);
			case "GET tickets/…":
				return { status: 200, json: describe(find(id)) };
			case "PUT tickets/…":
				return { status: 200, json: describe(update(request, find(id))) };
			case "POST tickets/…/reply":
				return { status: 200, json: reply(request, find(id)) };
			case "POST contacts":
				return { status: 200, json: describeContact(addContact(request)) };
			case "POST contacts/search":
				return searchContacts(request);
			case "GET ticket_types/…":
				return { status: 200, json: describeType(own) };
			case "GET me":
				return { status: 200, json: { type: "admin", id: "991", name: "Example", email: "desk@example.com" } };
			default:
				throw new Refused(failure(404, "not_found", "Resource Not Found"));
		}
	}

	function create(request: FakeRequest, seen: FakeTicket[]): Stored {
		const { ticket_type_id: type, contacts: people, ticket_attributes: attributes = {}, assignment } = checked(createTicket, request.json(), invalid);
		if (type !== intercomTicketType) throw new Refused(failure(404, "ticket_type_not_found", "Ticket type not found"));
		checkAttributes(attributes);
		const [person] = people;
		const number = 1390 + tickets.length;
		const ticket: FakeTicket = { reference: String(number), subject: "", text: "", notes: [], files: [], open: true, alarms: [] };
		const stored: Stored = {
			id: String(215_474_900_000 + tickets.length),
			ticketId: String(number),
			contactId: contactOf(person ?? { id: "" }).id,
			createdAt: Math.floor(now() / 1000),
			updatedAt: Math.floor(now() / 1000),
			open: true,
			state: states[0],
			team: assignment?.team_assignee_id ?? null,
			admin: assignment?.admin_assignee_id ?? null,
			attributes,
			parts: [],
			ticket,
		};
		show(stored);
		tickets.push(stored);
		seen.push(ticket);
		return stored;
	}

	function update(request: FakeRequest, stored: Stored): Stored {
		const { ticket_attributes: attributes = {}, ticket_state_id: stateId, open, assignee_id: assignee } = checked(updateTicket, request.json(), invalid);
		checkAttributes(attributes);
		const state = stateId === undefined ? stored.state : states.find(({ id }) => id === stateId);
		if (!state) throw new Refused(failure(400, "parameter_invalid", "Ticket state is invalid"));
		Object.assign(stored, { state, open: open ?? stored.open, team: assignee ?? stored.team, updatedAt: Math.floor(now() / 1000) });
		Object.assign(stored.attributes, attributes);
		stored.ticket.open = stored.open && state.category !== "resolved";
		show(stored);
		return stored;
	}

	function reply(request: FakeRequest, stored: Stored): object {
		const sent = checked(replyTicket, request.json(), invalid);
		const { body, message_type: type, attachment_urls: pictures = [] } = sent;
		if (sent.type === "user")
			contactOf("email" in sent ? { email: sent.email } : "user_id" in sent ? { external_id: sent.user_id } : { id: sent.intercom_user_id });
		const { text, alarms } = readHtml(body);
		stored.ticket.notes.push([text, ...pictures].join("\n"));
		stored.ticket.alarms.push(...alarms);
		// A customer who writes again opens a ticket that was closed.
		if (sent.type === "user") Object.assign(stored, { open: true });
		const part = {
			type: "ticket_part",
			id: String(122 + stored.parts.length),
			part_type: type,
			body,
			created_at: Math.floor(now() / 1000),
			author: { type: sent.type },
		};
		stored.parts.push(part);
		return part;
	}

	function search(request: FakeRequest): FakeAnswer {
		const { query, pagination: { per_page: size = 20 } = {} } = checked(searchRequest, request.json(), invalid);
		const found = tickets.filter((stored) => searched(() => meets(query, fieldsOf(stored)))).map(describe);
		return {
			status: 200,
			json: {
				type: "ticket.list",
				total_count: found.length,
				pages: { type: "pages", page: 1, per_page: size, total_pages: 1 },
				tickets: found.slice(0, size),
			},
		};
	}

	function fieldsOf({ id, createdAt, updatedAt, attributes, contactId, team, admin, open, state }: Stored): Record<string, unknown> {
		return {
			id,
			created_at: createdAt,
			updated_at: updatedAt,
			title: attributes["_default_title_"],
			description: attributes["_default_description_"],
			category: "request",
			ticket_type_id: intercomTicketType,
			contact_ids: [contactId],
			teammate_ids: [],
			admin_assignee_id: admin,
			team_assignee_id: team,
			open,
			state: state?.category,
			snoozed_until: null,
			...Object.fromEntries(Object.entries(own).map(([attribute, name]) => [`ticket_attribute.${attribute}`, attributes[name] ?? null])),
		};
	}

	function searchContacts(request: FakeRequest): FakeAnswer {
		const { query } = checked(searchRequest, request.json(), invalid);
		const found = contacts.filter(({ id, email, externalId, name }) =>
			searched(() => meets(query, { id, email, external_id: externalId, name, role: "user" })),
		);
		return {
			status: 200,
			json: { type: "list", total_count: found.length, pages: { type: "pages", page: 1, per_page: 50, total_pages: 1 }, data: found.map(describeContact) },
		};
	}

	function addContact(request: FakeRequest): Contact {
		const { email = null, external_id: externalId = null, name = null } = checked(createContact, request.json(), invalid);
		const same = contacts.find((contact) => (email !== null && contact.email === email) || (externalId !== null && contact.externalId === externalId));
		if (same) throw new Refused(failure(409, "conflict", `A contact matching those details already exists with id=${same.id}`));
		return keepContact({ email, externalId, name });
	}

	/** The contact of a ticket. An address that is not known yet becomes one. */
	function contactOf(named: z.infer<typeof createTicket>["contacts"][number]): Contact {
		const contact = contacts.find(({ id, email, externalId }) =>
			"id" in named ? id === named.id : "email" in named ? email === named.email : externalId === named.external_id,
		);
		if (contact) return contact;
		if (!("email" in named)) throw new Refused(failure(404, "not_found", "User Not Found"));
		return keepContact({ email: named.email, externalId: null, name: null });
	}

	function keepContact(contact: Omit<Contact, "id">): Contact {
		const kept = { id: `667d61b78a68186f43bafe${(10 + contacts.length).toString(16)}`, ...contact };
		contacts.push(kept);
		return kept;
	}

	function checkAttributes(attributes: Record<string, unknown>): void {
		const unknown = Object.keys(attributes).find((name) => !known.has(name));
		if (unknown !== undefined) throw new Refused(failure(400, "parameter_invalid", `Ticket attribute '${unknown}' does not exist on this ticket type`));
	}

	/** Attributes are shown as they are: they are no HTML. */
	function show({ attributes, ticket }: Stored): void {
		ticket.subject = String(attributes["_default_title_"] ?? "");
		ticket.text = String(attributes["_default_description_"] ?? "");
	}

	function find(id: string): Stored {
		const stored = tickets.find((candidate) => candidate.id === id);
		if (!stored) throw new Refused(failure(404, "ticket_not_found", "Ticket not found"));
		return stored;
	}
}

function searched(test: () => boolean): boolean {
	try {
		return test();
	} catch (error) {
		throw new Refused(failure(400, "invalid_field", error instanceof Error ? error.message : ""));
	}
}
