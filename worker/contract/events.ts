import * as z from "zod";
import { answerPlaces, answerWays } from "./answers.ts";
import { limits } from "./limits.ts";
import { articleRef, clientId, folded, line, localeRef, sessionRef } from "./shared.ts";

const base = {
	/** Made by the browser; the same id counts once however often it arrives. */
	id: clientId,
	/** Milliseconds between the event and the sending of the batch. The Worker's clock gives the time. */
	ago: z.int().min(0).default(0),
};

const suggestion = {
	...base,
	/** The contact page's visit (the id of its `contact_opened`). */
	contact: clientId,
	/** The suggested article. */
	article: articleRef,
};

/** A page was shown. */
const pageViewed = z.strictObject({
	...base,
	type: z.literal("page_viewed"),
	/** Path without query. */
	path: line(300).startsWith("/"),
	/** The article, when the page is one. */
	article: articleRef.optional(),
});

/**
 * A search is settled: 1.5 s without typing, Enter, or a click. Its `id` is the search's id.
 * Source of the rule: the project's metric definitions (docs/metrics.md).
 */
const searchSettled = z.strictObject({
	...base,
	type: z.literal("search_settled"),
	/** What was typed; personal data is removed in the browser and again here. */
	query: line(limits.query).min(1),
	/** Confident results shown; 0 is a zero-result search, whatever "nearest topics" were offered. */
	results: z.int().min(0).max(1000),
	/** Where it was typed; `ask` is a question to the answer box, wherever that stands, and `widget` the search field inside the product. */
	source: z.enum(["box", "page", "contact", "not-found", "ask", "widget"]).default("page"),
	/** Narrowed to a category. */
	category: articleRef.optional(),
	/** Narrowed to a type of article. Example: `how-to` */
	contentType: z
		.string()
		.max(60)
		.regex(/^[a-z]+(-[a-z]+)*$/)
		.optional(),
	/** The settled search of the same session that this one only extends (within 30 s). */
	replaces: clientId.optional(),
});

/** A result of a settled search was used. */
const searchClicked = z.strictObject({
	...base,
	type: z.literal("search_clicked"),
	/** The search's id. */
	search: clientId,
	article: articleRef,
	/** 1 is the first result. */
	position: z.int().min(1).max(200),
	/** `opened`: the article was opened. `answered`: its quick answer was opened in place. */
	how: z.enum(["opened", "answered"]).default("opened"),
});

/** After a search without a good answer, the reader said in their own words what they were looking for. */
const searchTold = z.strictObject({
	...base,
	type: z.literal("search_told"),
	/** The search's id. */
	search: clientId,
	/** What they wrote; personal data is removed in the browser and again here. Example: `a way to share one report with our auditor` */
	text: folded(limits.told),
});

/** Random token the browser keeps for seven days; stored hashed. Without it the deflection is unverifiable. */
const deflectionToken = z
	.string()
	.regex(/^[A-Za-z0-9_-]{22,64}$/)
	.optional();

const suggestionShown = z.strictObject({ ...suggestion, type: z.literal("suggestion_shown") });
const suggestionOpened = z.strictObject({ ...suggestion, type: z.literal("suggestion_opened") });
const suggestionRejected = z.strictObject({ ...suggestion, type: z.literal("suggestion_rejected") });
const suggestionSolved = z.strictObject({
	...suggestion,
	type: z.literal("suggestion_solved"),
	token: deflectionToken,
});

/** The contact page was opened. Its `id` names the visit. */
const contactOpened = z.strictObject({
	...base,
	type: z.literal("contact_opened"),
	/** The article the reader came from. */
	article: articleRef.optional(),
});

/** The contact page was left without a ticket and without "this solved it". */
const contactAbandoned = z.strictObject({
	...base,
	type: z.literal("contact_abandoned"),
	contact: clientId,
});

const answer = {
	...base,
	/** The answer's id, made by the client with the question. */
	answer: clientId,
};

/** What the answer box said to a question. */
const answerShown = z.strictObject({
	...answer,
	type: z.literal("answer_shown"),
	/** How it was found; `unsure` where nothing answered well enough, `person` where a person was offered and nothing else. */
	way: z.enum([...answerWays, "unsure", "person"]),
	/** The article it stands on first. */
	article: articleRef.optional(),
	/** Where it was asked. */
	place: z.enum(answerPlaces),
	/** The contact page's visit, where it was asked there. */
	contact: clientId.optional(),
});

/** The reader said that it helped. */
const answerSolved = z.strictObject({ ...answer, type: z.literal("answer_solved"), token: deflectionToken });

/** The reader said that it did not help. */
const answerRejected = z.strictObject({ ...answer, type: z.literal("answer_rejected") });

export const eventSchema = z.discriminatedUnion("type", [
	pageViewed,
	searchSettled,
	searchClicked,
	searchTold,
	suggestionShown,
	suggestionOpened,
	suggestionRejected,
	suggestionSolved,
	contactOpened,
	contactAbandoned,
	answerShown,
	answerSolved,
	answerRejected,
]);

/** `POST /api/events`: what one page has seen since the last batch. */
export const eventBatchSchema = z.strictObject({
	session: sessionRef,
	locale: localeRef,
	/** The reader runs the centre and said so: nothing is kept but that it came. Default: false */
	staff: z.boolean().default(false),
	events: z
		.array(eventSchema)
		.min(1)
		.max(limits.eventsPerBatch)
		.refine((events) => events.filter((event) => event.type === "contact_opened").length <= 1, "a page opens contact once"),
});

export type ClientEvent = z.input<typeof eventSchema>;
export type EventBatch = z.input<typeof eventBatchSchema>;
export type ParsedEventBatch = z.output<typeof eventBatchSchema>;
