import * as z from "zod";
import { Refused, type FakeAnswer, type FakeRequest } from "./fake-desk.ts";

/** The unique external-id field that an administrator has made on Case. */
export const externalIdField = "Tier_Zero_Id__c";

const textOf = (max: number) => z.string().max(max);
const recordId = z.string().regex(/^[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?$/, "MALFORMED_ID");
const email = z.union([z.literal(""), z.email("INVALID_EMAIL_ADDRESS").max(80)]);

const caseFields = z
	.strictObject({
		AccountId: recordId,
		AssetId: recordId,
		BusinessHoursId: recordId,
		Comments: textOf(4000),
		ContactId: recordId,
		Description: textOf(32_000),
		IsEscalated: z.boolean(),
		Origin: textOf(255),
		OwnerId: recordId,
		ParentId: recordId,
		Priority: textOf(255),
		Reason: textOf(255),
		RecordTypeId: recordId,
		Status: textOf(255),
		Subject: textOf(255),
		SuppliedCompany: textOf(80),
		SuppliedEmail: email,
		SuppliedName: textOf(80),
		SuppliedPhone: textOf(40),
		Type: textOf(255),
		[externalIdField]: textOf(255),
	})
	.partial();

/** Fields that may be written, by type of record. What is absent here does not exist for the API. */
export const writable: Record<string, z.ZodType<Record<string, unknown>>> = {
	Case: caseFields,
	CaseComment: z.strictObject({ ParentId: recordId, CommentBody: textOf(4000), IsPublished: z.boolean().optional() }),
	FeedItem: z.strictObject({
		ParentId: recordId,
		Body: textOf(10_000),
		Type: z.literal("TextPost").optional(),
		Visibility: z.enum(["AllUsers", "InternalUsers"]).optional(),
	}),
	ContentVersion: z.strictObject({
		PathOnClient: textOf(500).min(1),
		Title: textOf(255).optional(),
		Description: textOf(1000).optional(),
		Origin: z.enum(["C", "H"]).optional(),
		FirstPublishLocationId: recordId.optional(),
		ReasonForChange: textOf(1000).optional(),
		VersionData: z.string().min(1),
	}),
	ContentDocumentLink: z.strictObject({
		ContentDocumentId: recordId,
		LinkedEntityId: recordId,
		ShareType: z.enum(["V", "C", "I"]).optional(),
		Visibility: z.enum(["AllUsers", "InternalUsers", "SharedUsers"]).optional(),
	}),
};

/** The body, checked as the vendor does: unknown fields and long values are refused by name. */
export async function readBody(type: string, request: FakeRequest): Promise<Record<string, unknown>> {
	const schema = writable[type];
	if (!schema) throw notFound();
	const { data, error } = schema.safeParse(await readFields(request));
	if (data) return data;
	const [issue] = error.issues;
	const field = String(issue?.path[0] ?? "");
	if (issue?.code === "unrecognized_keys") throw refused(400, "INVALID_FIELD", `No such column '${issue.keys[0]}' on sobject of type ${type}`);
	if (issue?.code === "too_big") throw refused(400, "STRING_TOO_LONG", `${field}: data value too large (max length=${String(issue.maximum)})`, [field]);
	if (issue?.message === "MALFORMED_ID" || issue?.message === "INVALID_EMAIL_ADDRESS") throw refused(400, issue.message, `${field}: invalid value`, [field]);
	throw refused(400, "JSON_PARSER_ERROR", `Cannot deserialize ${field}: ${issue?.message}`, [field]);
}

/** JSON, or for files two parts: the fields as JSON and the bytes, which are kept in Base64. */
async function readFields(request: FakeRequest): Promise<unknown> {
	const contentType = request.headers["content-type"] ?? "";
	if (!contentType.startsWith("multipart/form-data")) {
		if (!contentType.startsWith("application/json"))
			throw refused(415, "UNSUPPORTED_MEDIA_TYPE", "Content-Type header specified in HTTP request is not supported");
		return request.json();
	}
	const form = await new Response(new Uint8Array(request.body), { headers: { "content-type": contentType } }).formData();
	const fields = form.get("entity_content");
	const bytes = form.get("VersionData");
	if (fields === null || !(bytes instanceof File)) throw refused(400, "INVALID_MULTIPART_REQUEST", "Multipart message is missing a part");
	const json = typeof fields === "string" ? fields : await fields.text();
	return { ...(JSON.parse(json) as object), VersionData: Buffer.from(await bytes.arrayBuffer()).toString("base64") };
}

/** A refusal as the vendor writes it: an array of errors. */
export function refusal(status: number, errorCode: string, message: string, fields?: string[]): FakeAnswer {
	return { status, json: [{ message, errorCode, ...(fields && { fields }) }] };
}

export function refused(status: number, errorCode: string, message: string, fields?: string[]): Refused {
	return new Refused(refusal(status, errorCode, message, fields));
}

export function notFound(): Refused {
	return refused(404, "NOT_FOUND", "The requested resource does not exist");
}
