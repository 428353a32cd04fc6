import * as z from "zod";

// Bodies as Intercom's API describes them.

const seconds = z.int();
const address = z.union([z.strictObject({ id: z.string() }), z.strictObject({ external_id: z.string() }), z.strictObject({ email: z.email() })]);
const attributes = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

/** `POST /tickets`. */
export const createTicket = z.strictObject({
	ticket_type_id: z.string(),
	contacts: z.array(address).length(1, "only one contact is allowed"),
	conversation_to_link_id: z.string().optional(),
	company_id: z.string().optional(),
	created_at: seconds.optional(),
	ticket_attributes: attributes.optional(),
	assignment: z.strictObject({ admin_assignee_id: z.string().optional(), team_assignee_id: z.string().optional() }).optional(),
	skip_notifications: z.boolean().optional(),
});

/** `PUT /tickets/{id}`. */
export const updateTicket = z.strictObject({
	ticket_attributes: attributes.optional(),
	ticket_state_id: z.string().optional(),
	company_id: z.string().nullish(),
	open: z.boolean().optional(),
	is_shared: z.boolean().optional(),
	snoozed_until: seconds.optional(),
	admin_id: z.int().optional(),
	assignee_id: z.string().optional(),
	skip_notifications: z.boolean().optional(),
});

const options = z.array(z.strictObject({ text: z.string(), uuid: z.uuid() }));
const reply = {
	body: z.string().min(1),
	created_at: seconds.optional(),
	attachment_urls: z.array(z.url()).max(10).optional(),
	skip_notifications: z.boolean().optional(),
};
const contact = { ...reply, message_type: z.literal("comment"), type: z.literal("user"), reply_options: options.optional() };

/** `POST /tickets/{id}/reply`: by the customer, named in one of three ways, or by an admin. */
export const replyTicket = z.union([
	z.strictObject({ ...contact, intercom_user_id: z.string() }),
	z.strictObject({ ...contact, user_id: z.string() }),
	z.strictObject({ ...contact, email: z.email() }),
	z.strictObject({
		...reply,
		message_type: z.enum(["comment", "note", "quick_reply"]),
		type: z.literal("admin"),
		admin_id: z.string(),
		reply_options: options.optional(),
	}),
]);

/** `POST /contacts`. */
export const createContact = z
	.strictObject({
		role: z.enum(["user", "lead"]).optional(),
		external_id: z.string().optional(),
		email: z.email().optional(),
		phone: z.string().nullish(),
		name: z.string().nullish(),
		avatar: z.string().nullish(),
		signed_up_at: seconds.nullish(),
		last_seen_at: seconds.nullish(),
		owner_id: z.int().nullish(),
		unsubscribed_from_emails: z.boolean().nullish(),
		custom_attributes: z.record(z.string(), z.unknown()).nullish(),
	})
	.refine(({ role, external_id: id, email }) => role ?? id ?? email, "one of role, external_id and email is needed");

const single = z.strictObject({
	field: z.string(),
	operator: z.enum(["=", "!=", "IN", "NIN", "<", ">", "~", "!~", "^", "$"]),
	value: z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.union([z.string(), z.number()]))]),
});
const group = z.strictObject({ operator: z.enum(["AND", "OR"]), value: z.array(single).min(1).max(15) });
const nested = z.strictObject({
	operator: z.enum(["AND", "OR"]),
	value: z
		.array(z.union([single, group]))
		.min(1)
		.max(15),
});

/** `POST /tickets/search` and `POST /contacts/search`. */
export const searchRequest = z.strictObject({
	query: z.union([single, nested]),
	pagination: z.strictObject({ per_page: z.int().min(1).max(150).optional(), starting_after: z.string().nullish() }).optional(),
	sort: z.strictObject({ field: z.string(), order: z.enum(["ascending", "descending"]) }).optional(),
});

/** A condition of a search. */
export type Condition = z.infer<typeof searchRequest>["query"];

/**
 * Whether the fields of a thing meet a condition.
 *
 * @throws Error for a field that cannot be searched
 */
export function meets(condition: Condition, fields: Record<string, unknown>): boolean {
	if (!("field" in condition)) {
		const met = condition.value.map((one) => meets(one, fields));
		return condition.operator === "AND" ? met.every(Boolean) : met.some(Boolean);
	}
	const { field, operator, value } = condition;
	if (!Object.hasOwn(fields, field)) throw new Error(`'${field}' is not a searchable field`);
	const own = fields[field];
	const all: unknown[] = Array.isArray(own) ? own : [own];
	const any = (test: (one: unknown) => boolean) => all.some(test);
	switch (operator) {
		case "=":
			return any((one) => one === value);
		case "!=":
			return !any((one) => one === value);
		case "IN":
			return any((one) => Array.isArray(value) && value.includes(one as string));
		case "NIN":
			return !any((one) => Array.isArray(value) && value.includes(one as string));
		case ">":
			return any((one) => Number(one) > Number(value));
		case "<":
			return any((one) => Number(one) < Number(value));
		case "~":
			return any((one) => String(one).includes(String(value)));
		case "!~":
			return !any((one) => String(one).includes(String(value)));
		case "^":
			return any((one) => String(one).startsWith(String(value)));
		case "$":
			return any((one) => String(one).endsWith(String(value)));
	}
}
