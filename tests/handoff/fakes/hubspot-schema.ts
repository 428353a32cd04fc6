import * as z from "zod";

// Bodies as HubSpot's CRM API describes them.

const properties = z.record(z.string(), z.string());
const associations = z.array(
	z.strictObject({
		to: z.strictObject({ id: z.union([z.string(), z.int()]) }),
		types: z
			.array(z.strictObject({ associationCategory: z.enum(["HUBSPOT_DEFINED", "USER_DEFINED", "INTEGRATOR_DEFINED"]), associationTypeId: z.int() }))
			.min(1),
	}),
);

/** `POST /crm/v3/objects/{type}`. */
export const createObject = z.strictObject({ properties, associations: associations.optional(), objectWriteTraceId: z.string().optional() });

/** `PATCH /crm/v3/objects/{type}/{id}`. */
export const updateObject = z.strictObject({ properties, objectWriteTraceId: z.string().optional() });

/** `POST /crm/v3/objects/{type}/batch/upsert`. */
export const upsertObjects = z.strictObject({
	inputs: z
		.array(z.strictObject({ id: z.string(), idProperty: z.string().optional(), properties, objectWriteTraceId: z.string().optional() }))
		.min(1)
		.max(100),
});

/** `POST /crm/v3/objects/{type}/batch/read`. */
export const readObjects = z.strictObject({
	inputs: z
		.array(z.strictObject({ id: z.string() }))
		.min(1)
		.max(100),
	properties: z.array(z.string()),
	propertiesWithHistory: z.array(z.string()).optional(),
	idProperty: z.string().optional(),
});

const operator = z.enum([
	"EQ",
	"NEQ",
	"LT",
	"LTE",
	"GT",
	"GTE",
	"BETWEEN",
	"IN",
	"NOT_IN",
	"HAS_PROPERTY",
	"NOT_HAS_PROPERTY",
	"CONTAINS_TOKEN",
	"NOT_CONTAINS_TOKEN",
]);
const filter = z.strictObject({
	propertyName: z.string(),
	operator,
	value: z.string().optional(),
	highValue: z.string().optional(),
	values: z.array(z.string()).optional(),
});

/** `POST /crm/v3/objects/{type}/search`. */
export const searchObjects = z.strictObject({
	query: z.string().optional(),
	limit: z.int().min(1).max(200).optional(),
	after: z.union([z.string(), z.int()]).optional(),
	sorts: z.array(z.union([z.string(), z.strictObject({ propertyName: z.string(), direction: z.enum(["ASCENDING", "DESCENDING"]) })])).optional(),
	properties: z.array(z.string()).optional(),
	filterGroups: z
		.array(z.strictObject({ filters: z.array(filter).max(6) }))
		.max(5)
		.optional(),
});

/** Query of `GET` and `PATCH /crm/v3/objects/{type}/{id}`. */
export const objectQuery = z.strictObject({
	properties: z.string().optional(),
	propertiesWithHistory: z.string().optional(),
	associations: z.string().optional(),
	archived: z.enum(["true", "false"]).optional(),
	idProperty: z.string().optional(),
});

/** Form of `POST /files/v3/files`, without the file. */
export const uploadForm = z
	.strictObject({
		folderId: z.string().optional(),
		folderPath: z.string().optional(),
		fileName: z.string().optional(),
		charsetHunch: z.string().optional(),
		options: z.string(),
	})
	.refine(({ folderId, folderPath }) => (folderId === undefined) !== (folderPath === undefined), "one of folderId and folderPath is needed, not both");

/** `options` of that form. */
export const uploadOptions = z.strictObject({
	access: z.enum([
		"PUBLIC_INDEXABLE",
		"PUBLIC_NOT_INDEXABLE",
		"HIDDEN_INDEXABLE",
		"HIDDEN_NOT_INDEXABLE",
		"HIDDEN_PRIVATE",
		"PRIVATE",
		"HIDDEN_SENSITIVE",
		"SENSITIVE",
	]),
	ttl: z.string().optional(),
	overwrite: z.boolean().optional(),
	duplicateValidationStrategy: z.enum(["NONE", "REJECT", "RETURN_EXISTING"]).optional(),
	duplicateValidationScope: z.enum(["EXACT_FOLDER", "ENTIRE_PORTAL"]).optional(),
});

/** What a property may hold; null: anything. */
type Values = Record<string, readonly string[] | null>;

/** Properties of each type that every account has, and what HubSpot lets them hold. */
export const standardProperties: Record<string, Values> = {
	tickets: {
		subject: null,
		content: null,
		hs_pipeline: ["0"],
		hs_pipeline_stage: ["1", "2", "3", "4"],
		hs_ticket_priority: ["LOW", "MEDIUM", "HIGH", "URGENT"],
		hs_ticket_category: ["PRODUCT_ISSUE", "BILLING_ISSUE", "FEATURE_REQUEST", "GENERAL_INQUIRY"],
		hs_resolution: null,
		hubspot_owner_id: null,
		source_type: ["CHAT", "EMAIL", "FORM", "PHONE"],
		createdate: null,
		hs_object_id: null,
	},
	notes: { hs_note_body: null, hs_timestamp: null, hs_attachment_ids: null, hubspot_owner_id: null, hs_createdate: null, hs_object_id: null },
	contacts: { email: null, firstname: null, lastname: null, company: null, phone: null, lifecyclestage: null, hs_object_id: null },
};

/** The text fields that end somewhere, in characters. */
export const longest: Record<string, number> = { content: 65_536, hs_note_body: 65_536, subject: 65_536 };

/** Types of association that HubSpot defines, by what they join. */
export const associationTypes: Record<string, number> = {
	"tickets contacts": 16,
	"notes tickets": 228,
	"notes contacts": 202,
	"contacts tickets": 15,
	"tickets notes": 227,
};

/** Stages of the only pipeline. */
export const stages = [
	{ id: "1", label: "New", metadata: { ticketState: "OPEN", isClosed: "false" } },
	{ id: "2", label: "Waiting on contact", metadata: { ticketState: "OPEN", isClosed: "false" } },
	{ id: "3", label: "Waiting on us", metadata: { ticketState: "OPEN", isClosed: "false" } },
	{ id: "4", label: "Closed", metadata: { ticketState: "CLOSED", isClosed: "true" } },
];
