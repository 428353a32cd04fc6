import { answerAt } from "./lib/answer-at.ts";
import { toBase64 } from "./lib/base64.ts";
import { createDeskClient, DeskRefusal } from "./desk-client.ts";
import type { Attempt, ConnectorContext, MailBinding, Outcome } from "./destination.ts";

/** A file that goes along. */
export interface MailFile {
	name: string;
	type: string;
	bytes: ArrayBuffer;
}

/** A mail, before the address it goes to. */
export interface Mail {
	/** The same at every attempt. */
	key: string;
	/** One line. */
	subject: string;
	text: string;
	html: string;
	/** Address that an answer goes to. */
	replyTo: string;
	headers: Record<string, string>;
	files: MailFile[];
}

/** One way to send mail. */
export interface MailSender {
	/** Bytes of files that a mail can hold, before they are encoded. */
	largestFiles: number;
	/** @throws DeskRefusal */
	send(mail: Mail, attempt: Attempt): Promise<Outcome>;
}

interface Addresses {
	from: string;
	to: string;
}

const delivered: Outcome = { kind: "delivered", deskReference: null };

/** Errors of the binding that pass by themselves; every other one needs a person. */
const passing = new Set(["E_RATE_LIMIT_EXCEEDED", "E_DAILY_LIMIT_EXCEEDED", "E_INTERNAL_SERVER_ERROR", "E_DELIVERY_FAILED"]);

/** Mail by Cloudflare's binding; null where there is none. A mail of it holds 5 MiB with its files, which base64 makes a third larger. */
export function sendByBinding({ mail: binding, from, to }: Addresses & { mail: MailBinding | undefined }, { timeoutMs }: ConnectorContext): MailSender | null {
	if (!binding) return null;
	return {
		largestFiles: 3 * 1024 * 1024,
		async send({ subject, text, html, replyTo, headers, files }) {
			const attachments = files.map(({ name, type, bytes }) => ({ disposition: "attachment" as const, filename: name, type, content: bytes }));
			try {
				await within(timeoutMs, binding.send({ from, to, subject, text, html, replyTo, headers, attachments }));
				return delivered;
			} catch (error) {
				if (error instanceof DeskRefusal) throw error;
				const code = /^E_[A-Z_]{1,40}$/.exec(String(answerAt(error, "code")))?.[0];
				// The error's own words may quote the mail: its code says enough.
				if (code === undefined) throw new DeskRefusal({ kind: "retry", reason: "the mail service could not be reached" });
				throw new DeskRefusal({ kind: passing.has(code) ? "retry" : "dead", reason: `the mail service refused the mail (${code})` });
			}
		},
	};
}

/** Mail by Resend's API; null where its address or key is missing. It takes 40 MB; the Worker's memory sets the limit. */
export function sendByApi(
	{ url, key: secret, from, to }: Addresses & { url: string; key: string },
	{ allowLoopback, timeoutMs }: ConnectorContext,
): MailSender | null {
	if (!url || !secret) return null;
	return {
		largestFiles: 10 * 1024 * 1024,
		async send({ key, subject, text, html, replyTo, headers, files }, { now, requestId }) {
			const client = createDeskClient({ url, headers: { authorization: `Bearer ${secret}` }, allowLoopback, timeoutMs, now, requestId });
			const attachments = files.map(({ name, type, bytes }) => ({ filename: name, content_type: type, content: toBase64(new Uint8Array(bytes)) }));
			const json = { from, to: [to], subject, text, html, reply_to: replyTo, headers, ...(attachments.length > 0 && { attachments }) };
			try {
				await client.call({ path: "/emails", headers: { "idempotency-key": key }, json, ignoreAnswer: true });
			} catch (error) {
				if (!(error instanceof DeskRefusal) || error.status !== 409) throw error;
				const name = answerAt(error.answer?.json, "name");
				// The key belongs to this delivery alone: a mail with other files went out under it before.
				if (name === "invalid_idempotent_request") return delivered;
				if (name !== "concurrent_idempotent_requests") throw error;
				throw new DeskRefusal({ kind: "retry", reason: "the mail service is still at work on an earlier attempt" }, error.status, error.answer);
			}
			return delivered;
		},
	};
}

function within<T>(ms: number, work: Promise<T>): Promise<T> {
	const { promise: late, reject } = Promise.withResolvers<never>();
	const timer = setTimeout(() => reject(new DeskRefusal({ kind: "retry", reason: `no answer within ${ms} ms` })), ms);
	return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
