import type { SettingsOf } from "#contract/destinations.ts";
import { retryAfter } from "../../lib/passing-failure.ts";
import { answerAt, foundAt, madeAt, textAt, wordAt } from "../lib/answer-at.ts";
import { cut, titleOf } from "../lib/cut.ts";
import { DeskRefusal, type DeskClient, type DeskRequest } from "../desk-client.ts";
import type { Attempt, ConnectorContext, Destination, Outcome } from "../destination.ts";
import { fitStory } from "../lib/fit-text.ts";
import { ifAllowed } from "../lib/if-allowed.ts";
import { asMarkdown } from "../lib/markdown-text.ts";
import { storyOfNote } from "../lib/note-story.ts";
import { ticketNotFound } from "../lib/outcomes.ts";
import { readRefusals } from "../lib/read-refusals.ts";
import { storyOf } from "../ticket-story.ts";
import { withDesk } from "../lib/with-desk.ts";

const longestTitle = 256;
const longestBody = 65_000;
const perPage = 50;
const mostPages = 20;

/** Clocks differ: what we look for was made at most so long before we think, in milliseconds. */
const clockSlackMs = 5 * 60_000;

/**
 * Makes issues of a private GitHub repository: REST API, version 2022-11-28.
 * GitHub has no idempotency key. Every text begins with a hidden mark that holds the delivery's id; a second attempt looks
 * for it in the list of issues (or comments) made since the ticket. The list is read, not the search: that follows minutes later.
 * GitHub takes no files by API, so they are links that end.
 *
 * @see https://docs.github.com/en/rest/issues/issues
 * @see https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
export function createGithub({ id, urlFrom, secretFrom, repository }: SettingsOf<"github">, context: ConnectorContext): Destination {
	const { setting } = context;
	const url = setting(urlFrom);
	const token = setting(secretFrom);
	const issues = `/repos/${repository}/issues`;
	return {
		id,
		deliver: (message, attempt) =>
			withClient(attempt, async (client) => {
				await refusePublic(client);
				const known = attempt.again ? await findIssue(client, message.deliveryId, message.createdAt) : null;
				if (known) return { kind: "delivered", deskReference: `#${known}` };
				const body = fitStory(
					storyOf(message),
					(sections) => withMark(message.deliveryId, asMarkdown(sections)),
					({ length }) => length,
					longestBody,
				);
				const { json } = await client.call({ path: issues, json: { title: cut(withoutMentions(titleOf(message, longestTitle)), longestTitle), body } });
				return { kind: "delivered", deskReference: `#${madeAt(json, "number")}` };
			}),
		addNote: (note, attempt) =>
			withClient(attempt, async (client) => {
				const number = /^#(\d+)$/.exec(note.deskReference ?? "")?.[1] ?? (await findIssue(client, note.ticketDeliveryId));
				if (!number) return ticketNotFound;
				const path = `${issues}/${encodeURIComponent(number)}`;
				if (!attempt.again || !(await findMark(client, `${path}/comments?`, note.deliveryId)))
					await client.call({ path: `${path}/comments`, json: { body: cut(withMark(note.deliveryId, asMarkdown(storyOfNote(note))), longestBody) } });
				if (note.kind !== "note") {
					const state = note.kind === "closed" ? { state: "closed", state_reason: "completed" } : { state: "open", state_reason: "reopened" };
					await ifAllowed(() => client.call({ method: "PATCH", path, json: state }));
				}
				return { kind: "delivered", deskReference: `#${number}` };
			}),
	};

	function withClient(attempt: Attempt, work: (client: DeskClient) => Promise<Outcome>): Promise<Outcome> {
		const headers = { authorization: `Bearer ${token}`, accept: "application/vnd.github+json", "x-github-api-version": "2022-11-28" };
		return withDesk(context, { url, needs: [token], headers }, attempt, (client) => work(readRefusals(client, (refusal) => limitIn(refusal, attempt.now))));
	}

	/** A ticket holds a name, an address and whatever the customer wrote: nothing for the whole world to read. */
	async function refusePublic(client: DeskClient): Promise<void> {
		const { json } = await client.call({ method: "GET", path: `/repos/${repository}` });
		if (answerAt(json, "private") !== true)
			throw new DeskRefusal({ kind: "dead", reason: "the repository is public, and a ticket holds personal data; name a private repository" });
	}

	/** Number of the issue that a delivery has made; null where there is none. Without a moment all issues are looked through, newest first. */
	async function findIssue(client: DeskClient, deliveryId: string, createdAt?: string): Promise<string | null> {
		const moment = createdAt === undefined ? "" : `&since=${new Date(Date.parse(createdAt) - clockSlackMs).toISOString()}`;
		return wordAt(await findMark(client, `${issues}?state=all&sort=created&direction=desc${moment}&`, deliveryId), "number");
	}
}

/** The first thing of a list whose text begins with the mark; null where none does. `path` ends where the query goes on. */
async function findMark(client: DeskClient, path: string, deliveryId: string): Promise<unknown> {
	for (let page = 1; page <= mostPages; page++) {
		const request: DeskRequest = { method: "GET", path: `${path}per_page=${perPage}&page=${page}` };
		const things = foundAt((await client.call(request)).json);
		const found = things.find((thing) => textAt(thing, "body")?.startsWith(markOf(deliveryId)));
		if (found !== undefined) return found;
		if (things.length < perPage) return null;
	}
	return null;
}

function markOf(deliveryId: string): string {
	return `<!-- tier-zero ${deliveryId} -->`;
}

function withMark(deliveryId: string, text: string): string {
	return `${markOf(deliveryId)}\n\n${text}`;
}

/** A title is no Markdown, but names in it are told all the same. */
function withoutMentions(title: string): string {
	return title.replace(/(?<!\w)@(?=\w)/g, "@\u200B");
}

/** GitHub says "too many calls" with 403, too; then a header tells when to come back. */
function limitIn({ status, answer }: DeskRefusal, now: number): Exclude<Outcome, { kind: "delivered" }> | null {
	if (!answer || (status !== 403 && status !== 429)) return null;
	const { headers } = answer;
	const resetAt = headers.get("x-ratelimit-remaining") === "0" ? Number(headers.get("x-ratelimit-reset")) * 1000 : 0;
	const wait = headers.has("retry-after") ? retryAfter(headers, now) : resetAt > 0 ? { notBefore: resetAt } : null;
	return wait && { kind: "retry", reason: `the desk answered ${status}: too many calls`, ...wait };
}
