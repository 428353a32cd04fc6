import * as z from "zod";
import type { Priority } from "./priority.ts";
import { fault } from "./field-faults.ts";
import { limits } from "./limits.ts";
import { articleRef, clientId, line, localeRef, paragraph } from "./shared.ts";

/** One thing the customer did before writing; shown to them, sent along, removable. */
const trailEntry = z.discriminatedUnion("kind", [
	z.strictObject({ kind: z.literal("search"), query: line(limits.query), results: z.int().min(0).max(1000) }),
	z.strictObject({ kind: z.literal("article"), article: articleRef, title: line(200) }),
	z.strictObject({ kind: z.literal("vote"), article: articleRef, helpful: z.enum(["yes", "no"]) }),
	z.strictObject({ kind: z.literal("rejected"), article: articleRef, title: line(200) }),
	/** A question to the answer box; without an article nothing answered it well enough. */
	z.strictObject({ kind: z.literal("answer"), question: line(limits.question), article: articleRef.optional(), title: line(200).optional() }),
	/** A walk through a guided troubleshooter: what the author wrote, never what somebody typed. */
	z.strictObject({
		kind: z.literal("guided"),
		article: articleRef,
		title: line(200),
		answers: z.array(z.strictObject({ question: line(limits.answer).min(1), answer: line(limits.answer).min(1) })).max(limits.answers),
		/** Title of the outcome; absent where the walk ended before one. */
		outcome: line(limits.answer).min(1).optional(),
	}),
]);

/** The secret part of a status page's address. */
const statusTokenRef = z.string().regex(/^[A-Za-z0-9_-]{32}$/);

const timeZone = z.string().max(60).refine(isTimeZone, "must be an IANA time zone");

function isTimeZone(name: string): boolean {
	try {
		new Intl.DateTimeFormat("en", { timeZone: name });
		return true;
	} catch {
		return false;
	}
}

/** `POST /api/tickets`: a message to a person. */
export const ticketSchema = z.strictObject({
	/** Idempotency key, made with the form: sending twice makes one ticket. */
	key: clientId,
	/** What it is about, in one line. */
	subject: line(limits.subject, fault("subject")).min(3, fault("subject")),
	/** What happened. */
	description: paragraph(limits.longText, fault("description")).pipe(z.string().min(10, fault("shortDescription"))),
	/** What was already tried. */
	tried: paragraph(limits.longText).default(""),
	/** Id of a ticket category of `support.yml`. */
	category: z.string(fault("category")).min(1, fault("category")).max(60),
	affected: z.enum(["one", "several", "everyone"]).default("one"),
	impairment: z.enum(["blocked", "major", "minor", "question"]).default("minor"),
	risk: z.enum(["none", "at-risk", "lost"]).default("none"),
	/** Part of the product. */
	product: line(limits.product).default(""),
	/** Version, browser, device. */
	environment: line(limits.environment).default(""),
	name: line(limits.name, fault("name")).min(1, fault("name")),
	email: line(limits.email, fault("email")).pipe(z.email(fault("email"))),
	company: line(limits.company).default(""),
	/** The article the customer came from. */
	article: articleRef.optional(),
	/** What happened before, unless the customer removed it. */
	trail: z.array(trailEntry).max(limits.trail).default([]),
	/** The customer's IANA zone, for the promised time. Default: the desk's. */
	timeZone: timeZone.optional(),
	/** Visit of the contact page (id of its `contact_opened`). */
	contact: clientId.optional(),
	/** Tokens of earlier "this solved it" in this browser: those deflections did not hold. */
	deflectionTokens: z
		.array(z.string().regex(/^[A-Za-z0-9_-]{22,64}$/))
		.max(20)
		.default([]),
	/** Answers of the answer box that this visit was shown, by id: they did not spare a ticket. */
	answers: z.array(clientId).max(limits.shownAnswers).default([]),
	/** Files that were uploaded with this key, by id. */
	attachments: z.array(clientId).max(limits.attachments, fault("tooManyFiles")).default([]),
	/** Id of a known incident (`support.yml`) that the customer adds theirs to. */
	incident: z
		.string()
		.max(60)
		.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
		.optional(),
	/** Tokens of status pages that this browser holds: the same text within a day leads back to one of them. */
	known: z.array(statusTokenRef).max(limits.knownTickets).default([]),
	/** Who the customer is, signed by the product (JWT). One that does not hold is ignored. */
	identity: z.string().max(limits.identity).optional(),
	/** When the form was made, signed by the Worker (hidden field of the built page). */
	rendered: z.string().max(200).optional(),
	/** Answer of Turnstile's widget, where one is configured. */
	turnstile: z.string().max(2048).optional(),
	locale: localeRef,
});

/** `POST /api/tickets/notes`: more words to a ticket, from a page that holds its link. */
export const noteSchema = z.strictObject({
	/** Secret part of the status page's address. */
	token: statusTokenRef,
	/** Idempotency key: sending twice adds one note. */
	key: clientId,
	text: paragraph(limits.note, fault("note")).pipe(z.string().min(1, fault("note"))),
});

/** One answer after the ticket was closed. */
export const satisfactionSchema = z.strictObject({
	/** 1 is very unhappy, 5 very happy. */
	score: z.coerce.number(fault("score")).int().min(1, fault("score")).max(5, fault("score")),
	comment: paragraph(limits.comment).default(""),
});

/** `GET /api/promise`: when a person would answer a ticket that is sent now. */
export const promiseQuerySchema = z.strictObject({
	priority: z.enum(["P1", "P2", "P3", "P4", "P5"]),
	/** The reader's IANA zone. Default: the desk's. */
	timeZone: timeZone.optional(),
});

export type Ticket = z.input<typeof ticketSchema>;
export type ParsedTicket = z.output<typeof ticketSchema>;
export type TrailEntry = z.output<typeof trailEntry>;

/** Answer to a stored ticket (201; 200 when the same key came again, or the same text from a browser that holds the earlier ticket's link). */
export interface TicketAnswer {
	/** Short name to quote. Example: `TZ-7K4M-2Q9X` */
	reference: string;
	/** Path of the status page, unguessable. */
	statusUrl: string;
	/** When a person will have answered, ISO 8601 UTC. */
	promisedAt: string;
	/** The same in words, in the customer's zone. */
	promisedInWords: string;
	/** Nothing was stored: this browser sent the same text within a day, and this is that ticket. */
	duplicate?: true;
}

/** Answer of `GET /api/promise`. */
export type PromiseAnswer = Pick<TicketAnswer, "promisedAt" | "promisedInWords"> & {
	/** Whether somebody is at the desk now. */
	staffed: boolean;
	/** Whether messages are taken from the contact page alone, which can check that a person writes (Turnstile). */
	formOnly: boolean;
};

/**
 * How a ticket came: `portal` from the contact page with its script, `form` without it, `widget` from a page of the product, `assistant`
 * over MCP, where another program says that the person confirmed it.
 */
export type TicketChannel = "portal" | "form" | "widget" | "assistant";

/** What the status page shows. */
export interface TicketStatus {
	reference: string;
	subject: string;
	createdAt: number;
	promisedAt: number;
	timeZone: string;
	priority: Priority;
	/** `received`: stored. `handed-over`: the desk has it. `delayed`: the desk has not got it, and does not get it by itself or in time. */
	state: "received" | "handed-over" | "delayed";
	/** The desk's own number, once known. */
	deskReference: string | null;
	/** How the desk itself says that it stands; null where it has said nothing. `waiting`: for the customer. */
	deskStatus: DeskStatus | null;
	/** Closed by the customer or by the desk, whoever spoke last. */
	closed: boolean;
	/** The customer's answer to the one question after it was closed, 1 to 5. */
	score: number | null;
	/** Its words are gone, after their retention time or because somebody asked for it. */
	textGone: boolean;
	/** It was erased on request. */
	isErased: boolean;
	/** Sent within a day. */
	isNew: boolean;
}

export type DeskStatus = "open" | "waiting" | "solved" | "closed";
