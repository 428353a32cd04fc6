import { startFakeDesk, type FakeAnswer, type FakeDesk, type FakeRequest, type FakeTicket } from "./fake-desk.ts";
import { externalIdField, notFound, readBody, refusal, refused, writable } from "./salesforce-fields.ts";
import { runSoql } from "./salesforce-soql.ts";

/**
 * Salesforce Service Cloud as far as its REST API makes, reads and changes cases. Written from the vendor's pages, read on 2026-11-21:
 *
 * @see https://developer.salesforce.com/docs/platform/api-rest/guide/dome-upsert.html upsert by external id
 * @see https://developer.salesforce.com/docs/platform/api-rest/guide/errorcodes.html statuses and the array of errors
 * @see https://developer.salesforce.com/docs/platform/api-rest/guide/dome-sobject-insert-update-blob.html files
 * @see https://developer.salesforce.com/docs/atlas.en-us.sfFieldRef.meta/sfFieldRef/salesforce_field_reference_Case.htm lengths
 * @see https://developer.salesforce.com/docs/atlas.en-us.chatterapi.meta/chatterapi/quickstart_connecting.htm client credentials
 */
export const salesforceApp = { key: "3MVG9.consumer.key", secret: "8A4BE698BCA216718ECB0B1DCA294C69" };

export interface FakeSalesforce extends FakeDesk {
	/** The daily limit of calls is used up: every call but the token's is refused with 403, which passes by itself. */
	limitReached: boolean;
	/** Ends every session; calls with an old token meet 401. */
	endSessions(): void;
}

const prefixes: Record<string, string> = { Case: "500", CaseComment: "00a", FeedItem: "0D5", ContentVersion: "068", ContentDocumentLink: "06A" };

/** A record as SOQL sees it. */
export type SalesforceRecord = Record<string, unknown> & { Id: string; attributes: { type: string; url: string } };

export async function startFakeSalesforce(): Promise<FakeSalesforce> {
	const records: SalesforceRecord[] = [];
	const seen = new Map<string, FakeTicket>();
	const tokens = new Set<string>();
	const desk: FakeDesk & Partial<FakeSalesforce> = await startFakeDesk({
		targetOf({ method, path }) {
			if (/\/sobjects\/(?:CaseComment|FeedItem)\/?$/.test(path) && method === "POST") return "note";
			return /\/sobjects\/Case(?:\/?$|\/\w+__c\/)/.test(path) && (method === "POST" || method === "PATCH") ? "ticket" : null;
		},
		answer,
		refusals: {
			validation: refusal(400, "REQUIRED_FIELD_MISSING", "Required fields are missing: [Product__c]", ["Product__c"]),
			unauthorized: refusal(401, "INVALID_SESSION_ID", "Session expired or invalid"),
			serverError: refusal(503, "SERVER_UNAVAILABLE", "The server is temporarily unavailable"),
		},
	});
	return Object.assign(desk, { limitReached: false, endSessions: () => tokens.clear() });

	async function answer(request: FakeRequest, tickets: FakeTicket[]): Promise<FakeAnswer> {
		const { method, path, query } = request;
		if (path === "/services/oauth2/token" && method === "POST") return issueToken(request);
		if (!tokens.has((request.headers.authorization ?? "").replace(/^Bearer /, ""))) throw refused(401, "INVALID_SESSION_ID", "Session expired or invalid");
		if (desk.limitReached) throw refused(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");
		const [, version = "0", rest = ""] = /^\/services\/data\/v(\d\d)\.0\/(.+?)\/?$/.exec(path) ?? [];
		if (Number(version) < 46 || Number(version) > 68) throw notFound();
		if (rest === "query" && method === "GET") return runSoql(records, query.get("q") ?? "");
		const [, type = "", ...way] = rest.split("/").map(decodeURIComponent);
		if (!rest.startsWith("sobjects/") || !(type in writable)) throw notFound();
		if (method === "POST" && way.length === 0) return created(insert(type, await readBody(type, request), tickets));
		const found = records.find((record) => record.attributes.type === type && (way.length === 1 ? record.Id === way[0] : record[way[0] ?? ""] === way[1]));
		if (way.length === 2 && way[0] !== externalIdField) throw notFound();
		if (method === "GET" && found) return { status: 200, json: pick(found, query.get("fields")) };
		if (method === "PATCH" && way.length === 2) {
			const fields = await readBody(type, request);
			if (externalIdField in fields) throw refused(400, "INVALID_FIELD", `The ${externalIdField} field should not be specified in the sobject data.`);
			if (!found && query.get("updateOnly") === "true") throw notFound();
			if (!found) return created(insert(type, { ...fields, [externalIdField]: way[1] }, tickets));
			return { status: 200, json: { ...(change(found, fields), result(found.Id)), created: false } };
		}
		if (method === "PATCH" && found) {
			change(found, await readBody(type, request));
			return { status: 204 };
		}
		throw notFound();
	}

	function issueToken({ headers, body }: FakeRequest): FakeAnswer {
		const form = new URLSearchParams(body.toString("utf8"));
		const [user, password] = Buffer.from((headers.authorization ?? "").replace(/^Basic /, ""), "base64")
			.toString("utf8")
			.split(":");
		const id = form.get("client_id") ?? user;
		const secret = form.get("client_secret") ?? password;
		const error = (name: string, description: string) => ({ status: 400, json: { error: name, error_description: description } });
		if (!/^application\/x-www-form-urlencoded/.test(headers["content-type"] ?? "")) return error("invalid_request", "content type is not supported");
		if (form.get("grant_type") !== "client_credentials") return error("unsupported_grant_type", "grant type not supported");
		if (id !== salesforceApp.key) return error("invalid_client_id", "client identifier invalid");
		if (secret !== salesforceApp.secret) return error("invalid_client", "invalid client credentials");
		const token = `00DS7000000oxzo!${crypto.randomUUID()}`;
		tokens.add(token);
		return {
			status: 200,
			json: {
				access_token: token,
				signature: "nUFHwtfIGLKDTHcLWmDBG8frv0t+HQGl/iCZFIQUarE=",
				token_format: "opaque",
				scope: "api",
				instance_url: desk.url,
				id: `${desk.url}/id/00Dd000000XXXXXXX/005d000000XXXXX`,
				token_type: "Bearer",
				issued_at: String(Date.now()),
			},
		};
	}

	function insert(type: string, fields: Record<string, unknown>, tickets: FakeTicket[]): SalesforceRecord {
		for (const key of ["ParentId", "FirstPublishLocationId", "LinkedEntityId"])
			if (key in fields && !records.some(({ Id }) => Id === fields[key]))
				throw refused(400, "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY", "insufficient access rights on cross-reference id", [key]);
		const external = fields[externalIdField];
		if (external !== undefined && records.some((record) => record[externalIdField] === external))
			throw refused(400, "DUPLICATE_VALUE", `duplicate value found: ${externalIdField} duplicates value on record`, [externalIdField]);
		const Id = `${prefixes[type] ?? "a00"}${String(records.length + 1).padStart(12, "0")}AAA`;
		const record: SalesforceRecord = {
			attributes: { type, url: `/services/data/v68.0/sobjects/${type}/${Id}` },
			Id,
			CreatedDate: new Date().toISOString(),
			...fields,
		};
		records.push(record);
		if (type === "Case") {
			Object.assign(record, { CaseNumber: String(1001 + tickets.length).padStart(8, "0"), Status: fields["Status"] ?? "New" });
			const ticket: FakeTicket = { reference: String(record["CaseNumber"]), subject: "", text: "", notes: [], files: [], open: true, alarms: [] };
			seen.set(Id, ticket);
			tickets.push(ticket);
			show(record);
		}
		if (type === "CaseComment") seen.get(String(fields["ParentId"]))?.notes.push(String(fields["CommentBody"]));
		if (type === "FeedItem") seen.get(String(fields["ParentId"]))?.notes.push(String(fields["Body"]));
		if (type === "ContentVersion") {
			record["ContentDocumentId"] = `069${Id.slice(3)}`;
			attach(record, fields["FirstPublishLocationId"]);
		}
		if (type === "ContentDocumentLink") {
			const version = records.find(
				({ ContentDocumentId, attributes }) => attributes.type === "ContentVersion" && ContentDocumentId === fields["ContentDocumentId"],
			);
			if (!version) throw refused(400, "INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id", ["ContentDocumentId"]);
			attach(version, fields["LinkedEntityId"]);
		}
		return record;
	}

	function change(record: SalesforceRecord, fields: Record<string, unknown>): void {
		Object.assign(record, fields);
		show(record);
	}

	/** A case shows text as text: nothing in it is run. */
	function show(record: SalesforceRecord): void {
		const ticket = seen.get(record.Id);
		if (!ticket) return;
		const read = ["Description", "Comments", "SuppliedName", "SuppliedEmail", "SuppliedCompany"].map((field) => record[field] ?? "");
		Object.assign(ticket, { subject: String(record["Subject"] ?? ""), text: read.join("\n"), open: record["Status"] !== "Closed" });
	}

	function attach(version: SalesforceRecord, where: unknown): void {
		seen.get(String(where))?.files.push({
			name: String(version["PathOnClient"]),
			type: "application/octet-stream",
			bytes: Buffer.from(String(version["VersionData"]), "base64"),
		});
	}
}

function pick(record: SalesforceRecord, fields: string | null): object {
	if (fields === null) return record;
	return Object.fromEntries(["attributes", "Id", ...fields.split(",")].map((field) => [field, record[field] ?? null]));
}

function result(id: string) {
	return { id, success: true, errors: [] };
}

function created(record: SalesforceRecord): FakeAnswer {
	return { status: 201, json: { ...result(record.Id), created: true } };
}
