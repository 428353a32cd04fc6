import type { SettingsOf } from "#contract/destinations.ts";
import { foundAt, holdsMark, madeAt, textAt, wordAt } from "../lib/answer-at.ts";
import { titleOf } from "../lib/cut.ts";
import type { DeskClient } from "../desk-client.ts";
import type { Attempt, ConnectorContext, Destination, HandoffMessage, HandoffNote, Outcome } from "../destination.ts";
import { storyOfNote } from "../lib/note-story.ts";
import { asPlainText, storyOf } from "../ticket-story.ts";
import { ticketNotFoundYet } from "../lib/outcomes.ts";
import { readRefusals, readWait } from "../lib/read-refusals.ts";
import { whenSettled } from "../lib/when-settled.ts";
import { withDesk } from "../lib/with-desk.ts";

const version = "2.14";
const longestTitle = 255;
const pageSize = 50;
const mostPages = 10;
/** After this time the search knows a ticket. In milliseconds. */
const settledMs = 120_000;

/**
 * Makes Intercom tickets, REST API 2.14 (https://developers.intercom.com/docs/references/rest-api/api.intercom.io/tickets). Tickets
 * take no files, so files go as links.
 *
 * Intercom has no idempotency key. The delivery's id stands in the ticket's description, and a later attempt looks through the
 * customer's tickets for it. That search lags behind, so the attempt after one that got no answer waits two minutes: what takes
 * longer than that to be found makes a second ticket.
 */
export function createIntercom({ id, urlFrom, secretFrom, ticketType, groups }: SettingsOf<"intercom">, context: ConnectorContext): Destination {
	const { setting } = context;
	return {
		id,
		deliver: (message, attempt) => withClient(attempt, (client) => deliver(client, message, attempt)),
		addNote: (note, attempt) => withClient(attempt, (client) => addNote(client, note, attempt)),
	};

	function withClient(attempt: Attempt, work: (client: DeskClient) => Promise<Outcome>): Promise<Outcome> {
		const token = setting(secretFrom);
		const headers = { authorization: `Bearer ${token}`, "intercom-version": version };
		const waitOf = (answered: Headers) => Number(answered.get("x-ratelimit-reset") ?? Number.NaN) * 1000;
		return withDesk(context, { url: setting(urlFrom), needs: [token], headers }, attempt, (client) => work(readRefusals(client, readWait(waitOf))));
	}

	async function deliver(client: DeskClient, message: HandoffMessage, { again, now }: Attempt): Promise<Outcome> {
		const found = again ? await findTicket(client, message.customer.email, message.deliveryId) : null;
		if (found) return { kind: "delivered", deskReference: wordAt(found, "ticket_id") };
		const team = groups[message.team];
		const ticket = {
			ticket_type_id: ticketType,
			// Intercom makes the contact where there is none with this address.
			contacts: [{ email: message.customer.email }],
			ticket_attributes: {
				_default_title_: titleOf(message, longestTitle),
				_default_description_: `${asPlainText(storyOf(message))}\n\n${markOf(message.deliveryId)}`,
			},
			...(team !== undefined && { assignment: { team_assignee_id: team } }),
			...(message.test && { skip_notifications: true }),
		};
		const deskReference = await whenSettled(async () => madeAt((await client.call({ path: "/tickets", json: ticket })).json, "ticket_id"), now + settledMs);
		return { kind: "delivered", deskReference };
	}

	async function addNote(client: DeskClient, note: HandoffNote, attempt: Attempt): Promise<Outcome> {
		const ticket = await findTicket(client, note.customer.email, note.ticketDeliveryId);
		const ticketId = textAt(ticket, "id");
		if (ticketId === null) return ticketNotFoundYet(note, attempt);
		const path = `/tickets/${encodeURIComponent(ticketId)}`;
		if (!(attempt.again && (await hasPart(client, path, note.deliveryId)))) {
			const words = note.kind === "note" ? note.text : asPlainText(storyOfNote(note));
			const body = `${disarm(words)}\n\n${markOf(note.deliveryId)}`;
			await client.call({ path: `${path}/reply`, json: { message_type: "comment", type: "user", email: note.customer.email, body } });
		}
		if (note.kind !== "note") await client.call({ method: "PUT", path, json: { open: note.kind === "reopened" } });
		return { kind: "delivered", deskReference: note.deskReference };
	}
}

/** What a later attempt recognises a text by. */
function markOf(deliveryId: string): string {
	return `Delivery: ${deliveryId}`;
}

/**
 * A customer's reply is text, says Intercom's documentation, and shows HTML in its examples: a mark of no width makes every
 * "<tag" and "&entity;" mere letters either way.
 */
function disarm(text: string): string {
	return text.replace(/<(?=[a-z/!?])|&(?=#?\w+;)/gi, "$&\u200B");
}

/** The customer's ticket that a delivery has made. */
async function findTicket(client: DeskClient, email: string, deliveryId: string): Promise<unknown> {
	const contacts = await client.call({ path: "/contacts/search", json: { query: { field: "email", operator: "=", value: email } } });
	const ids = foundAt(contacts.json, "data").flatMap((contact) => textAt(contact, "id") ?? []);
	for (const contactId of ids) {
		const query = { field: "contact_ids", operator: "=", value: contactId };
		let after: string | null = null;
		for (let page = 0; page < mostPages; page++) {
			const pagination: object = { per_page: pageSize, ...(after !== null && { starting_after: after }) };
			const { json }: { json: unknown } = await client.call({ path: "/tickets/search", json: { query, pagination } });
			const found = foundAt(json, "tickets").find((ticket) => holdsMark(ticket, markOf(deliveryId)));
			after = textAt(json, "pages", "next", "starting_after");
			if (found !== undefined) return found;
			if (after === null) break;
		}
	}
	return null;
}

/** Whether a note stands on the ticket already. */
async function hasPart(client: DeskClient, path: string, deliveryId: string): Promise<boolean> {
	const { json } = await client.call({ method: "GET", path });
	return holdsMark(foundAt(json, "ticket_parts", "ticket_parts"), markOf(deliveryId));
}
