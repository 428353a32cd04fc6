import * as z from "zod";
import { Refused, type FakeAnswer, type FakeRequest } from "./fake-desk.ts";

const id = z.int().positive();
/** A comment. */
export const comment = z
	.strictObject({
		body: z.string().min(1).optional(),
		html_body: z.string().min(1).optional(),
		public: z.boolean().optional(),
		author_id: id.optional(),
		uploads: z.array(z.string()).optional(),
	})
	.refine(({ body, html_body }) => body !== undefined || html_body !== undefined, "Description: cannot be blank")
	// A comment holds 64 kB of text.
	.refine(({ body, html_body }) => Buffer.byteLength(html_body ?? body ?? "") <= 65_535, "Body: is too long");

const writable = {
	additional_collaborators: z.array(z.union([id, z.email()])).optional(),
	assignee_email: z.email().optional(),
	assignee_id: id.nullable().optional(),
	attribute_value_ids: z.array(id).optional(),
	brand_id: id.optional(),
	collaborator_ids: z.array(id).optional(),
	custom_fields: z.array(z.strictObject({ id, value: z.unknown() })).optional(),
	custom_status_id: id.optional(),
	due_at: z.iso.datetime().nullable().optional(),
	email_ccs: z
		.array(z.strictObject({ user_id: z.string().optional(), user_email: z.email().optional(), action: z.enum(["put", "delete"]).optional() }))
		.optional(),
	external_id: z.string().max(255).optional(),
	followers: z
		.array(z.strictObject({ user_id: z.string().optional(), user_email: z.email().optional(), action: z.enum(["put", "delete"]).optional() }))
		.optional(),
	group_id: id.optional(),
	metadata: z.record(z.string(), z.unknown()).optional(),
	organization_id: id.optional(),
	priority: z.enum(["urgent", "high", "normal", "low"]).optional(),
	problem_id: id.optional(),
	requester: z.strictObject({ name: z.string().min(1), email: z.email(), locale_id: id.optional() }).optional(),
	requester_id: id.optional(),
	safe_update: z.boolean().optional(),
	sharing_agreement_ids: z.array(id).optional(),
	status: z.enum(["new", "open", "pending", "hold", "solved", "closed"]).optional(),
	subject: z.string().max(150).optional(),
	tags: z.array(z.string().regex(/^\S+$/)).optional(),
	ticket_form_id: id.optional(),
	type: z.enum(["problem", "incident", "question", "task"]).optional(),
	updated_stamp: z.string().optional(),
};

/** A new ticket. */
export const createBody = z.strictObject({
	ticket: z.strictObject({
		...writable,
		collaborators: z.array(z.unknown()).optional(),
		comment,
		macro_ids: z.array(id).optional(),
		recipient: z.email().optional(),
		submitter_id: id.optional(),
		via: z.strictObject({ channel: z.union([z.string(), z.int()]) }).optional(),
		via_followup_source_id: id.optional(),
	}),
});
/** A change of a ticket. */
export const updateBody = z.strictObject({ ticket: z.strictObject({ ...writable, comment: comment.optional() }) });

/** A refusal in the vendor's format. */
export function invalid(details: Record<string, { description: string; error?: string }[]>): FakeAnswer {
	return { status: 422, json: { error: "RecordInvalid", description: "Record validation errors", details } };
}

/** The body of a call. @throws Refused as the vendor does */
export function read<Schema extends z.ZodType>(schema: Schema, request: FakeRequest): z.infer<Schema> {
	if (!request.headers["content-type"]?.startsWith("application/json")) throw new Refused({ status: 415 });
	const { success, data, error } = schema.safeParse(request.json());
	if (!success)
		throw new Refused(
			invalid(Object.fromEntries(error.issues.map(({ path, message }) => [path.join("."), [{ description: message, error: "InvalidValue" }]]))),
		);
	return data;
}
