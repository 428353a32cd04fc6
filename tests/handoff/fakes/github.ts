import * as z from "zod";
import { bearerOf, checked, queryOf, type Complaint } from "./checked.ts";
import { Refused, startFakeDesk, type FakeAnswer, type FakeDesk, type FakeRequest, type FakeTicket } from "./fake-desk.ts";
import { readMarkdown } from "./read-markdown.ts";

/**
 * GitHub's issues, REST API 2022-11-28. It has no upload for files.
 *
 * @see https://docs.github.com/en/rest/issues/issues, https://docs.github.com/en/rest/issues/comments, https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api
 * and the published OpenAPI description (@octokit/openapi-types 29.0.1), read on 2026-11-21
 */
export const githubToken = "github_pat_11EXAMPLE0";
export const githubRepository = "example/product";
/** One that the whole world can read. */
export const publicRepository = "example/open";

const longestTitle = 256;
const longestBody = 65_536;

const label = z.union([
	z.string(),
	z.strictObject({ id: z.int().optional(), name: z.string().optional(), description: z.string().nullish(), color: z.string().nullish() }),
]);
const text = z.string().max(longestBody, `body is too long (maximum is ${longestBody} characters)`);
const title = z.string().min(1, "title can't be blank").max(longestTitle, `title is too long (maximum is ${longestTitle} characters)`);
const fields = {
	body: text.nullish(),
	assignee: z.string().nullish(),
	assignees: z.array(z.string()).optional(),
	milestone: z.union([z.string(), z.int()]).nullish(),
	labels: z.array(label).optional(),
	type: z.string().nullish(),
	issue_field_values: z.array(z.strictObject({ field_id: z.int(), value: z.union([z.string(), z.number(), z.array(z.string())]) })).optional(),
};
const creation = z.strictObject({ title, ...fields });
const change = z.strictObject({
	title: title.nullish(),
	...fields,
	state: z.enum(["open", "closed"]).optional(),
	state_reason: z.enum(["completed", "not_planned", "duplicate", "reopened"]).nullish(),
	duplicate_issue_id: z.int().optional(),
});
const comment = z.strictObject({ body: text.min(1, "body can't be blank") });

const paging = { per_page: z.coerce.number().int().min(1).max(100).default(30), page: z.coerce.number().int().min(1).default(1) };
const since = z.iso.datetime().optional();
const listing = z.strictObject({
	...paging,
	since,
	milestone: z.string().optional(),
	state: z.enum(["open", "closed", "all"]).default("open"),
	assignee: z.string().optional(),
	type: z.string().optional(),
	creator: z.string().optional(),
	mentioned: z.string().optional(),
	labels: z.string().optional(),
	sort: z.enum(["created", "updated", "comments"]).default("created"),
	direction: z.enum(["asc", "desc"]).default("desc"),
});
const commentListing = z.strictObject({ ...paging, since });

const docs = "https://docs.github.com/rest";

interface Issue {
	number: number;
	title: string;
	body: string;
	state: "open" | "closed";
	labels: string[];
	createdAt: string;
	updatedAt: string;
	comments: { id: number; body: string; createdAt: string }[];
	ticket: FakeTicket;
}

function invalid(complaints: Complaint[]): FakeAnswer {
	const [unknown] = complaints.flatMap((complaint) => complaint.unknown);
	const message = unknown === undefined ? "Validation Failed" : `Invalid request.\n\n"${unknown}" is not a permitted key.`;
	const errors = complaints.map(({ path, message: what }) => ({ resource: "Issue", code: "custom", field: path, message: what }));
	return { status: 422, json: { message, errors, documentation_url: `${docs}/issues/issues#create-an-issue`, status: "422" } };
}

const notFound = { status: 404, json: { message: "Not Found", documentation_url: docs, status: "404" } };
const badCredentials = { status: 401, json: { message: "Bad credentials", documentation_url: docs, status: "401" } };

/** A secondary limit: GitHub answers it with 403 as well as with 429. */
function tooMany(seconds: number): FakeAnswer {
	const message = "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.";
	return {
		status: 403,
		headers: { "retry-after": String(seconds) },
		json: { message, documentation_url: `${docs}/overview/rate-limits-for-the-rest-api`, status: "403" },
	};
}

/** What GitHub makes of plain words once the Markdown is read: people are told, and issues are linked to this one. */
export function alarmsOfText(words: string): string[] {
	return [...words.matchAll(/(?<![\w`/])@[a-z\d](?:[a-z\d-]*[a-z\d])?|(?<![\w&/])(?:[\w.-]+\/[\w.-]+)?#\d+|(?<!\w)GH-\d+/gi)].map(([found]) => found);
}

/** Starts GitHub. */
export function startFakeGitHub(now: () => number): Promise<FakeDesk> {
	const issues: Issue[] = [];
	return startFakeDesk({
		targetOf({ method, path }) {
			if (method !== "POST") return null;
			return /\/issues$/.test(path) ? "ticket" : "note";
		},
		refusals: {
			validation: invalid([{ path: "title", message: "is invalid", unknown: [] }]),
			unauthorized: badCredentials,
			tooMany,
		},
		answer,
	});

	function answer(request: FakeRequest, tickets: FakeTicket[]): FakeAnswer {
		const { method, path, headers } = request;
		if (!headers["user-agent"])
			throw new Refused({ status: 403, body: "Request forbidden by administrative rules. Please make sure your request has a User-Agent header" });
		const version = headers["x-github-api-version"];
		if (version !== undefined && version !== "2022-11-28")
			throw new Refused({ status: 400, json: { message: `Unsupported 'X-GitHub-Api-Version' header: ${String(version)}`, documentation_url: docs } });
		if (bearerOf(request) !== githubToken) throw new Refused(badCredentials);
		// The search index follows minutes later: what was made just now is not in it.
		if (method === "GET" && path === "/search/issues") return { status: 200, json: { total_count: 0, incomplete_results: false, items: [] } };
		if (method === "GET" && (path === `/repos/${githubRepository}` || path === `/repos/${publicRepository}`))
			return { status: 200, json: { full_name: path.slice("/repos/".length), private: path.endsWith(githubRepository), has_issues: true } };
		const [, repository, rest = ""] = /^\/repos\/([^/]+\/[^/]+)\/issues(\/.*)?$/.exec(path) ?? [];
		if (repository !== githubRepository) throw new Refused(notFound);
		if (rest === "") return method === "POST" ? create(request, tickets) : list(request);
		const [, number, action] = /^\/(\d+)(\/comments)?$/.exec(rest) ?? [];
		const issue = issues.find((candidate) => candidate.number === Number(number));
		if (!issue) throw new Refused(notFound);
		if (action === undefined) return method === "PATCH" ? update(request, issue) : { status: 200, json: describe(issue) };
		return method === "POST" ? reply(request, issue) : listComments(request, issue);
	}

	function create(request: FakeRequest, tickets: FakeTicket[]): FakeAnswer {
		const { title: name, body, labels = [] } = checked(creation, request.json(), invalid);
		const number = 1347 + issues.length;
		const { text: read, alarms } = readMarkdown(body ?? "", alarmsOfText);
		const ticket: FakeTicket = { reference: `#${number}`, subject: name, text: read, notes: [], files: [], open: true, alarms };
		tickets.push(ticket);
		const at = stamp();
		const names = labels.map((one) => (typeof one === "string" ? one : (one.name ?? "")));
		const issue: Issue = { number, title: name, body: body ?? "", state: "open", labels: names, createdAt: at, updatedAt: at, comments: [], ticket };
		issues.push(issue);
		return { status: 201, headers: { location: `https://api.github.com/repos/${githubRepository}/issues/${number}` }, json: describe(issue) };
	}

	function list(request: FakeRequest): FakeAnswer {
		const { state, labels = "", since: from = "", per_page: size, page, direction, sort } = checked(listing, queryOf(request), invalid);
		const wanted = labels.split(",").filter((name) => name !== "");
		const field = sort === "updated" ? "updatedAt" : "createdAt";
		const found = issues
			.filter((issue) => (state === "all" || issue.state === state) && wanted.every((name) => issue.labels.includes(name)) && issue.updatedAt >= from)
			.sort((a, b) => (direction === "asc" ? 1 : -1) * (a[field].localeCompare(b[field]) || a.number - b.number));
		return { status: 200, json: found.slice((page - 1) * size, page * size).map(describe) };
	}

	function update(request: FakeRequest, issue: Issue): FakeAnswer {
		const { state = issue.state, title: name, body, labels } = checked(change, request.json(), invalid);
		Object.assign(issue, { state, title: name ?? issue.title, body: body ?? issue.body, updatedAt: stamp() });
		if (labels) issue.labels = labels.map((one) => (typeof one === "string" ? one : (one.name ?? "")));
		Object.assign(issue.ticket, { open: state === "open", subject: issue.title });
		return { status: 200, json: describe(issue) };
	}

	function reply(request: FakeRequest, issue: Issue): FakeAnswer {
		const { body } = checked(comment, request.json(), invalid);
		const { text: read, alarms } = readMarkdown(body, alarmsOfText);
		issue.ticket.notes.push(read);
		issue.ticket.alarms.push(...alarms);
		issue.comments.push({ id: 1 + issue.comments.length, body, createdAt: stamp() });
		issue.updatedAt = stamp();
		return { status: 201, json: describeComment(issue)(issue.comments.at(-1)) };
	}

	function listComments(request: FakeRequest, issue: Issue): FakeAnswer {
		const { per_page: size, page, since: from = "" } = checked(commentListing, queryOf(request), invalid);
		const found = issue.comments.filter(({ createdAt }) => createdAt >= from);
		return { status: 200, json: found.slice((page - 1) * size, page * size).map(describeComment(issue)) };
	}

	function stamp(): string {
		return new Date(now()).toISOString().replace(/\.\d+/, "");
	}
}

function describe({ number, title: name, body, state, labels, createdAt, updatedAt, comments }: Issue): object {
	const url = `https://api.github.com/repos/${githubRepository}/issues/${number}`;
	return {
		id: 3_000_000_000 + number,
		node_id: `I_${number}`,
		number,
		url,
		html_url: `https://github.com/${githubRepository}/issues/${number}`,
		comments_url: `${url}/comments`,
		title: name,
		body,
		state,
		state_reason: null,
		labels: labels.map((one) => ({ name: one })),
		comments: comments.length,
		user: { login: "example-bot", id: 1, type: "User" },
		created_at: createdAt,
		updated_at: updatedAt,
	};
}

function describeComment({ number }: Issue): (one: Issue["comments"][number] | undefined) => object {
	return (one) => ({
		id: one?.id,
		html_url: `https://github.com/${githubRepository}/issues/${number}#issuecomment-${one?.id ?? 0}`,
		body: one?.body,
		user: { login: "example-bot", id: 1, type: "User" },
		created_at: one?.createdAt,
		updated_at: one?.createdAt,
	});
}
