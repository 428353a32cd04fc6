import type { SettingsOf } from "#contract/destinations.ts";
import { asAdf } from "../lib/adf.ts";
import { answerAt, foundAt, holdsMark, listAt, madeAt, textAt, wordAt } from "../lib/answer-at.ts";
import { basicAuth } from "../lib/basic-auth.ts";
import { onOneLine, titleOf } from "../lib/cut.ts";
import { DeskRefusal, type DeskAnswer, type DeskClient } from "../desk-client.ts";
import type { Attempt, ConnectorContext, Destination, HandoffMessage, HandoffNote, Outcome } from "../destination.ts";
import { fitStory } from "../lib/fit-text.ts";
import { ifAllowed } from "../lib/if-allowed.ts";
import { storyOfNote } from "../lib/note-story.ts";
import { ticketNotFound } from "../lib/outcomes.ts";
import { asPlainText, storyOf, type StorySection } from "../ticket-story.ts";
import { filesMissing, storyOfFiles, uploadFiles } from "../lib/upload-files.ts";
import { whenSettled } from "../lib/when-settled.ts";
import { withDesk } from "../lib/with-desk.ts";

const longestSummary = 255;
const longestText = 32_000;

/** Jira's own names of priorities. */
const priorities: Record<string, string> = { P1: "Highest", P2: "High", P3: "Medium", P4: "Low", P5: "Lowest" };

/** How long Jira's search may not see what was just written, in milliseconds. */
const searchLagMs = 60_000;

/**
 * Makes customer requests of Jira Service Management Cloud: service desk API, and the platform's API version 3 below it.
 * Jira has no idempotency key. Every request ends with the delivery's id, and a second attempt searches for that. The search
 * follows the database by seconds, so an attempt that got no answer waits a minute before the next: a search that is still
 * behind then makes a second request. Notes are looked for in the request's comments, which are always up to date.
 * The request is raised in the customer's name where Jira allows it, so that answers reach them.
 *
 * @see https://developer.atlassian.com/cloud/jira/service-desk/rest/api-group-request/
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/
 * @see https://developer.atlassian.com/cloud/jira/platform/search-and-reconcile/
 */
export function createJira({ id, urlFrom, userFrom, secretFrom, serviceDesk, requestType }: SettingsOf<"jira">, context: ConnectorContext): Destination {
	const { setting } = context;
	const url = setting(urlFrom);
	const user = setting(userFrom);
	const token = setting(secretFrom);
	return {
		id,
		deliver: (message, attempt) =>
			withClient(attempt, async (client) => {
				const known = attempt.again ? await findRequest(client, message.deliveryId) : null;
				return whenSettled(async () => {
					const key = known ?? (await createRequest(client, message));
					if (message.attachments.length > 0) await addFiles(client, key, message, known !== null);
					return { kind: "delivered", deskReference: key };
				}, attempt.now + searchLagMs);
			}),
		addNote: (note, attempt) =>
			withClient(attempt, async (client) => {
				const key = note.deskReference ?? (await findRequest(client, note.ticketDeliveryId));
				if (!key) return ticketNotFound;
				await comment(client, key, note.deliveryId, storyOfNote(note), attempt.again);
				const { kind } = note;
				if (kind !== "note") await ifAllowed(() => move(client, key, kind));
				return { kind: "delivered", deskReference: key };
			}),
	};

	function withClient(attempt: Attempt, work: (client: DeskClient) => Promise<Outcome>): Promise<Outcome> {
		return withDesk(context, { url, needs: [user, token], headers: { authorization: basicAuth(user, token) } }, attempt, work);
	}

	/** Key of the new request. */
	async function createRequest(client: DeskClient, message: HandoffMessage): Promise<string> {
		const customer = await findCustomer(client, message.customer);
		const key = madeAt((await raise(customer)).json, "issueKey");
		const priority = priorities[message.priority];
		if (priority) await ifAllowed(() => client.call({ method: "PUT", path: issuePath(key), json: { fields: { priority: { name: priority } } } }));
		return key;

		async function raise(accountId: string | null): Promise<DeskAnswer> {
			const inWhoseName = accountId ? [] : [{ heading: "Not raised in the customer's name", text: "Jira did not allow it: please write to their address." }];
			const story = [...inWhoseName, ...storyOf(message, { withFiles: false })];
			const json = {
				serviceDeskId: serviceDesk,
				requestTypeId: requestType,
				isAdfRequest: true,
				requestFieldValues: { summary: titleOf(message, longestSummary), description: describe(story, message.deliveryId) },
				...(accountId && { raiseOnBehalfOf: accountId }),
			};
			try {
				return await client.call({ path: "/rest/servicedeskapi/request", json });
			} catch (error) {
				if (accountId && isAboutCustomer(error)) return raise(null);
				throw error;
			}
		}
	}
}

/** Account of the customer, made where there is none; null where Jira does not let us know or make it. */
async function findCustomer(client: DeskClient, { name, email }: HandoffMessage["customer"]): Promise<string | null> {
	const path = "/rest/servicedeskapi/customer?strictConflictStatusCode=true";
	const made = await ifAllowed(() => client.call({ path, json: { email, displayName: onOneLine(name) } }));
	if (made) return wordAt(made.json, "accountId");
	const found = await ifAllowed(() => client.call({ method: "GET", path: `/rest/api/3/user/search?query=${encodeURIComponent(email)}` }));
	const own = listAt(found?.json).find((account) => textAt(account, "emailAddress")?.toLowerCase() === email.toLowerCase());
	return wordAt(own, "accountId");
}

async function findRequest(client: DeskClient, deliveryId: string): Promise<string | null> {
	const jql = `description ~ "\\"${deliveryId}\\""`;
	const { json } = await client.call({ method: "GET", path: `/rest/api/3/search/jql?fields=summary&maxResults=1&jql=${encodeURIComponent(jql)}` });
	return wordAt(foundAt(json, "issues"), 0, "key");
}

async function addFiles(client: DeskClient, key: string, { attachments, deliveryId }: HandoffMessage, again: boolean): Promise<void> {
	const there = again ? listAt((await client.call({ method: "GET", path: `${issuePath(key)}?fields=attachment` })).json, "fields", "attachment") : [];
	const missing = filesMissing(
		attachments,
		there.map((file) => textAt(file, "filename") ?? ""),
	);
	const left = await uploadFiles(missing, ({ name, type }, bytes) => {
		const body = new FormData();
		body.append("file", new Blob([bytes], { type }), name);
		return client.call({ path: `${issuePath(key)}/attachments`, headers: { "x-atlassian-token": "no-check" }, body, ignoreAnswer: true });
	});
	if (left.length > 0) await comment(client, key, deliveryId, storyOfFiles(left), again);
}

/** An internal comment: its words are the customer's own, who needs no mail about them. */
async function comment(client: DeskClient, key: string, deliveryId: string, story: StorySection[], again: boolean): Promise<void> {
	const path = `${issuePath(key)}/comment`;
	if (again) {
		const { json } = await client.call({ method: "GET", path: `${path}?orderBy=-created&maxResults=100` });
		if (holdsMark(foundAt(json, "comments"), deliveryId)) return;
	}
	await client.call({ path, json: { body: describe(story, deliveryId), properties: [{ key: "sd.public.comment", value: { internal: true } }] } });
}

/** Takes the first way that the workflow offers to an end, or away from it. */
async function move(client: DeskClient, key: string, kind: Exclude<HandoffNote["kind"], "note">): Promise<void> {
	const path = `${issuePath(key)}/transitions`;
	const ways = listAt((await client.call({ method: "GET", path })).json, "transitions");
	const way = wordAt(
		ways.find((candidate) => (answerAt(candidate, "to", "statusCategory", "key") === "done") === (kind === "closed")),
		"id",
	);
	if (way) await client.call({ path, json: { transition: { id: way } } });
}

/** The story with the mark by which it is found again. */
function describe(story: StorySection[], deliveryId: string) {
	const marked = (sections: StorySection[]) => [...sections, { heading: "Delivery", text: deliveryId }];
	return fitStory(
		story,
		(sections) => asAdf(marked(sections)),
		(_, sections) => asPlainText(marked(sections)).length,
		longestText,
	);
}

function issuePath(key: string): string {
	return `/rest/api/3/issue/${encodeURIComponent(key)}`;
}

function isAboutCustomer(error: unknown): boolean {
	return error instanceof DeskRefusal && error.outcome.kind === "dead" && /behalf|customer/i.test(textAt(error.answer?.json, "errorMessage") ?? "");
}
