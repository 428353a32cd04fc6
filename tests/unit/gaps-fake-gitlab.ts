import { createHash } from "node:crypto";
import * as z from "zod";
import { bearerOf, checked, queryOf, type Complaint } from "../handoff/fakes/checked.ts";
import { Refused, startFakeDesk, type FakeAnswer, type FakeDesk, type FakeRequest } from "../handoff/fakes/fake-desk.ts";

/**
 * A project on GitLab with branches, merge requests and issues: REST API v4.
 *
 * @see https://docs.gitlab.com/api/branches, https://docs.gitlab.com/api/commits, https://docs.gitlab.com/api/repository_files,
 * https://docs.gitlab.com/api/repositories#compare-branches-tags-or-commits, https://docs.gitlab.com/api/merge_requests and
 * https://docs.gitlab.com/api/issues
 */
export const gitlabToken = "glpat-EXAMPLE0000000000000";
const project = "/api/v4/projects/example%2Fteam%2Fhelp-centre";

const commitBody = z.strictObject({
	branch: z.string(),
	commit_message: z.string().min(1),
	start_branch: z.string().optional(),
	start_sha: z.string().optional(),
	force: z.boolean().optional(),
	author_email: z.string().optional(),
	author_name: z.string().optional(),
	actions: z
		.array(
			z.strictObject({
				action: z.enum(["create", "delete", "move", "update", "chmod"]),
				file_path: z.string(),
				previous_path: z.string().optional(),
				content: z.string().optional(),
				encoding: z.enum(["text", "base64"]).optional(),
				last_commit_id: z.string().optional(),
			}),
		)
		.min(1),
});
const words = { title: z.string().min(1).max(255), description: z.string().max(1_048_576).optional(), labels: z.string().optional() };
const requestBody = z.strictObject({
	...words,
	source_branch: z.string(),
	target_branch: z.string(),
	remove_source_branch: z.boolean().optional(),
	squash: z.boolean().optional(),
});
const requestChange = z.strictObject({
	title: words.title.optional(),
	description: words.description,
	add_labels: z.string().optional(),
	labels: words.labels,
});
const issueBody = z.strictObject(words);
const issueChange = z.strictObject({ title: words.title.optional(), description: words.description, labels: words.labels });
const paging = { per_page: z.coerce.number().int().max(100).default(20), page: z.coerce.number().int().default(1) };
const requestList = z.strictObject({
	...paging,
	state: z.enum(["opened", "closed", "locked", "merged", "all"]).default("all"),
	source_branch: z.string().optional(),
	target_branch: z.string().optional(),
});
const issueList = z.strictObject({
	...paging,
	state: z.enum(["opened", "closed", "all"]).default("all"),
	order_by: z.string().optional(),
	sort: z.enum(["asc", "desc"]).optional(),
});

interface Commit {
	files: Map<string, string>;
	parent: string | null;
	message: string;
}
interface Thing {
	iid: number;
	title: string;
	description: string;
	labels: string[];
	source?: string;
	target?: string;
}

/** What the project holds. */
export interface FakeGitLab extends FakeDesk {
	branches: Map<string, string>;
	commits: Map<string, Commit>;
	merges: Thing[];
	issues: Thing[];
	/** Somebody commits to a branch, from outside. */
	commit(branch: string, files: Record<string, string>, message: string): void;
}

function shaOf(text: string): string {
	return createHash("sha1").update(text).digest("hex");
}

function invalid(complaints: Complaint[]): FakeAnswer {
	const [unknown] = complaints.flatMap((complaint) => complaint.unknown);
	return { status: 400, json: { error: unknown === undefined ? complaints.map(({ path, message }) => `${path} ${message}`).join() : `${unknown} is unknown` } };
}

const notFound = (what: string) => ({ status: 404, json: { message: `404 ${what} Not Found` } });
const unauthorized = { status: 401, json: { message: "401 Unauthorized" } };

/** Starts GitLab with a branch `main` that holds the files. */
export async function startFakeGitLab(files: Record<string, string>): Promise<FakeGitLab> {
	const branches = new Map<string, string>();
	const commits = new Map<string, Commit>();
	const merges: Thing[] = [];
	const issues: Thing[] = [];
	const desk = await startFakeDesk({
		targetOf: ({ method, path }) => (method === "GET" ? null : /\/(?:merge_requests|issues)$/.test(path) ? "ticket" : "note"),
		refusals: { validation: { status: 400, json: { message: { title: ["is invalid"] } } }, unauthorized },
		answer,
	});
	commit("main", files, "Begin");
	return Object.assign(desk, { branches, commits, merges, issues, commit });

	function commit(branch: string, changed: Record<string, string>, message: string): void {
		const parent = branches.get(branch) ?? branches.get("main") ?? null;
		keep(branch, { files: new Map([...(parent === null ? [] : (commits.get(parent)?.files ?? [])), ...Object.entries(changed)]), parent, message });
	}

	function keep(branch: string, made: Commit): string {
		const id = shaOf(JSON.stringify([[...made.files], made.parent, made.message]));
		commits.set(id, made);
		branches.set(branch, id);
		return id;
	}

	function answer(request: FakeRequest): FakeAnswer {
		if (bearerOf(request) !== gitlabToken) throw new Refused(unauthorized);
		if (!request.path.startsWith(`${project}/`)) return notFound("Project");
		const path = request.path.slice(project.length + 1);
		return repository(request, path) ?? requests(request, path) ?? notFound("Not");
	}

	function repository(request: FakeRequest, path: string): FakeAnswer | null {
		const key = `${request.method} ${path}`;
		const [, branch] = /^GET repository\/branches\/([^/]+)$/.exec(key) ?? [];
		if (branch !== undefined) {
			const name = decodeURIComponent(branch);
			return branches.has(name) ? { status: 200, json: { name, commit: { id: branches.get(name) } } } : notFound("Branch");
		}
		const [, file] = /^GET repository\/files\/([^/]+)$/.exec(key) ?? [];
		if (file !== undefined) {
			const ref = queryOf(request)["ref"];
			if (ref === undefined) return { status: 400, json: { error: "ref is missing" } };
			const text = commits.get(branches.get(ref) ?? ref)?.files.get(decodeURIComponent(file));
			return text === undefined
				? notFound("File")
				: { status: 200, json: { file_path: decodeURIComponent(file), blob_id: shaOf(`blob ${Buffer.byteLength(text)}\0${text}`) } };
		}
		if (key === "GET repository/compare") {
			const { from = "", to = "" } = queryOf(request);
			const found: Commit[] = [];
			const base = branches.get(from);
			for (let at: string | null | undefined = branches.get(to); at && at !== base; at = commits.get(at)?.parent) {
				const one = commits.get(at);
				if (one) found.unshift(one);
			}
			return { status: 200, json: { commits: found.map(({ message }) => ({ message })) } };
		}
		if (key !== "POST repository/commits") return null;
		const body = checked(commitBody, request.json(), invalid);
		if (branches.has(body.branch) && body.start_sha !== undefined && !body.force)
			return { status: 400, json: { message: `A branch called '${body.branch}' already exists. Switch to that branch in order to make changes` } };
		const parent = body.start_sha ?? branches.get(body.start_branch ?? body.branch) ?? "";
		const own = new Map(commits.get(parent)?.files);
		for (const { action, file_path: name, content = "" } of body.actions) {
			if (action === "create" && own.has(name)) return { status: 400, json: { message: "A file with this name already exists" } };
			if (action === "update" && !own.has(name)) return { status: 400, json: { message: "A file with this name doesn't exist" } };
			own.set(name, content);
		}
		return { status: 201, json: { id: keep(body.branch, { files: own, parent, message: body.commit_message }), message: body.commit_message } };
	}

	function requests(request: FakeRequest, path: string): FakeAnswer | null {
		const key = `${request.method} ${path}`;
		if (key === "GET merge_requests") {
			const { source_branch: source, target_branch: target } = checked(requestList, queryOf(request), invalid);
			return { status: 200, json: merges.filter((one) => one.source === source && one.target === target).map(describe) };
		}
		if (key === "POST merge_requests") {
			const { title, description = "", labels = "", source_branch: source, target_branch: target } = checked(requestBody, request.json(), invalid);
			if (merges.some((one) => one.source === source))
				return { status: 409, json: { message: ["Another open merge request already exists for this source branch: !1"] } };
			merges.push({ iid: merges.length + 1, title, description, labels: labels.split(","), source, target });
			return { status: 201, json: describe(merges.at(-1)) };
		}
		if (key === "GET issues") {
			const { page, per_page: size } = checked(issueList, queryOf(request), invalid);
			return {
				status: 200,
				json: [...issues]
					.reverse()
					.slice((page - 1) * size, page * size)
					.map(describe),
			};
		}
		if (key === "POST issues") {
			const { title, description = "", labels = "" } = checked(issueBody, request.json(), invalid);
			issues.push({ iid: issues.length + 1, title, description, labels: labels.split(",") });
			return { status: 201, json: describe(issues.at(-1)) };
		}
		const [, kind, iid] = /^PUT (merge_requests|issues)\/(\d+)$/.exec(key) ?? [];
		const thing = (kind === "issues" ? issues : merges).find((one) => one.iid === Number(iid));
		if (!thing) return null;
		const { title, description } = checked(kind === "issues" ? issueChange : requestChange, request.json(), invalid);
		Object.assign(thing, { ...(title !== undefined && { title }), ...(description !== undefined && { description }) });
		return { status: 200, json: describe(thing) };
	}
}

function describe(thing: Thing | undefined): object {
	const { iid = 0, title, description, labels = [], source } = thing ?? {};
	return {
		iid,
		title,
		description,
		labels,
		state: "opened",
		web_url: `https://gitlab.com/example/team/help-centre/-/${source === undefined ? "issues" : "merge_requests"}/${iid}`,
	};
}
