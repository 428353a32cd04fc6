/**
 * Every refusal the Worker gives, as a table: what happened, and what the caller can do. Sent as an
 * RFC 9457 problem document; `type` is `/problems/<name>` on the same site, where it is explained.
 */
export const problems = {
	"bad-json": { status: 400, title: "The body is not valid JSON.", remedy: "Send one JSON document in UTF-8." },
	"broken-form": { status: 400, title: "Your form did not arrive whole.", remedy: "Please go back: your words should still be there. Then send it once more." },
	"form-too-large": {
		status: 413,
		title: "Your message is too large.",
		remedy: "Please go back: your words should still be there. Then send fewer words or smaller files.",
	},
	invalid: { status: 422, title: "Some of what was sent does not fit.", remedy: "See `errors` for each field." },
	"wrong-media-type": {
		status: 415,
		title: "This content type is not accepted here.",
		remedy: "Send `application/json`, or a plain HTML form where the page has one.",
	},
	"too-large": { status: 413, title: "The body is too large.", remedy: "Send less at once." },
	"cross-site": { status: 403, title: "This is accepted from this site's own pages only.", remedy: "Open the page itself and try again." },
	"unknown-article": { status: 404, title: "There is no such article.", remedy: "Use an article id of this site." },
	"article-changed": { status: 409, title: "This article has changed since the page was opened.", remedy: "Reload the page and vote again." },
	"unknown-ticket": { status: 404, title: "There is no ticket at this address.", remedy: "Use the whole link from your confirmation." },
	"key-reused": { status: 422, title: "This form was already sent with other words.", remedy: "Open the contact page again to send a new message." },
	"too-quick": {
		status: 422,
		title: "This looked automatic and was not sent.",
		remedy: "Please press Send once more.",
	},
	"not-a-person": {
		status: 403,
		title: "We could not check that you are a person. Your message was not sent.",
		remedy: "Please press Send once more, or use e-mail or phone.",
	},
	"file-type": {
		status: 415,
		title: "This kind of file is not accepted.",
		remedy: "Send a picture, a video (MP4), a PDF, a text, a Word or Excel file, or a zip.",
	},
	"too-many-files": { status: 422, title: "A message takes five files.", remedy: "Remove one first, or put several into one zip." },
	"unknown-file": { status: 404, title: "There is no file at this address.", remedy: "Use the whole link, and a newer one if this one has ended." },
	"length-required": { status: 411, title: "The length of the file is missing.", remedy: "Send the file with its `Content-Length`." },
	"file-cap": { status: 429, title: "Too many files in a day. This one was not stored.", remedy: "Send your message without it, or use e-mail." },
	"note-cap": { status: 429, title: "Too many notes in a short time. This one was not stored.", remedy: "Wait, or use e-mail or phone." },
	"vote-cap": { status: 429, title: "Your vote was not counted: today's limit for this article and network is reached.", remedy: "Try again tomorrow." },
	"ticket-cap": { status: 429, title: "Too many messages in a short time. This one was not sent.", remedy: "Wait, or use e-mail or phone." },
	"too-many-requests": { status: 429, title: "Too many requests in a short time. This one was not counted.", remedy: "Wait a minute and try again." },
	forbidden: {
		status: 403,
		title: "This page is for the people who run this help centre.",
		remedy: "Sign in through your organisation, or use the link that `npm start` prints.",
	},
	"needs-manager": {
		status: 403,
		title: "Only a manager of this help centre can do that.",
		remedy: "You are signed in as a viewer, who reads everything. Ask a manager to do it, or whoever deploys the centre to make you one.",
	},
	"sign-in-unavailable": {
		status: 503,
		title: "We cannot check right now who you are.",
		remedy: "Nothing was changed. Try again in a minute.",
	},
	unsigned: { status: 401, title: "This message is not signed by a desk that may write here.", remedy: "Check the secret and the clock of the desk." },
	"method-not-allowed": { status: 405, title: "This address does not take that method.", remedy: "See the `Allow` header." },
	"not-found": { status: 404, title: "There is nothing at this address.", remedy: "Check the address." },
	failed: { status: 500, title: "Something went wrong on our side.", remedy: "We cannot tell whether it was stored. Sending again is safe." },
	unavailable: { status: 503, title: "The service cannot store anything right now.", remedy: "Try again in a minute, or use e-mail or phone." },
} as const satisfies Record<string, { status: number; title: string; remedy: string }>;

export type ProblemName = keyof typeof problems;

/** One field that did not fit. */
export interface FieldError {
	/** Path of the field. Example: `events.0.query` */
	field: string;
	/** What is wrong, in a sentence. */
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
