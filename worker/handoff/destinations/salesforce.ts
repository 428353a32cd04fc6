import type { SettingsOf } from "#contract/destinations.ts";
import { foundAt, textAt, wordAt } from "../lib/answer-at.ts";
import { toBase64 } from "../lib/base64.ts";
import { grantedClient } from "../lib/client-credentials.ts";
import { cut, onOneLine, titleOf } from "../lib/cut.ts";
import { DeskRefusal, type DeskClient } from "../desk-client.ts";
import type { Attempt, ConnectorContext, Destination, HandoffMessage, Outcome } from "../destination.ts";
import { fitStory, piecesOf } from "../lib/fit-text.ts";
import { ifAllowed } from "../lib/if-allowed.ts";
import { storyOfNote } from "../lib/note-story.ts";
import { ticketNotFound } from "../lib/outcomes.ts";
import { readRefusals } from "../lib/read-refusals.ts";
import { asPlainText, storyOf, type StorySection } from "../ticket-story.ts";
import { filesMissing, storyOfFiles, uploadFiles } from "../lib/upload-files.ts";
import { withDesk } from "../lib/with-desk.ts";

const api = "/services/data/v62.0";

/** Characters, as the fields of a case allow; a comment has 4,000 bytes, of which its mark takes some. */
const limits = { subject: 255, description: 32_000, contact: 80, comment: 3_900 };

/** Salesforce's own names of priorities. */
const priorities: Record<string, string> = { P1: "High", P2: "High", P3: "Medium", P4: "Low", P5: "Low" };

/** Refusals that get better by themselves, whatever their status. */
const passing = new Set(["REQUEST_LIMIT_EXCEEDED", "UNABLE_TO_LOCK_ROW", "SERVER_UNAVAILABLE"]);

/**
 * Makes cases of Salesforce Service Cloud: REST API, version 62.0, as the user of a connected app (client credentials).
 * A case is upserted by an external-id field that must be marked as unique: Salesforce itself keeps one case for one delivery.
 * A second attempt looks for it first (SOQL reads the database), so that it does not write over what an agent has changed.
 * Comments carry the delivery's id in their text and are looked for among those of the case; files are looked for by name.
 *
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/dome_upsert.htm
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/dome_sobject_insert_update_blob.htm
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/errorcodes.htm
 */
export function createSalesforce(settings: SettingsOf<"salesforce">, context: ConnectorContext): Destination {
	const { id, urlFrom, clientFrom, secretFrom, externalIdField, groups, closedStatus, reopenedStatus } = settings;
	const { setting } = context;
	const url = setting(urlFrom);
	const key = setting(clientFrom);
	const secret = setting(secretFrom);
	return {
		id,
		deliver: (message, attempt) =>
			withClient(attempt, async (client) => {
				const known = attempt.again ? await findCase(client, message.deliveryId) : null;
				const made = known ?? (await createCase(client, message));
				await addFiles(client, made.id, message, known !== null);
				return { kind: "delivered", deskReference: made.number };
			}),
		addNote: (note, attempt) =>
			withClient(attempt, async (client) => {
				const made = await findCase(client, note.ticketDeliveryId);
				if (!made) return ticketNotFound;
				await comment(client, made.id, note.deliveryId, storyOfNote(note), attempt.again);
				if (note.kind !== "note") {
					const json = { Status: note.kind === "closed" ? closedStatus : reopenedStatus };
					await ifAllowed(() => client.call({ method: "PATCH", path: `${api}/sobjects/Case/${made.id}`, json, ignoreAnswer: true }));
				}
				return { kind: "delivered", deskReference: made.number };
			}),
	};

	function withClient(attempt: Attempt, work: (client: DeskClient) => Promise<Outcome>): Promise<Outcome> {
		return withDesk(context, { url, needs: [key, secret] }, attempt, async (client) =>
			work(readRefusals(await grantedClient(client, "/services/oauth2/token", key, secret), meaningOf)),
		);
	}

	async function createCase(client: DeskClient, message: HandoffMessage): Promise<{ id: string; number: string | null }> {
		const owner = groups[message.team];
		const path = `${api}/sobjects/Case/${externalIdField}/${message.deliveryId}`;
		// A queue that the settings name is not to be changed by the organisation's assignment rules.
		const headers: Record<string, string> = owner === undefined ? {} : { "sforce-auto-assign": "FALSE" };
		await client.call({ method: "PATCH", path, headers, json: { ...fieldsOf(message), ...(owner !== undefined && { OwnerId: owner }) } });
		const made = await findCase(client, message.deliveryId);
		if (!made) throw new DeskRefusal({ kind: "retry", reason: "the desk took the ticket and does not show it" });
		return made;
	}

	async function findCase(client: DeskClient, deliveryId: string): Promise<{ id: string; number: string | null } | null> {
		const [found] = await select(client, `SELECT Id, CaseNumber FROM Case WHERE ${externalIdField} = '${deliveryId}' LIMIT 1`);
		const record = wordAt(found, "Id");
		// It becomes part of queries and addresses.
		return record === null || !/^\w+$/.test(record) ? null : { id: record, number: wordAt(found, "CaseNumber") };
	}
}

function fieldsOf(message: HandoffMessage): Record<string, string> {
	const { customer, priority } = message;
	const story = storyOf(message, { withFiles: false });
	return {
		Subject: titleOf(message, limits.subject),
		Description: fitStory(story, asPlainText, ({ length }) => length, limits.description),
		Origin: "Web",
		Priority: priorities[priority] ?? "Medium",
		SuppliedName: cut(onOneLine(customer.name), limits.contact),
		...(customer.company !== "" && { SuppliedCompany: cut(onOneLine(customer.company), limits.contact) }),
		// Half an address is somebody else's; a longer one stands in the description.
		...(customer.email.length <= limits.contact && { SuppliedEmail: customer.email }),
	};
}

async function addFiles(client: DeskClient, caseId: string, { attachments, deliveryId }: HandoffMessage, again: boolean): Promise<void> {
	if (attachments.length === 0) return;
	const there = again ? await select(client, `SELECT PathOnClient FROM ContentVersion WHERE FirstPublishLocationId = '${caseId}'`) : [];
	const missing = filesMissing(
		attachments,
		there.map((file) => textAt(file, "PathOnClient") ?? ""),
	);
	const left = await uploadFiles(missing, ({ name }, bytes) =>
		client.call({
			path: `${api}/sobjects/ContentVersion`,
			json: { Title: cut(name, 255), PathOnClient: name, FirstPublishLocationId: caseId, VersionData: toBase64(new Uint8Array(bytes)) },
			ignoreAnswer: true,
		}),
	);
	if (left.length > 0) await comment(client, caseId, deliveryId, storyOfFiles(left), again);
}

/** Comments in as many pieces as their length needs; those that are there already are not made again. */
async function comment(client: DeskClient, caseId: string, deliveryId: string, story: StorySection[], again: boolean): Promise<void> {
	const there = again ? await select(client, `SELECT CommentBody FROM CaseComment WHERE ParentId = '${caseId}' ORDER BY CreatedDate DESC LIMIT 200`) : [];
	const bodies = there.map((own) => textAt(own, "CommentBody") ?? "");
	const pieces = piecesOf(asPlainText(story), limits.comment);
	for (const [index, piece] of pieces.entries()) {
		const mark = `[${deliveryId} ${index + 1}/${pieces.length}]`;
		if (bodies.some((body) => body.endsWith(mark))) continue;
		const json = { ParentId: caseId, CommentBody: `${piece}\n\n${mark}`, IsPublished: false };
		await client.call({ path: `${api}/sobjects/CaseComment`, json, ignoreAnswer: true });
	}
}

async function select({ call }: DeskClient, query: string): Promise<unknown[]> {
	return foundAt((await call({ method: "GET", path: `${api}/query?q=${encodeURIComponent(query)}` })).json, "records");
}

/** The meaning of a refusal is in its code: some pass by themselves whatever their status. */
function meaningOf({ outcome, status, answer }: DeskRefusal): Exclude<Outcome, { kind: "delivered" }> | null {
	const code = wordAt(answer?.json, 0, "errorCode");
	if (outcome.kind !== "dead" || code === null || !/^[A-Z_]+$/.test(code)) return null;
	return passing.has(code) ? { kind: "retry", reason: `the desk answered ${status}: ${code}` } : { kind: "dead", reason: `${outcome.reason}: ${code}` };
}
