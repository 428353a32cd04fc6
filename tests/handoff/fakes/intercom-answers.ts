import type { Complaint } from "./checked.ts";
import type { FakeAnswer, FakeTicket } from "./fake-desk.ts";

/** The only ticket type. */
export const intercomTicketType = "1234";

/** States of the ticket type, as `GET /ticket_types/{id}` lists them. */
export const states = [
	{ type: "ticket_state", id: "8001", category: "submitted", internal_label: "Submitted", external_label: "Submitted" },
	{ type: "ticket_state", id: "8002", category: "in_progress", internal_label: "In progress", external_label: "In progress" },
	{ type: "ticket_state", id: "8003", category: "waiting_on_customer", internal_label: "Waiting on customer", external_label: "Waiting" },
	{ type: "ticket_state", id: "8004", category: "resolved", internal_label: "Resolved", external_label: "Resolved" },
];

/** A ticket as Intercom holds it. */
export interface Stored {
	id: string;
	ticketId: string;
	contactId: string;
	createdAt: number;
	updatedAt: number;
	open: boolean;
	state: (typeof states)[number] | undefined;
	team: string | null;
	admin: string | null;
	attributes: Record<string, unknown>;
	parts: { id: string; part_type: string; body: string; created_at: number; author: object }[];
	ticket: FakeTicket;
}

/** A contact as Intercom holds it. */
export interface Contact {
	id: string;
	email: string | null;
	externalId: string | null;
	name: string | null;
}

/** A refusal. */
export function failure(status: number, code: string, message: string): FakeAnswer {
	return { status, json: { type: "error.list", request_id: crypto.randomUUID(), errors: [{ code, message }] } };
}
/** A body that the schema does not take. */
export const invalid = (complaints: Complaint[]): FakeAnswer =>
	failure(400, "parameter_invalid", complaints.map(({ path, message }) => `${path} ${message}`).join("; "));
/** The token is not known. */
export const unauthorized = failure(401, "unauthorized", "Access Token Invalid");

/** The only ticket type, with the attributes it was given by id. */
export function describeType(own: Record<string, string>): object {
	const attributes = Object.entries(own).map(([id, name]) => ({ type: "ticket_type_attribute", id, name, data_type: "string", archived: false }));
	return {
		type: "ticket_type",
		id: intercomTicketType,
		name: "Question",
		category: "Customer",
		archived: false,
		ticket_type_attributes: { type: "list", data: attributes },
		ticket_states: { type: "list", data: states },
	};
}

/** A contact in an answer. */
export function describeContact({ id, email, externalId, name }: Contact): object {
	return { type: "contact", id, external_id: externalId, email, name, role: "user" };
}

/** A ticket in an answer. */
export function describe({ id, ticketId, contactId, createdAt, updatedAt, open, state, team, admin, attributes, parts }: Stored): object {
	return {
		type: "ticket",
		id,
		ticket_id: ticketId,
		category: "Customer",
		ticket_attributes: attributes,
		ticket_state: state,
		ticket_type: { type: "ticket_type", id: intercomTicketType, name: "Question", category: "Customer" },
		contacts: { type: "contact.list", contacts: [{ type: "contact", id: contactId }] },
		admin_assignee_id: admin,
		team_assignee_id: team,
		created_at: createdAt,
		updated_at: updatedAt,
		open,
		is_shared: true,
		ticket_parts: { type: "ticket_part.list", ticket_parts: parts, total_count: parts.length },
	};
}
