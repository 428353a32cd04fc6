import * as z from "zod";

// Bodies and queries as Help Scout's Inbox API 2.0 describes them.

const name = z.string().min(1).max(40, "size must be between 1 and 40");

/** A customer by id, or by address with what is known of a new one. */
export const customer = z
	.strictObject({
		id: z.int().optional(),
		email: z.email().optional(),
		firstName: name.optional(),
		lastName: name.optional(),
		phone: z.string().optional(),
		organization: z.string().max(60).optional(),
		jobTitle: z.string().max(60).optional(),
	})
	.refine(({ id, email }) => id ?? email, "a customer id or e-mail is needed");

/** A file within a thread, or alone. */
export const attachment = z.strictObject({ fileName: z.string().min(1), mimeType: z.string().min(1), data: z.base64() });

const addresses = z.array(z.email()).optional();
const common = {
	text: z.string().min(1, "may not be empty"),
	imported: z.boolean().optional(),
	createdAt: z.iso.datetime().optional(),
	attachments: z.array(attachment).optional(),
};

const customerThread = z.strictObject({ ...common, type: z.enum(["customer", "phone", "chat"]), customer, cc: addresses, bcc: addresses });
const noteThread = z.strictObject({ ...common, type: z.literal("note"), user: z.int().optional() });
const replyThread = z.strictObject({
	...common,
	type: z.literal("reply"),
	customer,
	user: z.int().optional(),
	cc: addresses,
	bcc: addresses,
	draft: z.boolean().optional(),
});

/** `POST /v2/conversations`. */
export const createConversation = z.strictObject({
	subject: z.string().min(1, "may not be empty"),
	customer,
	mailboxId: z.int(),
	type: z.enum(["chat", "email", "phone"]),
	status: z.enum(["active", "closed", "pending"]),
	threads: z
		.array(z.discriminatedUnion("type", [customerThread, noteThread, replyThread]))
		.min(1)
		.max(100),
	tags: z.array(z.string().min(1).max(100)).optional(),
	fields: z.array(z.strictObject({ id: z.int(), value: z.string() })).optional(),
	assignTo: z.int().nullish(),
	user: z.int().optional(),
	autoReply: z.boolean().optional(),
	imported: z.boolean().optional(),
	createdAt: z.iso.datetime().optional(),
	closedAt: z.iso.datetime().optional(),
});

/** `POST /v2/conversations/{id}/{customer|notes|reply}`. */
export const createThread = {
	customer: z.strictObject({ ...common, customer, cc: addresses, bcc: addresses }),
	notes: z.strictObject({ ...common, user: z.int().optional(), status: z.enum(["active", "closed", "pending"]).optional() }),
	reply: z.strictObject({
		...common,
		customer,
		user: z.int().optional(),
		cc: addresses,
		bcc: addresses,
		draft: z.boolean().optional(),
		status: z.enum(["active", "closed", "pending", "spam"]).optional(),
		assignTo: z.int().optional(),
	}),
};

/** `PATCH /v2/conversations/{id}`. */
export const patch = z.discriminatedUnion("path", [
	z.strictObject({ op: z.literal("replace"), path: z.literal("/status"), value: z.enum(["active", "closed", "pending", "spam"]) }),
	z.strictObject({ op: z.literal("replace"), path: z.literal("/subject"), value: z.string().min(1) }),
	z.strictObject({ op: z.enum(["replace", "remove"]), path: z.literal("/assignTo"), value: z.int().optional() }),
]);

/** `PUT /v2/conversations/{id}/tags`. */
export const putTags = z.strictObject({ tags: z.array(z.string()) });

/** `GET /v2/conversations`. */
export const listing = z.strictObject({
	embed: z.literal("threads").optional(),
	mailbox: z.string().optional(),
	folder: z.string().optional(),
	status: z.enum(["active", "all", "closed", "open", "pending", "spam"]).default("active"),
	tag: z.string().optional(),
	assigned_to: z.string().optional(),
	modifiedSince: z.iso.datetime().optional(),
	number: z.coerce.number().int().optional(),
	sortField: z
		.enum(["createdAt", "customerEmail", "customerName", "mailboxid", "modifiedAt", "number", "score", "status", "subject", "waitingSince"])
		.optional(),
	sortOrder: z.enum(["asc", "desc"]).optional(),
	customFieldsByIds: z.string().optional(),
	query: z
		.string()
		.regex(/^\(.+\)$/, "must stand in brackets")
		.optional(),
	page: z.coerce.number().int().optional(),
});

/** `POST /v2/oauth2/token`. */
export const tokenRequest = z.strictObject({ grant_type: z.literal("client_credentials"), client_id: z.string(), client_secret: z.string() });
