import type { TrailEntry } from "#contract/tickets.ts";
import type { StorySection } from "./ticket-story.ts";

/** A file that the customer sent along. */
export interface HandoffAttachment {
	name: string;
	/** By its content. Example: `image/png` */
	type: string;
	/** Bytes. */
	size: number;
	/** Signed link of this site that ends with the ticket's text; for desks that take no files. */
	url: string;
	/** The bytes. @throws Error when they are gone */
	read(): Promise<ArrayBuffer>;
}

/** A ticket as it leaves the house. */
export interface HandoffMessage {
	/** Id of the delivery: the same at every attempt, so that the desk can recognise a second one. */
	deliveryId: string;
	reference: string;
	/** ISO 8601 UTC. */
	createdAt: string;
	priority: string;
	category: { id: string; label: string };
	team: string;
	tier: string;
	fallback: string;
	channel: string;
	locale: string;
	/** ISO 8601 UTC. */
	promisedAt: string;
	/** The same in words, in the customer's zone. */
	promisedInWords: string;
	/** `tier` is known only from an identity that the product has signed. */
	customer: { name: string; email: string; company: string; tier: string | null };
	subject: string;
	description: string;
	tried: string;
	product: string;
	environment: string;
	severity: { affected: string; impairment: string; risk: string };
	trail: TrailEntry[];
	/** The article the customer came from. */
	fromArticle: { id: string; title: string; url: string } | null;
	/** Articles the customer may be sent. */
	suggestedArticles: { title: string; url: string }[];
	attachments: HandoffAttachment[];
	/** What an agent should know and the customer did not write. */
	remarks?: string[];
	/** Sent by `npm run handoff -- test`; nobody waits for an answer. */
	test: boolean;
}

/** What the customer did on the status page after the ticket was sent. */
export interface HandoffNote {
	/** The same at every attempt. */
	deliveryId: string;
	/** Id of the delivery that made the ticket at this destination. */
	ticketDeliveryId: string;
	reference: string;
	/** The desk's own number; null where it gave none. */
	deskReference: string | null;
	/** `note`: more words. `closed`: they need no answer any more. `reopened`: they do again. */
	kind: "note" | "closed" | "reopened";
	text: string;
	/** ISO 8601 UTC. */
	createdAt: string;
	customer: { name: string; email: string };
}

/** What a connector must know of an attempt. */
export interface Attempt {
	/** Epoch milliseconds. */
	now: number;
	/** An earlier attempt may have reached the desk although its answer did not come: look there before writing. */
	again: boolean;
	/** Id of the request that it goes back to, told to the desk in `x-request-id`. Absent or null: there was none. */
	requestId?: string | null;
}

/** How an attempt ended. */
export type Outcome =
	| { kind: "delivered"; deskReference: string | null }
	/** Try later; `notBefore` (epoch milliseconds) when the desk said when. */
	| { kind: "retry"; reason: string; notBefore?: number }
	/** Nothing was tried, because the desk is not set up yet. */
	| { kind: "unconfigured"; reason: string }
	/** A person must look at it. */
	| { kind: "dead"; reason: string };

/** What those who run the centre read from time to time; longer than an alert. */
export interface News {
	/** The same at every attempt. Example: `digest_2026-W47` */
	key: string;
	/** What webhooks call it. */
	kind: "digest" | "daily-alert";
	title: string;
	/** Headings are ours; every other word may be a reader's, and is shown as it is. */
	sections: StorySection[];
	/** The same for programs. */
	data: object;
}

/** One help desk. Each connector is one file in `destinations/`. */
export interface Destination {
	id: string;
	/** Makes the ticket at the desk, once however often it is tried, where the desk allows it. */
	deliver(message: HandoffMessage, attempt: Attempt): Promise<Outcome>;
	/** Adds to the ticket at the desk. */
	addNote(note: HandoffNote, attempt: Attempt): Promise<Outcome>;
	/** Tells those who run the centre that something needs them; for kinds that reach people at once (chat, mail, webhook). */
	alert?(text: string, attempt: Attempt): Promise<Outcome>;
	/** Sends news, such as the weekly digest; for the same kinds. */
	announce?(news: News, attempt: Attempt): Promise<Outcome>;
}

/** What connectors use of Cloudflare's `send_email` binding: the same in the Worker and in Node, where the tests run. */
export interface MailBinding {
	/** @throws Error with a `code` such as `E_RATE_LIMIT_EXCEEDED` */
	send(mail: {
		from: string;
		to: string;
		subject: string;
		text: string;
		html: string;
		replyTo: string;
		headers: Record<string, string>;
		attachments: { disposition: "attachment"; filename: string; type: string; content: ArrayBuffer }[];
	}): Promise<unknown>;
}

/** What every connector gets to work with. */
export interface ConnectorContext {
	/** Value of a variable or secret of the Worker; empty where it is not set. */
	setting(name: string): string;
	/** Development: plain http on this machine is fine. */
	allowLoopback: boolean;
	/** Milliseconds after which an attempt counts as failed. */
	timeoutMs: number;
	/** Cloudflare's `send_email` binding, where there is one. */
	mail?: MailBinding | undefined;
}
