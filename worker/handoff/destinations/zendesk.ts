import type { SettingsOf } from "#contract/destinations.ts";
import { answerAt, foundAt, holdsMark, madeAt, textAt, wordAt } from "../lib/answer-at.ts";
import { basicAuth } from "../lib/basic-auth.ts";
import { cut, onOneLine, titleOf } from "../lib/cut.ts";
import { DeskRefusal, type DeskClient } from "../desk-client.ts";
import type { Attempt, ConnectorContext, Destination, HandoffAttachment, HandoffMessage, HandoffNote, Outcome } from "../destination.ts";
import { bytesOf, fitStory } from "../lib/fit-text.ts";
import { storyOfNote } from "../lib/note-story.ts";
import { ticketNotFound } from "../lib/outcomes.ts";
import { disarmPlaceholders } from "../lib/placeholders.ts";
import { readRefusals } from "../lib/read-refusals.ts";
import { asHtml, storyOf, type StorySection } from "../ticket-story.ts";
import { withDesk } from "../lib/with-desk.ts";

const longestSubject = 150;
/** A comment holds 64 kB. In bytes of HTML. */
const longestComment = 60_000;
/** In bytes. */
const largestFile = 50_000_000;
const priorities: Record<string, string> = { P1: "urgent", P2: "high", P3: "normal", P4: "low", P5: "low" };

/**
 * Makes Zendesk Support tickets, API v2 (https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/). The story is an
 * internal note, since it speaks to agents; what the customer adds later is their public reply.
 *
 * The delivery's id is the ticket's `external_id` and the `Idempotency-Key`. Zendesk keeps the key for two hours only, and refuses
 * it with another body (files get new tokens at each attempt), so a later attempt first asks for the external id; that list, other
 * than Zendesk's search, is not an index that lags behind. A note carries its id in its text.
 */
export function createZendesk({ id, urlFrom, userFrom, secretFrom, groups }: SettingsOf<"zendesk">, context: ConnectorContext): Destination {
	const { setting } = context;
	return {
		id,
		deliver: (message, attempt) => withClient(attempt, (client) => deliver(client, message, attempt)),
		addNote: (note, attempt) => withClient(attempt, (client) => addNote(client, note, attempt)),
	};

	function withClient(attempt: Attempt, work: (client: DeskClient) => Promise<Outcome>): Promise<Outcome> {
		const [url, user, token] = [setting(urlFrom), setting(userFrom), setting(secretFrom)];
		const headers = { authorization: basicAuth(`${user}/token`, token) };
		// Two writes met, the key's first use still under way among them: that passes by itself.
		const meaningOf = ({ status }: DeskRefusal) => (status === 409 ? { kind: "retry" as const, reason: "the desk answered 409" } : null);
		return withDesk(context, { url, needs: [user, token], headers }, attempt, (client) => work(readRefusals(client, meaningOf)));
	}

	async function deliver(client: DeskClient, message: HandoffMessage, { again }: Attempt): Promise<Outcome> {
		const found = again ? await findTicket(client, message.deliveryId) : undefined;
		if (found !== undefined) return { kind: "delivered", deskReference: wordAt(found, "id") };
		const { tokens, left } = await upload(client, message.attachments);
		const team = groups[message.team];
		return createTicket(client, message.deliveryId, {
			subject: cut(disarmPlaceholders(titleOf(message, longestSubject)), longestSubject),
			comment: { html_body: commentOf(storyOf({ ...message, attachments: left })), public: false, ...(tokens.length > 0 && { uploads: tokens }) },
			requester: { name: onOneLine(message.customer.name), email: message.customer.email },
			...(message.priority in priorities && { priority: priorities[message.priority] }),
			...(team !== undefined && { group_id: Number(team) }),
			tags: ["tier_zero", message.category.id],
		});
	}

	async function addNote(client: DeskClient, note: HandoffNote, { again }: Attempt): Promise<Outcome> {
		const ticket =
			note.deskReference === null
				? await findTicket(client, note.ticketDeliveryId)
				: answerAt((await client.call({ method: "GET", path: `/api/v2/tickets/${encodeURIComponent(note.deskReference)}` })).json, "ticket");
		const ticketId = wordAt(ticket, "id");
		if (ticketId === null) return ticketNotFound;
		const done: Outcome = { kind: "delivered", deskReference: ticketId };
		const status = answerAt(ticket, "status");
		if (status === "closed") return note.kind === "closed" ? done : followUp(client, note, ticket, again);
		if (again && (await hasComment(client, ticketId, note.deliveryId))) return done;
		const comment = { html_body: commentOf(storyOfNote(note), note.deliveryId), public: true, author_id: answerAt(ticket, "requester_id") };
		const next = note.kind === "closed" ? "solved" : note.kind === "reopened" || status === "pending" || status === "solved" ? "open" : undefined;
		const write = (change: object) =>
			client.call({ method: "PUT", path: `/api/v2/tickets/${encodeURIComponent(ticketId)}`, json: { ticket: { comment, ...change } }, ignoreAnswer: true });
		try {
			await write(next === undefined ? {} : { status: next });
		} catch (error) {
			// A desk may ask for more before a ticket is solved (an assignee, a field): then the words go alone.
			if (!(error instanceof DeskRefusal) || error.status !== 422 || next === undefined) throw error;
			await write({});
		}
		return done;
	}

	/** A closed ticket takes no more words at Zendesk: they begin a ticket that follows up on it. */
	async function followUp(client: DeskClient, note: HandoffNote, ticket: unknown, again: boolean): Promise<Outcome> {
		const found = again ? await findTicket(client, note.deliveryId) : undefined;
		if (found !== undefined) return { kind: "delivered", deskReference: wordAt(found, "id") };
		return createTicket(client, note.deliveryId, {
			via_followup_source_id: answerAt(ticket, "id"),
			subject: cut(disarmPlaceholders(`Follow-up to ${note.reference}`), longestSubject),
			comment: { html_body: commentOf(storyOfNote(note)), public: false },
			requester_id: answerAt(ticket, "requester_id"),
		});
	}
}

async function createTicket(client: DeskClient, deliveryId: string, ticket: object): Promise<Outcome> {
	try {
		const { json } = await client.call({
			path: "/api/v2/tickets",
			headers: { "idempotency-key": deliveryId },
			json: { ticket: { external_id: deliveryId, ...ticket } },
		});
		const mark = answerAt(json, "ticket", "external_id");
		// Something between here and there gave an answer to somebody else: what the customer adds must not follow it.
		if (typeof mark === "string" && mark !== deliveryId) return { kind: "retry", reason: "the desk answered with another ticket" };
		return { kind: "delivered", deskReference: madeAt(json, "ticket", "id") };
	} catch (error) {
		if (!(error instanceof DeskRefusal) || answerAt(error.answer?.json, "error") !== "IdempotentRequestError") throw error;
		const found = await findTicket(client, deliveryId);
		if (found !== undefined) return { kind: "delivered", deskReference: wordAt(found, "id") };
		return { kind: "retry", reason: "the desk still holds an earlier attempt that ended without a ticket" };
	}
}

/** The ticket that a delivery has made. */
async function findTicket(client: DeskClient, deliveryId: string): Promise<unknown> {
	const { json } = await client.call({ method: "GET", path: `/api/v2/tickets?external_id=${encodeURIComponent(deliveryId)}` });
	return foundAt(json, "tickets").find((ticket) => answerAt(ticket, "external_id") === deliveryId);
}

/** Whether a note stands on the ticket already, among its latest hundred comments. */
async function hasComment(client: DeskClient, ticketId: string, deliveryId: string): Promise<boolean> {
	const { json } = await client.call({ method: "GET", path: `/api/v2/tickets/${encodeURIComponent(ticketId)}/comments?sort=-created_at&page[size]=100` });
	return foundAt(json, "comments").some((comment) => holdsMark(comment, deliveryId));
}

/** A comment in HTML; customers' words are words in it. */
function commentOf(story: StorySection[], deliveryId?: string): string {
	const sections = deliveryId === undefined ? story : [...story, { heading: "Delivery", text: deliveryId }];
	return fitStory(sections, (fitting) => disarmPlaceholders(asHtml(fitting)), bytesOf, longestComment);
}

/** Files at the desk, waiting for their ticket; those that did not get there are left, to go as links. */
async function upload(client: DeskClient, attachments: HandoffAttachment[]): Promise<{ tokens: string[]; left: HandoffAttachment[] }> {
	const tokens = await Promise.all(attachments.map((attachment) => uploadOne(client, attachment).catch(() => null)));
	return { tokens: tokens.filter((token) => token !== null), left: attachments.filter((_, index) => tokens[index] === null) };
}

async function uploadOne(client: DeskClient, { name, type, size, read }: HandoffAttachment): Promise<string | null> {
	if (size > largestFile) return null;
	const { json } = await client.call({ path: `/api/v2/uploads?filename=${encodeURIComponent(name)}`, headers: { "content-type": type }, body: await read() });
	return textAt(json, "upload", "token");
}
