import * as z from "zod";
import { limits } from "./limits.ts";
import { clientId, folded, localeRef } from "./shared.ts";

/** Where somebody asks. */
export const answerPlaces = ["search", "contact", "widget"] as const;

/**
 * How an answer was found: a FAQ's own answer, an article with its quick answer, the section that fits best, or sentences that a model
 * wrote from such sections.
 */
export const answerWays = ["faq", "article", "section", "written"] as const;

/** `POST /api/answers`: a question in a sentence. */
export const askSchema = z.strictObject({
	/** Names the answer in the ledger; made by the client, so that a repeat counts once. */
	id: clientId,
	/** What was asked. Personal data is removed in the browser and again here, before it goes anywhere else. */
	question: folded(limits.question).pipe(z.string().min(2)),
	locale: localeRef,
	place: z.enum(answerPlaces),
	/** Id of the ticket category that was chosen, where one was. */
	category: z.string().max(60).optional(),
	/** Who the customer is, signed by the product (JWT); some tiers go straight to a person. One that does not hold is ignored. */
	identity: z.string().max(limits.identity).optional(),
});

export type Ask = z.input<typeof askSchema>;
export type ParsedAsk = z.output<typeof askSchema>;
export type AnswerPlace = (typeof answerPlaces)[number];
export type AnswerWay = (typeof answerWays)[number];

/** What an answer stands on. */
export interface AnswerSource {
	/** Id of the article. */
	id: string;
	title: string;
	/** Path of the page, with `#` and the section where there is one. */
	url: string;
	/** Title of the section; null where the article as a whole is meant. */
	heading: string | null;
}

/** A piece of an answer: plain text, never HTML. */
export interface AnswerPart {
	text: string;
	/** Steps are counted, points are not. */
	as: "paragraph" | "step" | "point";
	/** Place in `sources`, from 0. Every piece has one. */
	source: number;
}

/** How a person can be reached now. */
export interface PersonOffer {
	/** Whether somebody is at the desk, and if not when, in the reader's language. */
	hours: string;
	/** Path of the contact page. */
	contact: string;
	/** Phone number for critical problems, day and night; null where there is none. */
	hotline: string | null;
	/** Live chat; null where there is none, or nobody is there now. */
	chat: { label: string; url: string } | null;
}

interface Common {
	/** Always there: nobody is left without a way to a person. */
	person: PersonOffer;
}

/** Something answers. */
export interface FoundAnswer extends Common {
	kind: "answered";
	way: AnswerWay;
	parts: AnswerPart[];
	/** The best first; at least one. */
	sources: AnswerSource[];
	/** Address of the guided troubleshooter of the best article, as data (`/a/b.tree.json`); null where it has none. */
	tree: string | null;
}

/** A place that may help. */
export interface Guess {
	source: AnswerSource;
	parts: Omit<AnswerPart, "source">[];
}

/** Nothing answers well enough: that is said, with what may help and the nearest articles. */
export interface UnsureAnswer extends Common {
	kind: "unsure";
	/** Places that fit best, in their own words: shown as what may help, never as the answer. At most three; none where nothing is near enough. */
	guesses: Guess[];
	/** Articles, the best first, without those of the guesses; may be empty. */
	nearest: AnswerSource[];
	tree: string | null;
}

/** No answer is offered, but a person: the matter is urgent, too personal for an article, or the customer's tier is set to skip. */
export interface PersonAnswer extends Common {
	kind: "person";
	reason: "urgent" | "sensitive" | "tier";
}

export type Answer = FoundAnswer | UnsureAnswer | PersonAnswer;

/**
 * What a stream of an answer (`Accept: text/event-stream`, where a model writes) sends, each as one `data:` line of JSON: pieces as they
 * are found to stand on their sources, and the whole at the end. What ends without `whole` is to be asked again without a stream.
 */
export type AnswerEvent = { event: "sources"; sources: AnswerSource[] } | { event: "part"; part: AnswerPart } | { event: "whole"; answer: Answer };
