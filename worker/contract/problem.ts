/**
 * Every refusal the Worker gives, with its HTTP status. What happened, and what the caller can do, is said in the reader's language
 * (`site/strings/<locale>/problems.ts`). Sent as an RFC 9457 problem document; `type` is `/problems/<name>` on the same site, where it is explained.
 */
export const problems = {
	"bad-json": 400,
	"broken-form": 400,
	"form-too-large": 413,
	invalid: 422,
	"wrong-media-type": 415,
	"too-large": 413,
	"cross-site": 403,
	"unknown-article": 404,
	"article-changed": 409,
	"unknown-ticket": 404,
	"key-reused": 422,
	"too-quick": 422,
	"not-a-person": 403,
	"file-type": 415,
	"too-many-files": 422,
	"unknown-file": 404,
	"length-required": 411,
	"file-cap": 429,
	"note-cap": 429,
	"vote-cap": 429,
	"ticket-cap": 429,
	"question-cap": 429,
	"too-many-requests": 429,
	forbidden: 403,
	"needs-manager": 403,
	"sign-in-unavailable": 503,
	unsigned: 401,
	"method-not-allowed": 405,
	"not-found": 404,
	failed: 500,
	unavailable: 503,
} as const satisfies Record<string, number>;

export type ProblemName = keyof typeof problems;

/** One field that did not fit. */
export interface FieldError {
	/** Path of the field. Example: `events.0.query` */
	field: string;
	/** What is wrong, in a sentence of the language that was asked for. */
	message: string;
}

/** The document on the wire (`application/problem+json`). */
export interface ProblemDocument {
	type: string;
	title: string;
	status: number;
	detail: string;
	instance?: string;
	errors?: FieldError[];
}
