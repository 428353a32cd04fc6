import type { SettingsOf } from "#contract/destinations.ts";
import { addressProblem } from "../../lib/safe-address.ts";
import { answerAt, foundAt, listAt, madeAt, textAt, wordAt } from "../lib/answer-at.ts";
import { titleOf } from "../lib/cut.ts";
import { createDeskClient, DeskRefusal, type DeskAnswer } from "../desk-client.ts";
import type { Attempt, ConnectorContext, Destination, HandoffAttachment, HandoffNote, Outcome } from "../destination.ts";
import { ifAllowed } from "../lib/if-allowed.ts";
import { asMarkdown } from "../lib/markdown-text.ts";
import { storyOfNote } from "../lib/note-story.ts";
import { storyOf } from "../ticket-story.ts";
import { withDesk } from "../lib/with-desk.ts";

const longestTitle = 255;

/** Linear's priorities: 1 urgent, 2 high, 3 normal, 4 low. */
const priorities: Record<string, number> = { P1: 1, P2: 2, P3: 3, P4: 4, P5: 4 };

const createIssue = "mutation Create($input: IssueCreateInput!) { issueCreate(input: $input) { success issue { identifier } } }";
const findIssue = "query Find($id: ID!) { issues(filter: { id: { eq: $id } }, includeArchived: true) { nodes { identifier } } }";
const createComment = "mutation Note($input: CommentCreateInput!) { commentCreate(input: $input) { success } }";
const findComment = "query FindNote($id: ID!) { comments(filter: { id: { eq: $id } }, includeArchived: true) { nodes { id } } }";
const findStates = "query States($id: String!) { issue(id: $id) { identifier team { states { nodes { id type position } } } } }";
const moveIssue = "mutation Move($id: String!, $input: IssueUpdateInput!) { issueUpdate(id: $id, input: $input) { success } }";
const prepareUpload =
	"mutation Upload($type: String!, $name: String!, $size: Int!) { fileUpload(contentType: $type, filename: $name, size: $size) { uploadFile { uploadUrl assetUrl headers { key value } } } }";

/** Types of states, best first, that end an issue or begin it anew. */
const statesFor = { closed: ["completed", "canceled"], reopened: ["unstarted", "triage", "backlog"] };

/** Asks Linear. @throws DeskRefusal when it refuses, whatever the status of its answer */
type Ask = (query: string, variables: Record<string, unknown>) => Promise<unknown>;

/**
 * Makes issues of a Linear team: GraphQL API, schema of November 2026.
 * The delivery's id becomes the id of the issue (of the comment, for a note). Linear takes an id once, and a second attempt
 * looks it up before anything else: one delivery makes one issue.
 *
 * @see https://linear.app/developers/graphql
 * @see https://linear.app/developers/rate-limiting
 * @see https://linear.app/developers/how-to-upload-a-file-to-linear
 */
export function createLinear({ id, urlFrom, secretFrom, team }: SettingsOf<"linear">, context: ConnectorContext): Destination {
	const { setting, allowLoopback, timeoutMs } = context;
	const url = setting(urlFrom);
	const key = setting(secretFrom);
	return {
		id,
		deliver: (message, attempt) =>
			withLinear(attempt, async (ask) => {
				const known = attempt.again ? await find(ask, message.deliveryId) : null;
				if (known) return { kind: "delivered", deskReference: known };
				const links = await Promise.all(message.attachments.map((attachment) => upload(ask, attachment, attempt)));
				const attachments = message.attachments.map((attachment, index) => ({ ...attachment, url: links[index] ?? attachment.url }));
				const input = {
					id: message.deliveryId,
					teamId: team,
					title: titleOf(message, longestTitle),
					description: asMarkdown(storyOf({ ...message, attachments })),
					...(message.priority in priorities && { priority: priorities[message.priority] }),
				};
				return { kind: "delivered", deskReference: await create(ask, input) };
			}),
		addNote: (note, attempt) =>
			withLinear(attempt, async (ask) => {
				const known = attempt.again && foundAt(await ask(findComment, { id: note.deliveryId }), "comments", "nodes").length > 0;
				const input = { id: note.deliveryId, issueId: note.ticketDeliveryId, body: asMarkdown(storyOfNote(note)) };
				if (!known) await ask(createComment, { input });
				const { kind } = note;
				if (kind !== "note") await ifAllowed(() => move(ask, note.ticketDeliveryId, kind));
				return { kind: "delivered", deskReference: note.deskReference };
			}),
	};

	function withLinear(attempt: Attempt, work: (ask: Ask) => Promise<Outcome>): Promise<Outcome> {
		return withDesk(context, { url, needs: [key], headers: { authorization: key } }, attempt, (client) =>
			work(async (query, variables) => {
				const answer = await client.call({ path: "/graphql", json: { query, variables } }).catch((error: unknown) => {
					if (error instanceof DeskRefusal && error.answer && error.outcome.kind === "dead") throw refusalIn(error.answer) ?? error;
					throw error;
				});
				const refusal = refusalIn(answer);
				if (refusal) throw refusal;
				return answerAt(answer.json, "data");
			}),
		);
	}

	/** Address of the uploaded file at Linear; null where it could not be uploaded. */
	async function upload(ask: Ask, { name, type, size, read }: HandoffAttachment, { now }: Attempt): Promise<string | null> {
		try {
			const body = await read();
			const file = answerAt(await ask(prepareUpload, { type, name, size }), "fileUpload", "uploadFile");
			const target = textAt(file, "uploadUrl") ?? "";
			if (!isStorage(target)) return null;
			const signed = listAt(file, "headers").map((header): [string, string] => [textAt(header, "key") ?? "", textAt(header, "value") ?? ""]);
			const headers = { "content-type": type, "cache-control": "public, max-age=31536000", ...Object.fromEntries(signed) };
			await createDeskClient({ url: target, allowLoopback, timeoutMs, now }).call({ method: "PUT", headers, body, ignoreAnswer: true });
			const asset = textAt(file, "assetUrl") ?? "";
			return isStorage(asset) ? asset : null;
		} catch {
			// Whatever it was, the ticket goes without the file's bytes and with its link.
			return null;
		}
	}

	/** Linear's own host and the storage that its guide names: bytes of customers go nowhere else. */
	function isStorage(address: string): boolean {
		if (!URL.canParse(address) || addressProblem(address, allowLoopback) !== null) return false;
		const { host, hostname } = new URL(address);
		return host === new URL(url).host || hostname.endsWith(".linear.app") || hostname === "storage.googleapis.com";
	}
}

/** Identifier of the issue that a delivery has made. */
async function find(ask: Ask, deliveryId: string): Promise<string | null> {
	return wordAt(foundAt(await ask(findIssue, { id: deliveryId }), "issues", "nodes"), 0, "identifier");
}

async function create(ask: Ask, input: { id: string }): Promise<string> {
	try {
		return madeAt(await ask(createIssue, { input }), "issueCreate", "issue", "identifier");
	} catch (error) {
		// An id that is there already is refused: an earlier attempt has arrived after all.
		const known = error instanceof DeskRefusal && error.outcome.kind === "dead" && error.status !== 401 ? await find(ask, input.id).catch(() => null) : null;
		if (known === null) throw error;
		return known;
	}
}

async function move(ask: Ask, issue: string, kind: Exclude<HandoffNote["kind"], "note">): Promise<void> {
	const states = listAt(await ask(findStates, { id: issue }), "issue", "team", "states", "nodes").toSorted(
		(a, b) => Number(textAt(a, "position")) - Number(textAt(b, "position")),
	);
	const state = statesFor[kind].map((type) => states.find((candidate) => answerAt(candidate, "type") === type)).find((candidate) => candidate !== undefined);
	if (state !== undefined) await ask(moveIssue, { id: issue, input: { stateId: wordAt(state, "id") } });
}

/** What `errors` in an answer mean; null where there are none. Linear's own words may quote the customer's and are left out. */
function refusalIn(answer: DeskAnswer): DeskRefusal | null {
	const { status, headers, json } = answer;
	if (listAt(json, "errors").length === 0) return null;
	const code = wordAt(json, "errors", 0, "extensions", "code") ?? "";
	const said = /^[A-Z_]{1,40}$/.test(code) ? ` (${code})` : "";
	if (code === "RATELIMITED") {
		const resets = ["x-ratelimit-requests-reset", "x-ratelimit-complexity-reset", "x-ratelimit-endpoint-requests-reset"]
			.filter((name) => headers.get(name.replace("-reset", "-remaining")) === "0")
			.map((name) => Number(headers.get(name)));
		const notBefore = Math.max(0, ...resets.filter((reset) => reset > 0));
		return new DeskRefusal({ kind: "retry", reason: "the desk answered that there are too many calls", ...(notBefore > 0 && { notBefore }) }, status, answer);
	}
	if (code === "AUTHENTICATION_ERROR" || code === "FORBIDDEN")
		return new DeskRefusal({ kind: "dead", reason: `the desk refused the credentials${said}` }, status, answer);
	if (code === "INTERNAL_SERVER_ERROR") return new DeskRefusal({ kind: "retry", reason: `the desk failed${said}` }, status, answer);
	return new DeskRefusal({ kind: "dead", reason: `the desk refused what was sent${said}` }, status, answer);
}
