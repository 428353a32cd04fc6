import * as z from "zod";
import { Refused, type FakeAnswer, type FakeRequest, type FakeTicket } from "./fake-desk.ts";

const id = z.int().positive();
const text = z.string().max(255, "Has too many characters, it can have maximum of 255 characters");
const emails = z.array(z.email()).max(50);
const optional = {
	cc_emails: emails.optional(),
	company_id: id.optional(),
	custom_fields: z.record(z.string(), z.unknown()).optional(),
	due_by: z.iso.datetime().optional(),
	email: z.email().optional(),
	email_config_id: id.optional(),
	facebook_id: z.string().optional(),
	fr_due_by: z.iso.datetime().optional(),
	group_id: id.optional(),
	internal_agent_id: id.optional(),
	internal_group_id: id.optional(),
	lookup_parameter: z.enum(["ticket_id", "object_id"]).optional(),
	name: text.optional(),
	parent_id: id.optional(),
	phone: z.string().optional(),
	product_id: id.optional(),
	related_ticket_ids: z.array(id).optional(),
	requester_id: id.optional(),
	responder_id: id.optional(),
	tags: z.array(z.string().max(32)).optional(),
	twitter_id: z.string().optional(),
	type: z.string().optional(),
	/** Of the requester, not of the ticket. */
	unique_external_id: text.optional(),
};
const source = z.literal([1, 2, 3, 5, 6, 7, 9, 11, 100]);
const status = z.literal([2, 3, 4, 5]);
const priority = z.literal([1, 2, 3, 4]);

/** A new ticket. */
export const createBody = z
	.strictObject({ ...optional, subject: text.min(1), description: z.string().min(1), status, priority, source: source.optional() })
	.refine((sent) => [sent.requester_id, sent.email, sent.phone, sent.facebook_id, sent.twitter_id, sent.unique_external_id].some((who) => who !== undefined), {
		path: ["requester_id"],
		message: "One of requester_id, phone, email, twitter_id, facebook_id, unique_external_id is mandatory",
	});
/** A change of a ticket. */
export const updateBody = z.strictObject({
	...optional,
	subject: text.min(1).optional(),
	description: z.string().min(1).optional(),
	status: status.optional(),
	priority: priority.optional(),
	source: source.optional(),
});
/** A note. */
export const noteBody = z.strictObject({
	body: z.string().min(1),
	incoming: z.boolean().optional(),
	notify_emails: emails.optional(),
	private: z.boolean().optional(),
	user_id: id.optional(),
});
/** An answer to the customer. */
export const replyBody = z.strictObject({
	body: z.string().min(1),
	from_email: z.email().optional(),
	user_id: id.optional(),
	cc_emails: emails.optional(),
	bcc_emails: emails.optional(),
});

const largestAttachments = 20 * 1024 * 1024;

/** A refusal in the vendor's format. */
export function invalid(...errors: { field: string; message: string; code: string }[]): FakeAnswer {
	return { status: 400, json: { description: "Validation failed", errors } };
}

/** What was sent, with its files. */
export interface Read<Schema extends z.ZodType> {
	sent: z.infer<Schema>;
	files: FakeTicket["files"];
}

/** Reads JSON or a form. @throws Refused as the vendor does */
export async function readBody<Schema extends z.ZodType>(schema: Schema, request: FakeRequest): Promise<Read<Schema>> {
	const type = request.headers["content-type"] ?? "";
	if (!/^(?:application\/json|multipart\/form-data)/.test(type))
		throw new Refused({
			status: 415,
			json: { code: "invalid_content_type", message: `Content-Type header is set to ${type}. It should be set to application/json` },
		});
	const { value, files } = type.startsWith("multipart/") ? await readForm(request, type) : { value: request.json(), files: [] };
	if (files.reduce((sum, { bytes }) => sum + bytes.length, 0) > largestAttachments)
		throw new Refused(invalid({ field: "attachments", message: "The total size of the attachments must not be more than 20 MB", code: "invalid_size" }));
	const { success, data, error } = schema.safeParse(value);
	if (success) return { sent: data, files };
	throw new Refused(
		invalid(
			...error.issues.map(({ path, code, message }) => ({
				field: path.join("."),
				message,
				code: code === "unrecognized_keys" ? "invalid_field" : "invalid_value",
			})),
		),
	);
}

/** Fields of a form: `tags[]` is a list, `custom_fields[name]` an object, and digits are numbers where the API wants one. */
async function readForm({ body }: FakeRequest, type: string): Promise<{ value: Record<string, unknown>; files: FakeTicket["files"] }> {
	const form = await new Response(new Uint8Array(body), { headers: { "content-type": type } }).formData();
	const value: Record<string, unknown> = {};
	const files: FakeTicket["files"] = [];
	for (const [name, entry] of form) {
		const [, field = name, list, key] = /^(\w+)(?:(\[\])|\[(\w+)\])?$/.exec(name) ?? [];
		if (typeof entry !== "string") {
			if (name !== "attachments[]") throw new Refused(invalid({ field: name, message: "Unexpected/invalid field in request", code: "invalid_field" }));
			files.push({ name: entry.name, type: entry.type, bytes: Buffer.from(await entry.arrayBuffer()) });
		} else if (list) value[field] = [...((value[field] as unknown[] | undefined) ?? []), entry];
		else if (key) value[field] = { ...(value[field] as object | undefined), [key]: entry };
		else value[field] = typed(field, entry);
	}
	return { value, files };
}

function typed(field: string, entry: string): unknown {
	if (/^(?:status|priority|source|.*_id)$/.test(field) && !/^(?:unique_external|facebook|twitter)_id$/.test(field) && /^\d+$/.test(entry)) return Number(entry);
	return field === "private" || field === "incoming" ? entry === "true" : entry;
}
