import type { SettingsOf } from "#contract/destinations.ts";
import { answerAt, foundAt, holdsMark, listAt, madeAt, wordAt } from "../lib/answer-at.ts";
import { basicAuth } from "../lib/basic-auth.ts";
import { cut, onOneLine, titleOf } from "../lib/cut.ts";
import { DeskRefusal, type DeskClient } from "../desk-client.ts";
import type { Attempt, ConnectorContext, Destination, HandoffAttachment, HandoffMessage, HandoffNote, Outcome } from "../destination.ts";
import { ifAllowed } from "../lib/if-allowed.ts";
import { storyOfNote } from "../lib/note-story.ts";
import { ticketNotFound } from "../lib/outcomes.ts";
import { disarmPlaceholders } from "../lib/placeholders.ts";
import { asHtml, storyOf } from "../ticket-story.ts";
import { takeFiles } from "../lib/take-files.ts";
import { whenSettled } from "../lib/when-settled.ts";
import { withDesk } from "../lib/with-desk.ts";

const longestSubject = 255;
const longestTag = 32;
/** All files of a ticket together. In bytes. */
const largestFiles = 20_000_000;
const pageSize = 100;
const mostPages = 10;
const priorities: Record<string, number> = { P1: 4, P2: 3, P3: 2, P4: 1, P5: 1 };
const open = 2;
const resolved = 4;
/** Pending, resolved, closed, waiting on customer: a customer who writes ends the waiting. */
const waiting = new Set<unknown>([3, resolved, 5, 6]);
/** Where a ticket comes from: the portal. */
const portal = 2;
/** After this time an attempt that got no answer has ended at the desk, one way or the other. In milliseconds. */
const settledMs = 60_000;

/**
 * Makes Freshdesk tickets, API v2 (https://developers.freshdesk.com/api/#tickets). What the customer adds later is a private note:
 * a public one would be mailed to the one who wrote it.
 *
 * Freshdesk has neither an idempotency key nor an external id of tickets. The delivery's id is a tag, and a later attempt looks for
 * it in the list of the customer's tickets, which, other than Freshdesk's search, does not lag behind some minutes. An attempt that
 * got no answer may still be under way at the desk, so the next one waits a minute: what takes longer than that at the desk makes a
 * second ticket. A note carries its id in its text.
 */
export function createFreshdesk({ id, urlFrom, secretFrom, groups }: SettingsOf<"freshdesk">, context: ConnectorContext): Destination {
	const { setting } = context;
	return {
		id,
		deliver: (message, attempt) => withClient(attempt, (client) => deliver(client, message, attempt)),
		addNote: (note, attempt) => withClient(attempt, (client) => addNote(client, note, attempt)),
	};

	function withClient(attempt: Attempt, work: (client: DeskClient) => Promise<Outcome>): Promise<Outcome> {
		const [url, key] = [setting(urlFrom), setting(secretFrom)];
		// The key is the name; Freshdesk looks at no password.
		return withDesk(context, { url, needs: [key], headers: { authorization: basicAuth(key, "X") } }, attempt, work);
	}

	async function deliver(client: DeskClient, message: HandoffMessage, { again, now }: Attempt): Promise<Outcome> {
		const found = again ? await findTicket(client, message.customer.email, message.deliveryId) : undefined;
		if (found !== undefined) return { kind: "delivered", deskReference: wordAt(found, "id") };
		const { taken, left } = await takeFiles(message.attachments, largestFiles);
		const files = taken.map(({ file: { name, type }, bytes }) => new File([bytes], name, { type }));
		try {
			return await createTicket(client, message, files, left, now);
		} catch (error) {
			// It may be a file that is refused: the ticket comes without.
			if (files.length === 0 || !(error instanceof DeskRefusal) || (error.status !== 400 && error.status !== 413)) throw error;
			return createTicket(client, message, [], message.attachments, now);
		}
	}

	async function createTicket(client: DeskClient, message: HandoffMessage, files: File[], left: HandoffAttachment[], now: number): Promise<Outcome> {
		const team = groups[message.team];
		const ticket = {
			name: onOneLine(message.customer.name),
			email: message.customer.email,
			subject: cut(disarmPlaceholders(titleOf(message, longestSubject)), longestSubject),
			description: disarmPlaceholders(asHtml(storyOf({ ...message, attachments: left }))),
			status: open,
			priority: priorities[message.priority] ?? 1,
			source: portal,
			tags: ["tier_zero", tagOf(message.deliveryId), message.category.id.slice(0, longestTag)],
			...(team !== undefined && { group_id: Number(team) }),
		};
		const sent = files.length > 0 ? { body: asForm(ticket, files) } : { json: ticket };
		const deskReference = await whenSettled(async () => madeAt((await client.call({ path: "/api/v2/tickets", ...sent })).json, "id"), now + settledMs);
		return { kind: "delivered", deskReference };
	}

	async function addNote(client: DeskClient, note: HandoffNote, { again }: Attempt): Promise<Outcome> {
		const ticket =
			note.deskReference === null
				? await findTicket(client, note.customer.email, note.ticketDeliveryId)
				: (await client.call({ method: "GET", path: `/api/v2/tickets/${encodeURIComponent(note.deskReference)}` })).json;
		const ticketId = wordAt(ticket, "id");
		if (ticketId === null) return ticketNotFound;
		const path = `/api/v2/tickets/${encodeURIComponent(ticketId)}`;
		if (!again || !(await hasNote(client, path, note.deliveryId))) {
			const body = disarmPlaceholders(asHtml([...storyOfNote(note), { heading: "Delivery", text: note.deliveryId }]));
			await client.call({ path: `${path}/notes`, json: { body, private: true, incoming: true }, ignoreAnswer: true });
		}
		const status = note.kind === "closed" ? resolved : note.kind === "reopened" || waiting.has(answerAt(ticket, "status")) ? open : undefined;
		if (status !== undefined) await ifAllowed(() => client.call({ method: "PUT", path, json: { status }, ignoreAnswer: true }));
		return { kind: "delivered", deskReference: ticketId };
	}
}

/** A tag has at most 32 characters: a UUID without its hyphens. */
function tagOf(deliveryId: string): string {
	return deliveryId.replaceAll("-", "").slice(0, longestTag);
}

/** The customer's ticket that a delivery has made. */
async function findTicket(client: DeskClient, email: string, deliveryId: string): Promise<unknown> {
	try {
		const { json } = await client.call({ method: "GET", path: `/api/v2/tickets?email=${encodeURIComponent(email)}&per_page=${pageSize}` });
		return foundAt(json).find((ticket) => listAt(ticket, "tags").includes(tagOf(deliveryId)));
	} catch (error) {
		// Freshdesk's answer for an address that has no contact, thus no ticket.
		const strange = error instanceof DeskRefusal && error.status === 400 ? listAt(error.answer?.json, "errors") : [];
		if (strange.some((complaint) => answerAt(complaint, "field") === "email")) return undefined;
		throw error;
	}
}

/** Whether a note stands on the ticket already. */
async function hasNote(client: DeskClient, path: string, deliveryId: string): Promise<boolean> {
	for (let page = 1; page <= mostPages; page++) {
		const { json } = await client.call({ method: "GET", path: `${path}/conversations?per_page=${pageSize}&page=${page}` });
		const conversations = foundAt(json);
		if (holdsMark(conversations, deliveryId)) return true;
		if (conversations.length < pageSize) return false;
	}
	return false;
}

/** A ticket with files travels as a form. */
function asForm(ticket: Record<string, string | number | string[]>, files: File[]): FormData {
	const form = new FormData();
	for (const [name, value] of Object.entries(ticket))
		for (const one of Array.isArray(value) ? value : [value]) form.append(Array.isArray(value) ? `${name}[]` : name, String(one));
	for (const file of files) form.append("attachments[]", file);
	return form;
}
