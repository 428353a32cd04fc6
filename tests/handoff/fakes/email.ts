import { randomUUID } from "node:crypto";
import * as z from "zod";
import { createChannel } from "./channel.ts";
import { Refused, startFakeDesk, type FakeAnswer, type FakeDesk } from "./fake-desk.ts";
import { readHtml } from "./read-text.ts";

/**
 * Resend's e-mail API (`POST /emails`).
 *
 * @see https://resend.com/docs/api-reference/emails/send-email read on 2026-11-21
 * @see https://github.com/resend/resend-openapi `resend.yaml`, version 1.5.0
 * @see https://resend.com/docs/api-reference/errors
 * @see https://resend.com/docs/dashboard/emails/idempotency-keys
 */
export const emailKey = "re_fake_0123456789";

/** Bytes of one e-mail with its attachments, encoded. */
const largest = 40 * 1024 * 1024;

const address = z
	.string()
	.regex(/^(?:[^<>\r\n]{1,200} )?<?[^\s<>@",]+@[^\s<>@",]+\.[a-z]+>?$/i, "Invalid address. Use `email@example.com` or `Name <email@example.com>`.");
const addresses = z.union([address, z.array(address).min(1).max(50)]);
const oneLine = z.string().regex(/^[^\r\n]*$/, "must not hold line breaks");
const tagPart = z.string().regex(/^[\w-]{1,256}$/);

const attachment = z
	.strictObject({
		content: z.base64().min(1).optional(),
		path: z.url().optional(),
		filename: oneLine.optional(),
		content_type: oneLine.optional(),
		content_id: z.string().max(127).optional(),
	})
	.refine(({ content, path }) => (content === undefined) !== (path === undefined), "needs `content` or `path`");

const email = z
	.strictObject({
		from: address,
		to: addresses,
		subject: oneLine.min(1, "Missing `subject` field."),
		bcc: addresses.optional(),
		cc: addresses.optional(),
		reply_to: addresses.optional(),
		html: z.string().optional(),
		text: z.string().optional(),
		headers: z.record(z.string().regex(/^[\w-]+$/), oneLine).optional(),
		attachments: z.array(attachment).optional(),
		tags: z
			.array(z.strictObject({ name: tagPart, value: tagPart }))
			.max(75)
			.optional(),
		scheduled_at: z.string().optional(),
		topic_id: z.string().optional(),
	})
	.refine(({ html, text }) => html !== undefined || text !== undefined, "Missing `html` or `text` field.");

/** Starts the mail service. It sends each key once and remembers the body that came with it. */
export function startFakeEmail(): Promise<FakeDesk> {
	const channel = createChannel();
	const sent = new Map<string, { body: string; id: string }>();
	return startFakeDesk({
		targetOf: ({ body }) => (channel.continues(body.toString("utf8")) ? "note" : "ticket"),
		refusals: {
			validation: failure(422, "validation_error", "Invalid `to` field. The email address needs to follow the `email@example.com` format."),
			unauthorized: failure(401, "restricted_api_key", "This API key is restricted to only send emails."),
			tooMany: (seconds) => ({
				...failure(429, "rate_limit_exceeded", "Too many requests. You can only make 2 requests per second."),
				headers: { "ratelimit-limit": "2", "ratelimit-remaining": "0", "ratelimit-reset": String(seconds), "retry-after": String(seconds) },
			}),
		},
		answer(request, tickets) {
			const body = request.body.toString("utf8");
			const authorization = request.headers.authorization ?? "";
			if (authorization === "") throw new Refused(failure(401, "missing_api_key", "Missing API key in the authorization header."));
			if (authorization !== `Bearer ${emailKey}`) throw new Refused(failure(403, "invalid_api_key", "API key is invalid."));
			if (request.path !== "/emails") throw new Refused(failure(404, "not_found", "The requested endpoint does not exist."));
			if (request.method !== "POST") throw new Refused(failure(405, "method_not_allowed", "This endpoint does not support the specified HTTP method."));
			if (!request.headers["user-agent"]) throw new Refused(failure(403, "validation_error", "A user agent is required."));
			const key = request.headers["idempotency-key"];
			if (key !== undefined && (typeof key !== "string" || key.length < 1 || key.length > 256))
				throw new Refused(failure(400, "invalid_idempotency_key", "The key must be between 1-256 chars."));
			const { success, data, error } = email.safeParse(request.json());
			if (!success) throw new Refused(failure(422, "validation_error", z.prettifyError(error)));
			if (body.length > largest) throw new Refused(failure(422, "validation_error", "The email is larger than 40MB."));
			const known = key === undefined ? undefined : sent.get(key);
			if (known && known.body !== body)
				throw new Refused(failure(409, "invalid_idempotent_request", "Same idempotency key used with a different request payload."));
			if (known) return { status: 200, json: { id: known.id } };
			const id = randomUUID();
			if (key !== undefined) sent.set(key, { body, id });
			const { text, alarms } = data.html === undefined ? { text: data.text ?? "", alarms: [] } : readHtml(data.html);
			const files = (data.attachments ?? []).flatMap(({ content, filename = "attachment", content_type: type = "" }) =>
				content === undefined ? [] : [{ name: filename, type, bytes: Buffer.from(content, "base64") }],
			);
			channel.post(body, { subject: data.subject, text, files, alarms }, tickets);
			return { status: 200, json: { id } };
		},
	});
}

function failure(statusCode: number, name: string, message: string): FakeAnswer {
	return { status: statusCode, json: { statusCode, name, message } };
}
