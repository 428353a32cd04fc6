import * as z from "zod";
import { Refused, type FakeAnswer } from "./fake-desk.ts";
import { adfDocument, readAdf, readWiki } from "./read-jira-text.ts";
import type { ReadText } from "./read-text.ts";

/** The service desk and the request type that an administrator has set up. */
export const jiraServiceDesk = { id: "10", project: "HELP", requestType: "25" };

/** Longest text of a field. In characters. */
const longestText = 32_767;

const plainComment = z.strictObject({ body: z.string() });

/** Bodies of the calls, by the names of the vendor's schemas. Where the vendor takes any field, the routes look at it. */
export const bodies = {
	RequestCreateDTO: z.strictObject({
		channel: z.string().optional(),
		form: z.strictObject({ answers: z.record(z.string(), z.unknown()) }).optional(),
		isAdfRequest: z.boolean().optional(),
		raiseOnBehalfOf: z.string().optional(),
		requestFieldValues: z.record(z.string(), z.unknown()),
		requestParticipants: z.array(z.string()).optional(),
		requestTypeId: z.string(),
		serviceDeskId: z.string(),
	}),
	CommentCreateDTO: z.strictObject({ body: z.string().min(1), public: z.boolean().optional() }),
	AttachmentCreateDTO: z.strictObject({
		additionalComment: plainComment.optional(),
		public: z.boolean().optional(),
		temporaryAttachmentIds: z.array(z.string()).min(1),
	}),
	CustomerTransitionExecutionDTO: z.strictObject({ id: z.string(), additionalComment: plainComment.optional() }),
	CustomerCreateDTO: z.strictObject({ displayName: z.string().min(1), email: z.email() }),
	ServiceDeskCustomerDTO: z.strictObject({ accountIds: z.array(z.string()).optional(), usernames: z.array(z.string()).optional() }),
	/** The platform's comment; its body is a document in version 3 of the API and wiki markup in version 2. */
	Comment: z.strictObject({
		body: z.unknown(),
		properties: z.array(z.strictObject({ key: z.string(), value: z.unknown() })).optional(),
		visibility: z
			.strictObject({ type: z.enum(["group", "role"]), value: z.string(), identifier: z.string() })
			.partial()
			.optional(),
	}),
	IssueUpdateDetails: z
		.strictObject({
			fields: z.record(z.string(), z.unknown()),
			historyMetadata: z.unknown(),
			properties: z.array(z.strictObject({ key: z.string(), value: z.unknown() })),
			transition: z.strictObject({ id: z.string() }),
			update: z.record(z.string(), z.unknown()),
		})
		.partial(),
	SearchAndReconcileRequestBean: z
		.strictObject({
			expand: z.string(),
			fields: z.array(z.string()),
			fieldsByKeys: z.boolean(),
			jql: z.string(),
			maxResults: z.int().max(5000),
			nextPageToken: z.string(),
			properties: z.array(z.string()).max(5),
			reconcileIssues: z.array(z.int()).max(50),
		})
		.partial(),
};

/** The error of the service-desk part: a sentence, and its name for translators. */
export function refusal(status: number, errorMessage: string): FakeAnswer {
	return { status, json: { errorMessage, i18nErrorMessage: { i18nKey: "sd.error", parameters: [] } } };
}

export function refused(status: number, errorMessage: string): Refused {
	return new Refused(refusal(status, errorMessage));
}

/** The error of the platform part: sentences, and sentences by field. */
export function platformRefused(status: number, errorMessages: string[], errors: Record<string, string> = {}): Refused {
	return new Refused({ status, json: { errorMessages, errors } });
}

/** A body as the vendor's schema says it is. @throws Refused 400 */
export function readBody<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
	const { success, data, error } = schema.safeParse(value);
	if (success) return data;
	throw refused(400, `Invalid request payload: ${z.prettifyError(error)}`);
}

/** A rich text as it is read: a document, or wiki markup. @throws Refused 400 where it is the other one, or too long */
export function readRichText(value: unknown, asDocument: boolean, field: string): ReadText {
	const document = asDocument ? adfDocument.safeParse(value) : null;
	if (document && !document.success) throw platformRefused(400, ["INVALID_INPUT"], { [field]: z.prettifyError(document.error) });
	if (!document && typeof value !== "string") throw platformRefused(400, [], { [field]: "Operation value must be a string" });
	const read = document ? readAdf(document.data) : readWiki(String(value));
	if ((document ? read.text : String(value)).length > longestText)
		throw platformRefused(400, [], { [field]: "The entered text is too long. It exceeds the allowed limit of 32,767 characters." });
	return read;
}
