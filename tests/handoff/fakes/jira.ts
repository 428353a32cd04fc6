import { startFakeDesk, type FakeAnswer, type FakeDesk, type FakeRequest, type FakeTicket } from "./fake-desk.ts";
import { bodies, jiraServiceDesk, platformRefused, readBody, readRichText, refusal, refused } from "./jira-body.ts";
import { comment, filesOf, issueOf, move, open, page, requestOf, update, useProperty, type Issue } from "./jira-issues.ts";
import { parseJql } from "./jira-jql.ts";

/**
 * Jira Service Management Cloud as far as its two APIs (the service desk's, and the platform's below it) make, find and change a
 * customer request. Written from the vendor's pages, read on 2026-11-21:
 *
 * @see https://developer.atlassian.com/cloud/jira/service-desk/rest/api-group-request/ requests, comments, attachments, transitions
 * @see https://developer.atlassian.com/cloud/jira/service-desk/rest/api-group-servicedesk/ temporary files, customers
 * @see https://developer.atlassian.com/cloud/jira/service-desk/rest/api-group-customer/
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/ issues, comments, properties
 * @see https://developer.atlassian.com/cloud/jira/platform/search-and-reconcile/ a search may not see what was just written
 * @see https://developer.atlassian.com/cloud/jira/platform/rate-limiting/ 429 with Retry-After
 */
export const jiraAgent = { email: "agent@example.com", token: "ATATT3xFfGF0-token" };

export interface FakeJira extends FakeDesk {
	/** Fields that the request type shows; any other is refused. */
	fields: Set<string>;
	/** While false, what is written is not found by a search, as in the minutes in which the real index is behind. */
	indexing: boolean;
}

export async function startFakeJira(): Promise<FakeJira> {
	const issues: Issue[] = [];
	const accounts = new Map<string, { accountId: string; emailAddress: string; displayName: string }>();
	const temporary = new Map<string, FakeTicket["files"][number]>();
	const settings = { fields: new Set(["summary", "description", "attachment"]), indexing: true };
	const desk = await startFakeDesk({
		targetOf({ method, path }) {
			if (method !== "POST") return null;
			if (/^\/rest\/servicedeskapi\/request\/?$/.test(path)) return "ticket";
			return /^\/rest\/(?:servicedeskapi\/request|api\/[23]\/issue)\/[^/]+\/comment$/.test(path) ? "note" : null;
		},
		answer,
		refusals: {
			validation: refusal(400, "Your request could not be created. Please check the fields have been correctly filled in."),
			unauthorized: refusal(401, "Client must be authenticated to access this resource."),
			tooMany: (seconds) => ({
				...refusal(429, "Rate limit exceeded"),
				headers: {
					"retry-after": String(seconds),
					"x-ratelimit-reset": new Date(Date.now() + seconds * 1000).toISOString(),
					"ratelimit-reason": "jira-burst-based",
				},
			}),
		},
	});
	return Object.assign(desk, settings);

	async function answer(request: FakeRequest, tickets: FakeTicket[]): Promise<FakeAnswer> {
		const basic = Buffer.from((request.headers.authorization ?? "").replace(/^Basic /, ""), "base64").toString("utf8");
		if (basic !== `${jiraAgent.email}:${jiraAgent.token}`) throw refused(401, "Client must be authenticated to access this resource.");
		const { method, path } = request;
		const [, api = "", rest = ""] = /^\/rest\/(servicedeskapi|api\/[23])\/(.+?)\/?$/.exec(path) ?? [];
		const way = rest.split("/").map(decodeURIComponent);
		const route = `${method} ${api === "servicedeskapi" ? "sd" : "api"}/${way.map((part, index) => (index === 1 && ["request", "issue", "servicedesk"].includes(way[0] ?? "") ? "*" : part)).join("/")}`;
		if (route === "POST sd/request") return create(request, tickets);
		if (route === "POST sd/customer") return createCustomer(request);
		if (route === "POST sd/servicedesk/*/customer") return { status: (readBody(bodies.ServiceDeskCustomerDTO, request.json()), 204) };
		if (route === "POST sd/servicedesk/*/attachTemporaryFile") return keepFiles(request, way[1] ?? "");
		if (route === "GET api/user/search")
			return { status: 200, json: [...accounts.values()].filter(({ emailAddress }) => emailAddress === request.query.get("query")) };
		if (/^(?:GET|POST) api\/search\/jql$/.test(route)) return search(request);
		if (/^(?:GET|POST) api\/search$/.test(route))
			throw platformRefused(410, ["The requested API has been removed. Please migrate to the /rest/api/3/search/jql API."]);
		const issue = issues.find(({ id, key }) => id === way[1] || key === way[1]);
		if (!issue && api !== "servicedeskapi") throw platformRefused(404, ["Issue does not exist or you do not have permission to see it."]);
		if (!issue) throw refused(404, "The request does not exist or you do not have permission to see it.");
		const property = way[2] === "properties" ? (way[3] ?? "") : "";
		if (property !== "") return useProperty(request, issue, property);
		switch (route) {
			case "GET sd/request/*":
				return { status: 200, json: requestOf(issue) };
			case "GET sd/request/*/comment":
				return { status: 200, json: page(issue.publicComments, request) };
			case "POST sd/request/*/comment": {
				const { body, public: isPublic = true } = readBody(bodies.CommentCreateDTO, request.json());
				return { status: 201, json: comment(issue, readRichText(body, false, "comment"), isPublic) };
			}
			case "POST sd/request/*/attachment":
				return attach(request, issue);
			case "GET sd/request/*/transition":
				return {
					status: 200,
					json: page(
						open(issue).map(({ id, name }) => ({ id, name })),
						request,
					),
				};
			case "POST sd/request/*/transition": {
				const { id, additionalComment } = readBody(bodies.CustomerTransitionExecutionDTO, request.json());
				move(issue, id);
				if (additionalComment) comment(issue, readRichText(additionalComment.body, false, "comment"), true);
				return { status: 204 };
			}
			case "GET api/issue/*":
				return { status: 200, json: issueOf(issue, request.query.get("fields")?.split(",") ?? ["*all"]) };
			case "PUT api/issue/*":
				return update(request, issue);
			case "GET api/issue/*/comment":
				return { status: 200, json: { startAt: 0, maxResults: 5000, total: issue.publicComments.length, comments: issue.publicComments } };
			case "POST api/issue/*/comment": {
				const { body, properties = [] } = readBody(bodies.Comment, request.json());
				const internal = properties.some(({ key, value }) => key === "sd.public.comment" && JSON.stringify(value) === '{"internal":true}');
				return { status: 201, json: comment(issue, readRichText(body, api === "api/3", "comment"), !internal) };
			}
			case "POST api/issue/*/attachments":
				return {
					status: 200,
					json: (await filesOf(request)).map((file) => (issue.ticket.files.push(file), { id: String(issue.ticket.files.length), filename: file.name })),
				};
			case "GET api/issue/*/transitions":
				return { status: 200, json: { transitions: open(issue).map(({ id, name, to, key }) => ({ id, name, to: { name: to, statusCategory: { key } } })) } };
			case "POST api/issue/*/transitions":
				return { status: (move(issue, readBody(bodies.IssueUpdateDetails, request.json()).transition?.id ?? ""), 204) };
			default:
				throw refused(404, "null for uri");
		}
	}

	function create(request: FakeRequest, tickets: FakeTicket[]): FakeAnswer {
		const {
			serviceDeskId,
			requestTypeId,
			requestFieldValues: values,
			raiseOnBehalfOf,
			isAdfRequest = false,
		} = readBody(bodies.RequestCreateDTO, request.json());
		if (serviceDeskId !== jiraServiceDesk.id) throw refused(404, "The service desk was not found.");
		if (requestTypeId !== jiraServiceDesk.requestType) throw refused(400, "The request type does not exist in this service desk.");
		const strange = Object.keys(values).find((field) => !(desk as FakeJira).fields.has(field));
		if (strange !== undefined) throw refused(400, `Field '${strange}' cannot be set. It is not on the appropriate screen, or unknown.`);
		const { summary, description, attachment = [], labels = [] } = values;
		if (typeof summary !== "string" || summary.trim() === "") throw refused(400, "Please provide a valid value for field 'Summary'.");
		if (summary.length > 255) throw refused(400, "Summary must be less than 255 characters.");
		if (/[\r\n]/.test(summary)) throw refused(400, "The summary is invalid because it contains newline characters.");
		if (raiseOnBehalfOf !== undefined && !accounts.has(raiseOnBehalfOf))
			throw refused(400, "The customer on whose behalf the request is raised does not exist.");
		const read = description === undefined ? { text: "", alarms: [] } : readRichText(description, isAdfRequest, "description");
		const reporter = accounts.get(raiseOnBehalfOf ?? "");
		const key = `${jiraServiceDesk.project}-${issues.length + 1}`;
		const who = reporter ? `\n${reporter.displayName} ${reporter.emailAddress}` : "";
		const ticket: FakeTicket = { reference: key, subject: summary, text: read.text + who, notes: [], files: [], open: true, alarms: read.alarms };
		const issue: Issue = {
			id: String(10_001 + issues.length),
			key,
			project: jiraServiceDesk.project,
			summary,
			description: read.text,
			comments: [],
			publicComments: [],
			labels: labels as string[],
			properties: new Map(),
			fields: values,
			createdAt: Date.now(),
			ticket,
			reporter: reporter?.accountId ?? "agent",
			indexed: (desk as FakeJira).indexing,
		};
		ticket.files.push(...takeFiles(attachment as string[]));
		issues.push(issue);
		tickets.push(ticket);
		return { status: 201, json: requestOf(issue) };
	}

	function createCustomer(request: FakeRequest): FakeAnswer {
		const { email, displayName } = readBody(bodies.CustomerCreateDTO, request.json());
		const strict = request.query.get("strictConflictStatusCode") === "true";
		if ([...accounts.values()].some(({ emailAddress }) => emailAddress === email))
			throw refused(strict ? 409 : 400, "An account already exists for this email");
		const accountId = `qm:${crypto.randomUUID()}`;
		const account = { accountId, emailAddress: email, displayName, active: true };
		accounts.set(accountId, account);
		return { status: 201, json: account };
	}

	async function keepFiles(request: FakeRequest, serviceDesk: string): Promise<FakeAnswer> {
		if (serviceDesk !== jiraServiceDesk.id) throw refused(404, "The service desk was not found.");
		const kept = (await filesOf(request)).map((file) => {
			const temporaryAttachmentId = `temp${crypto.randomUUID()}`;
			temporary.set(temporaryAttachmentId, file);
			return { temporaryAttachmentId, fileName: file.name };
		});
		return { status: 201, json: { temporaryAttachments: kept } };
	}

	function takeFiles(ids: string[]): FakeTicket["files"] {
		return ids.map((id) => {
			const file = temporary.get(id);
			if (!file) throw refused(400, "The temporary attachment does not exist.");
			temporary.delete(id);
			return file;
		});
	}

	function attach(request: FakeRequest, issue: Issue): FakeAnswer {
		const { temporaryAttachmentIds, additionalComment, public: isPublic = true } = readBody(bodies.AttachmentCreateDTO, request.json());
		issue.ticket.files.push(...takeFiles(temporaryAttachmentIds));
		const said = additionalComment ? comment(issue, readRichText(additionalComment.body, false, "comment"), isPublic) : null;
		return { status: 201, json: { comment: said, attachments: page([], request) } };
	}

	function search(request: FakeRequest): FakeAnswer {
		const asked =
			request.method === "POST"
				? readBody(bodies.SearchAndReconcileRequestBean, request.json())
				: {
						jql: request.query.get("jql") ?? "",
						fields: request.query.get("fields")?.split(","),
						reconcileIssues: request.query.getAll("reconcileIssues").map(Number),
					};
		const fits = parseJql(asked.jql ?? "");
		const found = issues.filter((issue) => (issue.indexed || asked.reconcileIssues?.includes(Number(issue.id))) && fits(issue));
		return { status: 200, json: { issues: found.map((issue) => issueOf(issue, asked.fields ?? ["id"])), isLast: true } };
	}
}
