import type { SettingsOf } from "#contract/destinations.ts";
import { foundAt, holdsMark, listAt, madeAt, textAt } from "../lib/answer-at.ts";
import { titleOf } from "../lib/cut.ts";
import { DeskRefusal, type DeskClient } from "../desk-client.ts";
import type { Attempt, ConnectorContext, Destination, HandoffAttachment, HandoffMessage, HandoffNote, Outcome } from "../destination.ts";
import { fitStory } from "../lib/fit-text.ts";
import { storyOfNote } from "../lib/note-story.ts";
import { ticketNotFound } from "../lib/outcomes.ts";
import { asHtml, asPlainText, storyOf } from "../ticket-story.ts";
import { withDesk } from "../lib/with-desk.ts";

const urgency: Record<string, string> = { P1: "URGENT", P2: "HIGH", P3: "MEDIUM" };
const longestSubject = 255;
const longestContent = 65_536;
/** Records that one call reads. */
const mostRead = 50;

/** HubSpot's own kinds of association. */
const contactOfTicket = { associationCategory: "HUBSPOT_DEFINED", associationTypeId: 16 };
const ticketOfNote = { associationCategory: "HUBSPOT_DEFINED", associationTypeId: 228 };

/**
 * Makes HubSpot tickets, CRM API v3 (https://developers.hubspot.com/docs/api-reference/legacy/crm/objects/tickets/guide). Files are
 * uploaded (https://developers.hubspot.com/docs/api-reference/legacy/files/guide) and hang on a note; their links stand in the
 * ticket as well, so that none is lost when an upload fails.
 *
 * The delivery's id is the value of a property of tickets that HubSpot keeps unique: a second ticket is refused, and a later
 * attempt reads the first by that value, from the database and not from the search.
 */
export function createHubspot(settings: SettingsOf<"hubspot">, context: ConnectorContext): Destination {
	const { id, urlFrom, secretFrom, pipeline, stage, closedStage, idProperty } = settings;
	const { setting } = context;
	return {
		id,
		deliver: (message, attempt) => withClient(attempt, (client) => deliver(client, message, attempt)),
		addNote: (note, attempt) => withClient(attempt, (client) => addNote(client, note, attempt)),
	};

	function withClient(attempt: Attempt, work: (client: DeskClient) => Promise<Outcome>): Promise<Outcome> {
		const token = setting(secretFrom);
		return withDesk(context, { url: setting(urlFrom), needs: [token], headers: { authorization: `Bearer ${token}` } }, attempt, work);
	}

	async function deliver(client: DeskClient, message: HandoffMessage, { again }: Attempt): Promise<Outcome> {
		const known = again ? await findTicket(client, message.deliveryId) : null;
		const ticket = known ?? (await createTicket(client, message));
		// The ticket stands and holds the links: no file is worth a second attempt.
		if (message.attachments.length > 0) await attachFiles(client, ticket, message, known !== null).catch(ignoreRefusal);
		return { kind: "delivered", deskReference: ticket };
	}

	async function createTicket(client: DeskClient, message: HandoffMessage): Promise<string> {
		const contact = await contactOf(client, message);
		const properties = {
			subject: titleOf(message, longestSubject),
			content: fitStory(storyOf(message), asPlainText, ({ length }) => length, longestContent),
			hs_pipeline: pipeline,
			hs_pipeline_stage: stage,
			hs_ticket_priority: urgency[message.priority] ?? "LOW",
			[idProperty]: message.deliveryId,
		};
		const associations = contact === null ? [] : [{ to: { id: contact }, types: [contactOfTicket] }];
		try {
			const { json } = await client.call({ path: "/crm/v3/objects/tickets", json: { properties, associations } });
			return madeAt(json, "id");
		} catch (error) {
			// HubSpot refuses a value that is there already with 400 or 409: an earlier attempt has arrived after all.
			const found = error instanceof DeskRefusal && (error.status === 400 || error.status === 409) ? await findTicket(client, message.deliveryId) : null;
			if (found === null) throw error;
			return found;
		}
	}

	async function addNote(client: DeskClient, note: HandoffNote, { again }: Attempt): Promise<Outcome> {
		const ticket = note.deskReference ?? (await findTicket(client, note.ticketDeliveryId));
		if (ticket === null) return ticketNotFound;
		if (!(again && (await hasNote(client, ticket, note.deliveryId)))) {
			await writeNote(client, ticket, asHtml(storyOfNote(note)), note.deliveryId, note.createdAt);
		}
		if (note.kind !== "note") {
			const properties = { hs_pipeline_stage: note.kind === "closed" ? closedStage : stage };
			await client.call({ method: "PATCH", path: `/crm/v3/objects/tickets/${encodeURIComponent(ticket)}`, json: { properties } });
		}
		return { kind: "delivered", deskReference: ticket };
	}

	async function findTicket(client: DeskClient, deliveryId: string): Promise<string | null> {
		const query = new URLSearchParams({ idProperty });
		return find(client, `/crm/v3/objects/tickets/${encodeURIComponent(deliveryId)}?${query.toString()}`);
	}
}

/** Id of a record; null where there is none. */
async function find(client: DeskClient, path: string): Promise<string | null> {
	try {
		return textAt((await client.call({ method: "GET", path })).json, "id");
	} catch (error) {
		if (error instanceof DeskRefusal && error.status === 404) return null;
		throw error;
	}
}

/** The customer's contact, made where there is none; what is known of a contact is never changed by what somebody typed. */
async function contactOf(client: DeskClient, { customer: { email, name, company } }: HandoffMessage): Promise<string | null> {
	const path = `/crm/v3/objects/contacts/${encodeURIComponent(email)}?idProperty=email`;
	try {
		const known = await find(client, path);
		if (known !== null) return known;
		const { json } = await client.call({ path: "/crm/v3/objects/contacts", json: { properties: { email, firstname: name, company } } });
		return textAt(json, "id");
	} catch (error) {
		if (!(error instanceof DeskRefusal) || error.outcome.kind !== "dead" || error.status === 401) throw error;
		// Somebody else made the contact in between. A token that may not see contacts can still make the ticket, which names the customer.
		return error.status === 409 ? find(client, path) : null;
	}
}

async function attachFiles(client: DeskClient, ticket: string, { deliveryId, createdAt, attachments }: HandoffMessage, again: boolean): Promise<void> {
	if (again && (await hasNote(client, ticket, deliveryId))) return;
	const files: string[] = [];
	for (const attachment of attachments) {
		const file = await upload(client, attachment, deliveryId).catch(() => null);
		if (file !== null) files.push(file);
	}
	if (files.length > 0) await writeNote(client, ticket, "<p>Files that the customer sent along.</p>", deliveryId, createdAt, files);
}

async function upload(client: DeskClient, { name, type, read }: HandoffAttachment, deliveryId: string): Promise<string | null> {
	const form = new FormData();
	form.set("file", new Blob([await read()], { type }), name);
	form.set("fileName", name);
	form.set("folderPath", `/tickets/${deliveryId}`);
	form.set("options", JSON.stringify({ access: "PRIVATE" }));
	return textAt((await client.call({ path: "/files/v3/files", body: form })).json, "id");
}

async function writeNote(client: DeskClient, ticket: string, html: string, deliveryId: string, createdAt: string, files: string[] = []): Promise<void> {
	const properties = {
		hs_timestamp: createdAt,
		hs_note_body: `${html}<p>Delivery: ${deliveryId}</p>`,
		...(files.length > 0 && { hs_attachment_ids: files.join(";") }),
	};
	await client.call({ path: "/crm/v3/objects/notes", json: { properties, associations: [{ to: { id: ticket }, types: [ticketOfNote] }] }, ignoreAnswer: true });
}

/** Whether a note of ours stands on the ticket already. */
async function hasNote(client: DeskClient, ticket: string, deliveryId: string): Promise<boolean> {
	const { json } = await client.call({ method: "GET", path: `/crm/v3/objects/tickets/${encodeURIComponent(ticket)}?associations=notes` });
	const ids = [...new Set(listAt(json, "associations", "notes", "results").flatMap((note) => textAt(note, "id") ?? []))];
	for (let from = 0; from < ids.length; from += mostRead) {
		const inputs = ids.slice(from, from + mostRead).map((id) => ({ id }));
		const notes = await client.call({ path: "/crm/v3/objects/notes/batch/read", json: { properties: ["hs_note_body"], inputs } });
		if (holdsMark(foundAt(notes.json, "results"), deliveryId)) return true;
	}
	return false;
}

function ignoreRefusal(error: unknown): void {
	if (!(error instanceof DeskRefusal)) throw error;
}
