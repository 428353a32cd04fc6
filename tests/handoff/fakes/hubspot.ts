import { bearerOf, checked, queryOf } from "./checked.ts";
import { Refused, startFakeDesk, type FakeAnswer, type FakeDesk, type FakeRequest, type FakeTicket } from "./fake-desk.ts";
import { describePipelines, failure, invalid, invalidProperty, unauthorized } from "./hubspot-answers.ts";
import {
	associationTypes,
	createObject,
	longest,
	objectQuery,
	readObjects,
	searchObjects,
	stages,
	standardProperties,
	updateObject,
	uploadForm,
	uploadOptions,
	upsertObjects,
} from "./hubspot-schema.ts";
import { readHtml } from "./read-text.ts";

/**
 * HubSpot's tickets, notes, contacts and files, APIs v3 and 2026-03 (the same under another path). A ticket's `content` is shown as it is; a note is HTML.
 *
 * @see https://developers.hubspot.com/docs/api-reference/crm-tickets-v3/guide, https://developers.hubspot.com/docs/api-reference/crm-notes-v3/guide,
 * https://developers.hubspot.com/docs/api-reference/files-files-v3/guide and the published OpenAPI description (@hubspot/api-client 14.0.1), read on 2026-11-21
 */
export const hubspotToken = "pat-eu1-00000000-example";

interface Stored {
	id: string;
	kind: string;
	createdAt: string;
	properties: Record<string, string>;
	/** Ids of what it is joined with. */
	joined: Set<string>;
	/** Of a ticket only. */
	ticket?: FakeTicket;
}

interface Options {
	/** Epoch milliseconds. */
	now: () => number;
	/** Properties that tickets were given in this account; their values are unique. */
	uniqueProperties?: string[];
}

/** Starts HubSpot. */
export function startFakeHubSpot({ now, uniqueProperties = [] }: Options): Promise<FakeDesk> {
	const objects: Stored[] = [];
	const files = new Map<string, { name: string; type: string; bytes: Buffer }>();
	return startFakeDesk({
		targetOf({ method, path }) {
			if (method !== "POST") return null;
			return /\/tickets(?:\/batch\/upsert)?$/.test(path) ? "ticket" : path.endsWith("/notes") ? "note" : null;
		},
		refusals: {
			validation: failure(400, "VALIDATION_ERROR", "Property values were not valid"),
			unauthorized,
			tooMany: (seconds) => ({
				status: 429,
				headers: { "retry-after": String(seconds), "x-hubspot-ratelimit-interval-milliseconds": "10000", "x-hubspot-ratelimit-remaining": "0" },
				json: {
					status: "error",
					message: "You have reached your ten_secondly_rolling limit.",
					errorType: "RATE_LIMIT",
					correlationId: crypto.randomUUID(),
					policyName: "TEN_SECONDLY_ROLLING",
				},
			}),
		},
		answer,
	});

	function answer(request: FakeRequest, tickets: FakeTicket[]): FakeAnswer | Promise<FakeAnswer> {
		if (bearerOf(request) !== hubspotToken) throw new Refused(unauthorized);
		const { method } = request;
		const path = request.path.replace(/^\/crm\/objects\/2026-03\//, "/crm/v3/objects/").replace(/^\/(files|crm\/pipelines)\/2026-03\//, "/$1/v3/");
		if (method === "POST" && path === "/files/v3/files") return upload(request);
		if (method === "GET" && /^\/crm\/(?:v3\/pipelines|pipelines\/v3)\/tickets(?:\/0(?:\/stages)?)?$/.test(path)) return describePipelines(path);
		const [, kind = "", id, action = ""] = /^\/crm\/v[34]\/objects\/(tickets|notes|contacts)(?:\/([^/]+)(?:\/(.+))?)?$/.exec(path) ?? [];
		if (kind === "") throw new Refused({ status: 404, body: "" });
		if (method === "POST" && id === undefined) return create(kind, request, tickets);
		if (method === "POST" && id === "search") return search(kind, request);
		if (method === "POST" && id === "batch" && action === "upsert") return upsert(kind, request, tickets);
		if (method === "POST" && id === "batch" && action === "read") return readMany(kind, request);
		const { idProperty, properties = "", associations = "" } = checked(objectQuery, queryOf(request), invalid);
		const stored = find(kind, decodeURIComponent(id ?? ""), idProperty);
		if (method === "PATCH" && action === "") return update(stored, request);
		if (method === "GET" && action === "")
			return { status: 200, json: { ...describe(stored, properties.split(",")), associations: describeJoined(stored, associations.split(",")) } };
		const [, to = "", other = ""] = /^associations\/(?:default\/)?(\w+)\/(\d+)(?:\/\w+)?$/.exec(action) ?? [];
		if (method !== "PUT" || to === "") throw new Refused({ status: 404, body: "" });
		join(stored, find(to, other));
		return { status: 200, json: describe(stored) };
	}

	function create(kind: string, request: FakeRequest, tickets: FakeTicket[]): FakeAnswer {
		const { properties, associations = [] } = checked(createObject, request.json(), invalid);
		const others = associations.map(({ to, types }) => ({ other: objects.find(({ id }) => id === String(to.id)), types }));
		for (const { other, types } of others) {
			if (!other) throw new Refused(failure(400, "VALIDATION_ERROR", "One or more associations are not valid"));
			const meant = associationTypes[`${kind} ${other.kind}`];
			if (types.some(({ associationCategory, associationTypeId }) => associationCategory === "HUBSPOT_DEFINED" && associationTypeId !== meant))
				throw new Refused(failure(400, "VALIDATION_ERROR", `One or more association types are not valid between ${kind} and ${other.kind}`));
		}
		const stored = keep(kind, properties, tickets);
		for (const { other } of others) if (other) join(stored, other);
		return { status: 201, json: describe(stored) };
	}

	function upsert(kind: string, request: FakeRequest, tickets: FakeTicket[]): FakeAnswer {
		const { inputs } = checked(upsertObjects, request.json(), invalid);
		const results = inputs.map(({ id, idProperty, properties }) => {
			const known = objects.find((object) => object.kind === kind && (idProperty === undefined ? object.id : object.properties[idProperty]) === id);
			if (known) change(known, properties);
			const stored = known ?? keep(kind, { ...(idProperty !== undefined && { [idProperty]: id }), ...properties }, tickets);
			return { ...describe(stored), new: !known };
		});
		const at = new Date(now()).toISOString();
		return { status: 200, json: { status: "COMPLETE", results, startedAt: at, completedAt: at } };
	}

	function keep(kind: string, properties: Record<string, string>, tickets: FakeTicket[]): Stored {
		check(kind, properties);
		const required = { tickets: ["subject", "hs_pipeline_stage"], notes: ["hs_timestamp"], contacts: [] }[kind] ?? [];
		const missing = required.find((name) => !properties[name]);
		if (missing !== undefined) throw invalidProperty(missing, "REQUIRED_FIELD", `${missing} was not provided`);
		const { email } = properties;
		const same =
			kind === "contacts" && email !== undefined
				? objects.find((object) => object.kind === kind && object.properties["email"] === email.toLowerCase())
				: undefined;
		if (same) throw new Refused(failure(409, "CONFLICT", `Contact already exists. Existing ID: ${same.id}`));
		const stored: Stored = { id: String(38_150_000_000 + objects.length), kind, createdAt: new Date(now()).toISOString(), properties: {}, joined: new Set() };
		if (kind === "tickets") {
			stored.ticket = { reference: stored.id, subject: "", text: "", notes: [], files: [], open: true, alarms: [] };
			tickets.push(stored.ticket);
		}
		objects.push(stored);
		change(stored, email === undefined ? properties : { ...properties, email: email.toLowerCase() });
		return stored;
	}

	function check(kind: string, properties: Record<string, string>, own?: Stored): void {
		const known = standardProperties[kind] ?? {};
		for (const [name, value] of Object.entries(properties)) {
			const unique = kind === "tickets" && uniqueProperties.includes(name);
			if (!Object.hasOwn(known, name) && !unique) throw invalidProperty(name, "PROPERTY_DOESNT_EXIST", `Property "${name}" does not exist`);
			const allowed = known[name];
			if (allowed && !allowed.includes(value))
				throw invalidProperty(name, "INVALID_OPTION", `${value} was not one of the allowed options: [${allowed.join(", ")}]`);
			if (value.length > (longest[name] ?? Infinity)) throw invalidProperty(name, "INVALID_LENGTH", `${name} is limited to ${longest[name] ?? 0} characters`);
			if (unique && objects.some((object) => object !== own && object.properties[name] === value))
				throw invalidProperty(name, "CONFLICTING_UNIQUE_VALUE", `${value} is already the value of another ticket`);
		}
	}

	function change(stored: Stored, properties: Record<string, string>): void {
		check(stored.kind, properties, stored);
		Object.assign(stored.properties, properties);
		const { subject = "", content = "", hs_pipeline_stage: stage } = stored.properties;
		if (stored.ticket) Object.assign(stored.ticket, { subject, text: content, open: stages.find(({ id }) => id === stage)?.metadata.ticketState !== "CLOSED" });
	}

	function update(stored: Stored, request: FakeRequest): FakeAnswer {
		change(stored, checked(updateObject, request.json(), invalid).properties);
		return { status: 200, json: describe(stored) };
	}

	/** A note that joins a ticket stands there, with its files. */
	function join(stored: Stored, other: Stored): void {
		stored.joined.add(other.id);
		other.joined.add(stored.id);
		const [note, ticket] = stored.kind === "notes" ? [stored, other.ticket] : [other, stored.ticket];
		if (note.kind !== "notes" || !ticket) return;
		const { text, alarms } = readHtml(note.properties["hs_note_body"] ?? "");
		ticket.notes.push(text);
		ticket.alarms.push(...alarms);
		for (const id of (note.properties["hs_attachment_ids"] ?? "").split(";").filter((one) => one !== "")) {
			const file = files.get(id);
			if (!file) throw new Refused(failure(400, "VALIDATION_ERROR", `file ${id} does not exist`));
			ticket.files.push(file);
		}
	}

	function readMany(kind: string, request: FakeRequest): FakeAnswer {
		const { inputs, idProperty, properties } = checked(readObjects, request.json(), invalid);
		const results = inputs.map(({ id }) => describe(find(kind, id, idProperty), properties));
		return { status: 200, json: { status: "COMPLETE", results } };
	}

	/** Ids of what an object is joined with, by the kinds that were asked for. */
	function describeJoined({ kind, joined }: Stored, asked: string[]): object {
		const found = objects.filter((object) => asked.includes(object.kind) && joined.has(object.id));
		const groups = Object.groupBy(found, (object) => object.kind);
		const type = (other: string) => `${kind.slice(0, -1)}_to_${other.slice(0, -1)}`;
		return Object.fromEntries(Object.entries(groups).map(([other, list = []]) => [other, { results: list.map(({ id }) => ({ id, type: type(other) })) }]));
	}

	/** Search follows some seconds behind: what was made just now is found by its id only. */
	function search(kind: string, request: FakeRequest): FakeAnswer {
		const { filterGroups = [] } = checked(searchObjects, request.json(), invalid);
		const asked = filterGroups.flatMap(({ filters }) => filters);
		const settled = objects.filter((object) => object.kind === kind && now() - Date.parse(object.createdAt) > 10_000);
		const found = settled.filter(({ properties }) =>
			asked.every(({ propertyName, operator, value }) => operator !== "EQ" || properties[propertyName] === value),
		);
		return { status: 200, json: { total: found.length, results: found.map((stored) => describe(stored)) } };
	}

	async function upload({ headers, body }: FakeRequest): Promise<FakeAnswer> {
		const form = await new Response(new Uint8Array(body), { headers: { "content-type": headers["content-type"] ?? "" } }).formData().catch(() => null);
		const file = form?.get("file");
		if (!form || !(file instanceof File)) throw new Refused(failure(400, "VALIDATION_ERROR", "A multipart form with a file is needed"));
		const { fileName = file.name, options } = checked(uploadForm, Object.fromEntries([...form].filter(([name]) => name !== "file")), invalid);
		checked(uploadOptions, JSON.parse(options), invalid);
		const id = String(122_692_510_000 + files.size);
		files.set(id, { name: fileName, type: file.type, bytes: Buffer.from(await file.arrayBuffer()) });
		return {
			status: 201,
			json: {
				id,
				parentFolderId: "99",
				name: fileName.replace(/\.[^.]*$/, ""),
				extension: /[^.]*$/.exec(fileName)?.[0],
				access: "PRIVATE",
				size: file.size,
				isUsableInContent: true,
			},
		};
	}

	function find(kind: string, id: string, idProperty?: string): Stored {
		const stored = objects.find((object) => object.kind === kind && (idProperty === undefined ? object.id : object.properties[idProperty]) === id);
		if (!stored) throw new Refused(failure(404, "OBJECT_NOT_FOUND", "resource not found"));
		return stored;
	}
}

function describe({ id, createdAt, properties }: Stored, asked: string[] = Object.keys(properties)): object {
	const chosen = Object.fromEntries(Object.entries(properties).filter(([name]) => asked.includes(name) || asked.includes("")));
	return {
		id,
		properties: { ...chosen, hs_object_id: id, createdate: createdAt },
		createdAt,
		updatedAt: createdAt,
		archived: false,
	};
}
