import * as z from "zod";
import { checked } from "./checked.ts";
import { Refused, startFakeDesk, type FakeAnswer, type FakeDesk, type FakeRequest, type FakeTicket } from "./fake-desk.ts";
import { checkSelections, parseOperation, project, type Operation, type Selection } from "./graphql.ts";
import { errors, filterStates, holds, invalidInput, isOne, page, stateOf, states, take, team, unauthorized, unknownField } from "./linear-answers.ts";
import {
	attachmentCreateInput,
	commentCreateInput,
	commentFilter,
	issueCreateInput,
	issueFilter,
	issueUpdateInput,
	paging,
	roots,
	stateFilter,
} from "./linear-schema.ts";
import { createStorage } from "./linear-storage.ts";
import { readMarkdown } from "./read-markdown.ts";

/**
 * Linear's GraphQL API. A refusal of what was sent comes with 200 and `errors`; too many calls with 400.
 *
 * @see https://linear.app/developers/graphql, https://linear.app/developers/rate-limiting, https://linear.app/developers/how-to-upload-a-file-to-linear
 * and the published schema (@linear/sdk 98.0.0), read on 2026-11-21
 */
export const linearKey = "lin_api_EXAMPLE0000000000";
export const linearTeam = team.id;

interface Issue {
	id: string;
	identifier: string;
	number: number;
	title: string;
	description: string;
	state: (typeof states)[number];
	comments: { id: string; body: string }[];
	ticket: FakeTicket;
}

const call = z.strictObject({ query: z.string(), variables: z.record(z.string(), z.unknown()).nullish(), operationName: z.string().nullish() });

/** Starts Linear. */
export function startFakeLinear(now: () => number): Promise<FakeDesk> {
	const issues: Issue[] = [];
	const { prepare, store, attach } = createStorage();
	return startFakeDesk({
		targetOf({ body, path }) {
			if (path !== "/graphql") return null;
			if (body.includes("issueCreate")) return "ticket";
			return body.includes("commentCreate") ? "note" : null;
		},
		refusals: {
			validation: invalidInput("Argument Validation Error"),
			unauthorized,
			tooMany: (seconds) => ({
				...errors(400, "RATELIMITED", "ratelimited", "Rate limit exceeded. Only 5000 requests are allowed per 1 hour."),
				headers: { "x-ratelimit-requests-limit": "5000", "x-ratelimit-requests-remaining": "0", "x-ratelimit-requests-reset": String(now() + seconds * 1000) },
			}),
		},
		answer: (request, tickets) => (request.path.startsWith("/upload/") ? store(request) : run(request, tickets)),
	});

	function run(request: FakeRequest, tickets: FakeTicket[]): FakeAnswer {
		if (request.path !== "/graphql" || request.method !== "POST") throw new Refused({ status: 404 });
		const key = request.headers.authorization;
		// A personal key stands alone; only tokens of OAuth come after `Bearer`.
		if (key !== linearKey) throw new Refused(unauthorized);
		if (!request.headers["content-type"]?.startsWith("application/json"))
			throw new Refused(errors(400, "BAD_REQUEST", "invalid input", "This operation has been blocked as a potential Cross-Site Request Forgery (CSRF)."));
		const { query, variables } = checked(call, request.json(), () => errors(400, "BAD_REQUEST", "invalid input", "The body is no GraphQL request"));
		const operation = read(query, variables ?? {});
		const data = operation.selections.map((selection) => [selection.key, project(resolve(operation, selection, request, tickets), selection.selections)]);
		return { status: 200, json: { data: Object.fromEntries(data) as unknown } };
	}

	function read(query: string, variables: Record<string, unknown>): Operation {
		try {
			const operation = parseOperation(query, variables);
			checkSelections(operation.selections, roots[operation.kind], operation.kind === "query" ? "Query" : "Mutation");
			return operation;
		} catch (error) {
			throw new Refused(unknownField(error instanceof Error ? error.message : String(error)));
		}
	}

	function resolve({ kind }: Operation, { name, arguments: given }: Selection, request: FakeRequest, tickets: FakeTicket[]): unknown {
		switch (kind === "query" ? name : `mutation ${name}`) {
			case "viewer":
				return { id: "viewer", name: "Support", email: "support@example.com" };
			case "team":
				if (take(z.strictObject({ id: z.string() }), given).id !== linearTeam) throw new Refused(invalidInput("Entity not found: Team"));
				return team;
			case "workflowStates":
				return page(filterStates(take(z.strictObject({ ...paging, filter: stateFilter.optional() }), given).filter ?? {}));
			case "issue":
				return describe(find(take(z.strictObject({ id: z.string() }), given).id));
			case "issues":
				return page(filterIssues(take(z.strictObject({ ...paging, filter: issueFilter.optional() }), given).filter ?? {}).map(describe));
			case "comment":
				return findComment(take(z.strictObject({ id: z.string() }), given).id);
			case "comments":
				return page(filterComments(take(z.strictObject({ ...paging, filter: commentFilter.optional() }), given).filter ?? {}));
			case "mutation issueCreate":
				return { success: true, lastSyncId: 1, issue: describe(create(take(z.strictObject({ input: issueCreateInput }), given).input, tickets)) };
			case "mutation issueUpdate":
				return { success: true, lastSyncId: 1, issue: describe(update(take(z.strictObject({ id: z.string(), input: issueUpdateInput }), given))) };
			case "mutation commentCreate":
				return { success: true, lastSyncId: 1, comment: comment(take(z.strictObject({ input: commentCreateInput }), given).input) };
			case "mutation attachmentCreate": {
				const { id, title, url, issueId } = take(z.strictObject({ input: attachmentCreateInput }), given).input;
				const { ticket } = find(issueId);
				attach(url, ticket);
				ticket.notes.push(`${title} ${url}`);
				return { success: true, lastSyncId: 1, attachment: { id: id ?? crypto.randomUUID(), title, url } };
			}
			case "mutation fileUpload":
				return { success: true, lastSyncId: 1, uploadFile: prepare(given, `http://${request.headers.host ?? ""}`) };
			default:
				throw new Refused(unknownField(`Cannot query field "${name}".`));
		}
	}

	function create({ id, title, description, teamId, stateId }: z.infer<typeof issueCreateInput>, tickets: FakeTicket[]): Issue {
		if (teamId !== linearTeam) throw new Refused(invalidInput("Entity not found: Team"));
		if (issues.some((issue) => issue.id === id)) throw new Refused(invalidInput("Conflict on insert of Issue: an entity with this id already exists."));
		const number = 101 + issues.length;
		const { text, alarms } = readMarkdown(description ?? "");
		const ticket: FakeTicket = { reference: `${team.key}-${number}`, subject: title, text, notes: [], files: [], open: true, alarms };
		tickets.push(ticket);
		const issue: Issue = {
			id: id ?? crypto.randomUUID(),
			identifier: `${team.key}-${number}`,
			number,
			title,
			description: description ?? "",
			state: stateOf(stateId ?? states[0]?.id),
			comments: [],
			ticket,
		};
		issues.push(issue);
		attach(issue.description, ticket);
		return issue;
	}

	function update({ id, input }: { id: string; input: z.infer<typeof issueUpdateInput> }): Issue {
		const issue = find(id);
		if (input.stateId) issue.state = stateOf(input.stateId);
		if (input.title) issue.title = input.title;
		if (input.description) {
			issue.description = input.description;
			issue.ticket.text = readMarkdown(input.description).text;
			attach(input.description, issue.ticket);
		}
		issue.ticket.open = !/^(?:completed|canceled)$/.test(issue.state.type);
		return issue;
	}

	function comment({ id, issueId, body }: z.infer<typeof commentCreateInput>): object {
		const issue = find(issueId ?? "");
		const own = id ?? crypto.randomUUID();
		if (issues.some(({ comments }) => comments.some((one) => one.id === own)))
			throw new Refused(invalidInput("Conflict on insert of Comment: an entity with this id already exists."));
		const { text, alarms } = readMarkdown(body ?? "");
		issue.ticket.notes.push(text);
		issue.ticket.alarms.push(...alarms);
		issue.comments.push({ id: own, body: body ?? "" });
		attach(body ?? "", issue.ticket);
		return { id: own, body, url: `https://linear.app/example/issue/${issue.identifier}#comment-${own}` };
	}

	function find(id: string): Issue {
		const issue = issues.find((candidate) => candidate.id === id || candidate.identifier === id);
		if (!issue) throw new Refused(invalidInput("Entity not found: Issue - Could not find referenced Issue."));
		return issue;
	}

	function findComment(id: string): object {
		const found = issues.flatMap(({ comments }) => comments).find((one) => one.id === id);
		if (!found) throw new Refused(invalidInput("Entity not found: Comment - Could not find referenced Comment."));
		return found;
	}

	function filterIssues({ id, title, description, number, team: of }: z.infer<typeof issueFilter>): Issue[] {
		return issues.filter(
			(issue) =>
				isOne(issue.id, id) &&
				holds(issue.title, title) &&
				holds(issue.description, description) &&
				(!number || number.eq === issue.number) &&
				isOne(linearTeam, of?.id) &&
				isOne(team.key, of?.key),
		);
	}

	function filterComments({ id, body, issue }: z.infer<typeof commentFilter>): object[] {
		return filterIssues(issue ?? {})
			.flatMap(({ comments }) => comments)
			.filter((one) => isOne(one.id, id) && holds(one.body, body));
	}
}

function describe({ id, identifier, number, title, description, state, comments }: Issue): object {
	return {
		id,
		identifier,
		number,
		title,
		description,
		priority: 0,
		url: `https://linear.app/example/issue/${identifier}`,
		state,
		team,
		comments: page(comments),
		attachments: page([]),
	};
}
