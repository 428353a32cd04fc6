import type { SettingsOf } from "#contract/destinations.ts";
import { foundAt, holdsMark, madeAt, textAt, wordAt } from "../lib/answer-at.ts";
import { toBase64 } from "../lib/base64.ts";
import { grantedClient } from "../lib/client-credentials.ts";
import { cut, onOneLine, titleOf } from "../lib/cut.ts";
import { DeskRefusal, type DeskClient } from "../desk-client.ts";
import type { Attempt, ConnectorContext, Destination, HandoffAttachment, HandoffMessage, HandoffNote, Outcome } from "../destination.ts";
import { storyOfNote } from "../lib/note-story.ts";
import { asHtml, escapeHtml, storyOf } from "../ticket-story.ts";
import { ticketNotFoundYet } from "../lib/outcomes.ts";
import { readRefusals, readWait } from "../lib/read-refusals.ts";
import { takeFiles } from "../lib/take-files.ts";
import { whenSettled } from "../lib/when-settled.ts";
import { withDesk } from "../lib/with-desk.ts";

const longestSubject = 250;
const longestName = 40;
const longestCompany = 60;
/** Files travel within the message, as base64; more would not fit a Worker's memory. In bytes, together. */
const largestFiles = 10 * 1024 * 1024;
const mostPages = 10;
/** After this time the search knows a conversation. In milliseconds. */
const settledMs = 60_000;

/**
 * Makes Help Scout conversations, Inbox API 2.0 (https://developer.helpscout.com/mailbox-api/endpoints/conversations/create): the
 * customer's words as the customer's message, the whole story as a note for the team, both in one call.
 *
 * Help Scout has no idempotency key. The delivery's id stands in the note, and a later attempt looks through the customer's
 * conversations for it. That search lags behind, so the attempt after one that got no answer waits a minute: what takes longer than
 * that to be found makes a second one.
 */
export function createHelpscout(settings: SettingsOf<"helpscout">, context: ConnectorContext): Destination {
	const { id, urlFrom, clientFrom, secretFrom, mailbox, groups } = settings;
	const { setting } = context;
	return {
		id,
		deliver: (message, attempt) => withClient(attempt, (client) => deliver(client, message, attempt)),
		addNote: (note, attempt) => withClient(attempt, (client) => addNote(client, note, attempt)),
	};

	function withClient(attempt: Attempt, work: (client: DeskClient) => Promise<Outcome>): Promise<Outcome> {
		const [url, app, secret] = [setting(urlFrom), setting(clientFrom), setting(secretFrom)];
		const waitOf = (headers: Headers) => attempt.now + Number(headers.get("x-ratelimit-retry-after") ?? Number.NaN) * 1000;
		return withDesk(context, { url, needs: [app, secret] }, attempt, async (client) =>
			work(await grantedClient(readRefusals(client, readWait(waitOf)), "/v2/oauth2/token", app, secret)),
		);
	}

	async function deliver(client: DeskClient, message: HandoffMessage, { again, now }: Attempt): Promise<Outcome> {
		const found = again ? await findMarked(client, message.customer.email, message.deliveryId) : null;
		if (found) return { kind: "delivered", deskReference: wordAt(found, "number") };
		const { taken, left } = await takeFiles(message.attachments, largestFiles);
		const files = taken.map(({ file: { name, type }, bytes }) => ({ fileName: name, mimeType: type, data: toBase64(new Uint8Array(bytes)) }));
		try {
			return await whenSettled(() => create(client, message, files, left), now + settledMs);
		} catch (error) {
			// A file that is not welcome there must not keep the ticket out.
			if (files.length === 0 || !(error instanceof DeskRefusal) || error.outcome.kind !== "dead" || error.status === 401) throw error;
			return whenSettled(() => create(client, message, [], message.attachments), now + settledMs);
		}
	}

	async function create(client: DeskClient, message: HandoffMessage, files: InlineFile[], links: HandoffAttachment[]): Promise<Outcome> {
		const customer = customerOf(message.customer);
		const assignee = Number(groups[message.team] ?? Number.NaN);
		const { headers } = await client.call({
			path: "/v2/conversations",
			json: {
				subject: titleOf(message, longestSubject),
				customer,
				mailboxId: mailbox,
				type: "email",
				status: "active",
				tags: [message.priority.toLowerCase(), message.category.id],
				...(Number.isInteger(assignee) && { assignTo: assignee }),
				threads: [
					{ type: "customer", customer, text: paragraph(message.description), ...(files.length > 0 && { attachments: files }) },
					{ type: "note", text: `${asHtml(storyOf({ ...message, attachments: links }))}${markOf(message.deliveryId)}` },
				],
			},
			ignoreAnswer: true,
		});
		return { kind: "delivered", deskReference: await numberOf(client, madeAt(Object.fromEntries(headers), "resource-id")) };
	}

	async function addNote(client: DeskClient, note: HandoffNote, attempt: Attempt): Promise<Outcome> {
		const { deskReference, customer, kind, deliveryId } = note;
		const conversation =
			(deskReference !== null && (await findConversation(client, { number: deskReference }))) ||
			(await findMarked(client, customer.email, note.ticketDeliveryId));
		const conversationId = textAt(conversation, "id");
		if (conversationId === null) return ticketNotFoundYet(note, attempt);
		const path = `/v2/conversations/${encodeURIComponent(conversationId)}`;
		if (attempt.again && (await hasThread(client, path, deliveryId))) return { kind: "delivered", deskReference };
		const text = `${kind === "note" ? paragraph(note.text) : asHtml(storyOfNote(note))}${markOf(deliveryId)}`;
		// What a customer writes opens a conversation; the last word of one who closes it must not.
		if (kind === "closed") await client.call({ path: `${path}/notes`, json: { text, status: "closed" }, ignoreAnswer: true });
		else await client.call({ path: `${path}/customer`, json: { customer: { email: customer.email }, text }, ignoreAnswer: true });
		return { kind: "delivered", deskReference };
	}

	/** The customer's conversation that a delivery has made. */
	function findMarked(client: DeskClient, email: string, deliveryId: string): Promise<unknown> {
		// Within double quotes of a query.
		const query = `(email:"${email.replace(/["\\]/g, "")}")`;
		return findConversation(client, { mailbox: String(mailbox), query }, deliveryId);
	}
}

/** The first conversation that a filter finds, or the first of them in which a delivery has left its mark. */
async function findConversation(client: DeskClient, filter: Record<string, string>, deliveryId?: string): Promise<unknown> {
	for (let page = 1; page <= mostPages; page++) {
		const query = new URLSearchParams({ ...filter, status: "all", embed: "threads", page: String(page) });
		const { json } = await client.call({ method: "GET", path: `/v2/conversations?${query.toString()}` });
		// An empty page may leave the list out.
		const conversations = textAt(json, "page", "totalElements") === "0" ? [] : foundAt(json, "_embedded", "conversations");
		const found = conversations.find((conversation) => deliveryId === undefined || holdsMark(conversation, deliveryId));
		if (found !== undefined) return found;
		if (page >= Number(textAt(json, "page", "totalPages") ?? 0)) break;
	}
	return null;
}

/** Whether a note stands in the conversation already. */
async function hasThread(client: DeskClient, path: string, deliveryId: string): Promise<boolean> {
	const { json } = await client.call({ method: "GET", path: `${path}/threads` });
	return holdsMark(foundAt(json, "_embedded", "threads"), deliveryId);
}

/** The number that people quote. The conversation stands, whatever becomes of this question. */
async function numberOf(client: DeskClient, conversationId: string): Promise<string | null> {
	try {
		return wordAt((await client.call({ method: "GET", path: `/v2/conversations/${encodeURIComponent(conversationId)}` })).json, "number");
	} catch (error) {
		if (error instanceof DeskRefusal) return null;
		throw error;
	}
}

function customerOf({ name, email, company }: HandoffMessage["customer"]): object {
	const [first = "", ...others] = onOneLine(name).split(" ");
	const [firstName, lastName, organization] = [cut(first, longestName), cut(others.join(" "), longestName), cut(onOneLine(company), longestCompany)];
	return { email, ...(firstName && { firstName }), ...(lastName && { lastName }), ...(organization && { organization }) };
}

interface InlineFile {
	fileName: string;
	mimeType: string;
	data: string;
}

function paragraph(text: string): string {
	return `<p>${escapeHtml(text).replaceAll("\n", "<br>")}</p>`;
}

/** What a later attempt recognises a text by. */
function markOf(deliveryId: string): string {
	return `<p>Delivery: ${deliveryId}</p>`;
}
