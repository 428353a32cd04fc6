import { Refused, type FakeAnswer, type FakeRequest, type FakeTicket } from "./fake-desk.ts";
import { bodies, jiraServiceDesk, platformRefused, readBody, refused } from "./jira-body.ts";
import type { FoundIssue } from "./jira-jql.ts";

/** An issue as the desk keeps it. */
export interface Issue extends FoundIssue {
	ticket: FakeTicket;
	reporter: string;
	indexed: boolean;
	comments: string[];
	publicComments: { id: string; body: string; public: boolean }[];
}

const transitions = [
	{ id: "761", name: "Resolve this issue", to: "Done", key: "done", from: true },
	{ id: "781", name: "Reopen", to: "Open", key: "new", from: false },
];

export function requestOf({ id, key, reporter, ticket, createdAt }: Issue) {
	return {
		issueId: id,
		issueKey: key,
		requestTypeId: jiraServiceDesk.requestType,
		serviceDeskId: jiraServiceDesk.id,
		createdDate: { iso8601: new Date(createdAt).toISOString(), epochMillis: createdAt },
		reporter: { accountId: reporter },
		requestFieldValues: [{ fieldId: "summary", label: "Summary", value: ticket.subject }],
		currentStatus: { status: ticket.open ? "Waiting for support" : "Resolved", statusCategory: ticket.open ? "NEW" : "DONE" },
	};
}

/** A search that names no fields gives the id alone. */
export function issueOf({ id, key, summary, labels, ticket }: Issue, fields: string[]) {
	if (fields.length === 1 && fields[0] === "id") return { id };
	return {
		id,
		key,
		fields: {
			summary,
			labels,
			attachment: ticket.files.map(({ name }) => ({ filename: name })),
			status: { name: ticket.open ? "Open" : "Done", statusCategory: { key: ticket.open ? "new" : "done" } },
		},
	};
}

export function open({ ticket }: Issue) {
	return transitions.filter(({ from }) => from === ticket.open);
}

export function move(issue: Issue, id: string): void {
	const transition = open(issue).find((possible) => possible.id === id);
	if (!transition) throw platformRefused(400, [`Transition id '${id}' is not valid for this issue.`]);
	issue.ticket.open = transition.key !== "done";
}

export function comment(issue: Issue, { text, alarms }: { text: string; alarms: string[] }, isPublic: boolean) {
	issue.ticket.notes.push(text);
	issue.ticket.alarms.push(...alarms);
	issue.comments.push(text);
	const added = { id: String(1000 + issue.publicComments.length), body: text, public: isPublic, created: { iso8601: new Date().toISOString() } };
	issue.publicComments.push(added);
	return added;
}

export function useProperty({ method, json }: FakeRequest, issue: Issue, name: string): FakeAnswer {
	if (method === "PUT") {
		const status = issue.properties.has(name) ? 200 : 201;
		issue.properties.set(name, json());
		return { status };
	}
	if (!issue.properties.has(name)) throw platformRefused(404, ["The property was not found."]);
	return { status: 200, json: { key: name, value: issue.properties.get(name) } };
}

export function update(request: FakeRequest, issue: Issue): FakeAnswer {
	const { fields = {}, update: changes = {}, properties = [] } = readBody(bodies.IssueUpdateDetails, request.json());
	const strange = [...Object.keys(fields), ...Object.keys(changes)].find((field) => !["labels", "priority", "summary"].includes(field));
	if (strange !== undefined)
		throw platformRefused(400, [], { [strange]: `Field '${strange}' cannot be set. It is not on the appropriate screen, or unknown.` });
	if (Array.isArray(fields["labels"])) issue.labels = fields["labels"] as string[];
	for (const { add } of (changes["labels"] ?? []) as { add?: string }[]) if (add !== undefined) issue.labels.push(add);
	for (const { key, value } of properties) issue.properties.set(key, value);
	return { status: 204 };
}

export function page<Value>(values: Value[], { query }: FakeRequest) {
	const start = Number(query.get("start") ?? 0);
	const limit = Math.min(100, Number(query.get("limit") ?? 50));
	return {
		size: values.slice(start, start + limit).length,
		start,
		limit,
		isLastPage: start + limit >= values.length,
		values: values.slice(start, start + limit),
	};
}

/** Files of a form; the header keeps forms of other sites out. */
export async function filesOf({ headers, body }: FakeRequest): Promise<FakeTicket["files"]> {
	if (headers["x-atlassian-token"] !== "no-check") throw new Refused({ status: 403, body: "XSRF check failed" });
	const form = await new Response(new Uint8Array(body), { headers: { "content-type": headers["content-type"] ?? "" } }).formData();
	const files = form.getAll("file").filter((part) => part instanceof File);
	if (files.length === 0) throw refused(400, "No file was sent in the part 'file'.");
	return Promise.all(files.map(async (file) => ({ name: file.name, type: file.type, bytes: Buffer.from(await file.arrayBuffer()) })));
}
