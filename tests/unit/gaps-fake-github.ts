import { createHash } from "node:crypto";
import * as z from "zod";
import { bearerOf, checked, queryOf, type Complaint } from "../handoff/fakes/checked.ts";
import { Refused, startFakeDesk, type FakeAnswer, type FakeDesk, type FakeRequest } from "../handoff/fakes/fake-desk.ts";

/**
 * A repository on GitHub with its git database, pull requests and issues: REST API 2022-11-28.
 *
 * @see https://docs.github.com/en/rest/git, https://docs.github.com/en/rest/pulls/pulls, https://docs.github.com/en/rest/issues,
 * https://docs.github.com/en/rest/repos/contents and https://docs.github.com/en/rest/commits/commits#compare-two-commits
 */
export const githubToken = "github_pat_11EXAMPLE0";
const repo = "/repos/example/help-centre";

const tree = z.strictObject({
	base_tree: z.string().optional(),
	tree: z
		.array(
			z.strictObject({
				path: z.string(),
				mode: z.enum(["100644", "100755", "040000", "160000", "120000"]),
				type: z.enum(["blob", "tree", "commit"]),
				sha: z.string().nullish(),
				content: z.string().optional(),
			}),
		)
		.min(1),
});
const person = z.strictObject({ name: z.string(), email: z.string(), date: z.iso.datetime().optional() });
const commitBody = z.strictObject({
	message: z.string(),
	tree: z.string(),
	parents: z.array(z.string()).optional(),
	author: person.optional(),
	committer: person.optional(),
	signature: z.string().optional(),
});
const refBody = z.strictObject({ ref: z.string().regex(/^refs\/.+\/.+/), sha: z.string() });
const refChange = z.strictObject({ sha: z.string(), force: z.boolean().optional() });
const words = { title: z.string().min(1).max(256), body: z.string().max(65_536).nullish() };
const pullBody = z.strictObject({ ...words, head: z.string(), base: z.string(), draft: z.boolean().optional(), maintainer_can_modify: z.boolean().optional() });
const pullChange = z.strictObject({
	title: words.title.optional(),
	body: words.body,
	state: z.enum(["open", "closed"]).optional(),
	base: z.string().optional(),
});
const issueBody = z.strictObject({ ...words, labels: z.array(z.string()).optional(), assignees: z.array(z.string()).optional() });
const issueChange = z.strictObject({ title: words.title.optional(), body: words.body, state: z.enum(["open", "closed"]).optional() });
const labelBody = z.strictObject({ labels: z.array(z.string()).min(1) });
const paging = { per_page: z.coerce.number().int().min(1).max(100).default(30), page: z.coerce.number().int().min(1).default(1) };
const pullList = z.strictObject({
	...paging,
	state: z.enum(["open", "closed", "all"]).default("open"),
	head: z.string().optional(),
	base: z.string().optional(),
});
const issueList = z.strictObject({
	...paging,
	state: z.enum(["open", "closed", "all"]).default("open"),
	sort: z.enum(["created", "updated", "comments"]).default("created"),
	direction: z.enum(["asc", "desc"]).default("desc"),
});

/** A commit with all of its files. */
interface Commit {
	files: Map<string, string>;
	parent: string | null;
	message: string;
}
interface Thing {
	number: number;
	title: string;
	body: string | null | undefined;
	labels: string[];
	pull?: { head: string; base: string };
}

/** What the repository holds, to be looked at and changed by a test. */
export interface FakeGitHub extends FakeDesk {
	/** Last commits of branches. */
	branches: Map<string, string>;
	commits: Map<string, Commit>;
	things: Thing[];
	/** Somebody commits to a branch, from outside. */
	commit(branch: string, files: Record<string, string>, message: string): void;
}

function shaOf(text: string): string {
	return createHash("sha1").update(text).digest("hex");
}

function blob(text: string): string {
	return shaOf(`blob ${Buffer.byteLength(text)}\0${text}`);
}

function invalid(complaints: Complaint[]): FakeAnswer {
	return { status: 422, json: { message: "Validation Failed", errors: complaints.map(({ path, message }) => ({ field: path, code: "custom", message })) } };
}

const notFound = { status: 404, json: { message: "Not Found" } };
const unauthorized = { status: 401, json: { message: "Bad credentials" } };

/** Starts GitHub with a branch `main` that holds the files. */
export async function startFakeGitHub(files: Record<string, string>): Promise<FakeGitHub> {
	const branches = new Map<string, string>();
	const commits = new Map<string, Commit>();
	const trees = new Map<string, Map<string, string>>();
	const things: Thing[] = [];
	const desk = await startFakeDesk({
		targetOf: ({ method, path }) => (method === "GET" ? null : /\/(?:pulls|issues)$/.test(path) ? "ticket" : "note"),
		refusals: {
			validation: invalid([{ path: "title", message: "is invalid", unknown: [] }]),
			unauthorized,
			tooMany: (seconds) => ({ status: 403, headers: { "retry-after": String(seconds) }, json: { message: "You have exceeded a secondary rate limit." } }),
			serverError: { status: 502 },
		},
		answer,
	});
	commit("main", files, "Begin");
	return Object.assign(desk, { branches, commits, things, commit });

	function commit(branch: string, changed: Record<string, string>, message: string): void {
		const parent = branches.get(branch) ?? branches.get("main") ?? null;
		branches.set(
			branch,
			keep({ files: new Map([...(parent === null ? [] : (commits.get(parent)?.files ?? [])), ...Object.entries(changed)]), parent, message }),
		);
	}

	function keep(made: Commit): string {
		const sha = shaOf(JSON.stringify([[...made.files], made.parent, made.message]));
		commits.set(sha, made);
		return sha;
	}

	function answer(request: FakeRequest): FakeAnswer {
		if (!request.headers["user-agent"]) throw new Refused({ status: 403, body: "Request forbidden by administrative rules." });
		if (request.headers["x-github-api-version"] !== "2022-11-28") throw new Refused({ status: 400, json: { message: "Unsupported version" } });
		if (bearerOf(request) !== githubToken) throw new Refused(unauthorized);
		if (!request.path.startsWith(`${repo}/`)) return notFound;
		const path = request.path
			.slice(repo.length + 1)
			.split("/")
			.map(decodeURIComponent)
			.join("/");
		return git(request, path) ?? requests(request, path) ?? notFound;
	}

	function git(request: FakeRequest, path: string): FakeAnswer | null {
		const key = `${request.method} ${path}`;
		const [, branch] = /^GET git\/ref\/heads\/(.+)$/.exec(key) ?? [];
		if (branch !== undefined)
			return branches.has(branch) ? { status: 200, json: { ref: `refs/heads/${branch}`, object: { type: "commit", sha: branches.get(branch) } } } : notFound;
		const [, sha] = /^GET git\/commits\/(.+)$/.exec(key) ?? [];
		if (sha !== undefined) return commits.has(sha) ? { status: 200, json: { sha, message: commits.get(sha)?.message, tree: { sha: treeOf(sha) } } } : notFound;
		const [, file] = /^GET contents\/(.+)$/.exec(key) ?? [];
		if (file !== undefined) {
			const at = queryOf(request)["ref"] ?? "main";
			const text = commits.get(branches.get(at) ?? at)?.files.get(file);
			return text === undefined ? notFound : { status: 200, json: { type: "file", path: file, sha: blob(text), size: text.length } };
		}
		const [, from, to] = /^GET compare\/(.+)\.\.\.(.+)$/.exec(key) ?? [];
		if (from !== undefined && to !== undefined)
			return { status: 200, json: { status: "ahead", commits: between(from, to).map((one) => ({ commit: { message: one.message } })) } };
		if (key === "POST git/trees") {
			const body = checked(tree, request.json(), invalid);
			const made = new Map([...(trees.get(body.base_tree ?? "") ?? []), ...body.tree.map((entry): [string, string] => [entry.path, entry.content ?? ""])]);
			const id = shaOf(JSON.stringify([...made]));
			trees.set(id, made);
			return { status: 201, json: { sha: id, tree: [], truncated: false } };
		}
		if (key === "POST git/commits") {
			const body = checked(commitBody, request.json(), invalid);
			const own = trees.get(body.tree);
			if (!own) return notFound;
			return { status: 201, json: { sha: keep({ files: own, parent: body.parents?.[0] ?? null, message: body.message }), message: body.message } };
		}
		if (key === "POST git/refs") {
			const body = checked(refBody, request.json(), invalid);
			const name = body.ref.replace("refs/heads/", "");
			if (branches.has(name)) return { status: 422, json: { message: "Reference already exists" } };
			branches.set(name, body.sha);
			return { status: 201, json: { ref: body.ref, object: { type: "commit", sha: body.sha } } };
		}
		const [, moved] = /^PATCH git\/refs\/heads\/(.+)$/.exec(key) ?? [];
		if (moved === undefined) return null;
		if (!branches.has(moved)) return { status: 422, json: { message: "Reference does not exist" } };
		const body = checked(refChange, request.json(), invalid);
		if (!body.force && commits.get(body.sha)?.parent !== branches.get(moved)) return { status: 422, json: { message: "Update is not a fast forward" } };
		branches.set(moved, body.sha);
		return { status: 200, json: { ref: `refs/heads/${moved}`, object: { type: "commit", sha: body.sha } } };
	}

	function treeOf(sha: string): string {
		const own = commits.get(sha)?.files ?? new Map<string, string>();
		const id = shaOf(JSON.stringify([...own]));
		trees.set(id, own);
		return id;
	}

	function between(from: string, to: string): Commit[] {
		const known = new Set<string | null | undefined>();
		for (let at: string | null | undefined = branches.get(from); at; at = commits.get(at)?.parent) known.add(at);
		const found: Commit[] = [];
		for (let at: string | null | undefined = branches.get(to); at && !known.has(at); at = commits.get(at)?.parent) {
			const one = commits.get(at);
			if (one) found.unshift(one);
		}
		return found;
	}

	function requests(request: FakeRequest, path: string): FakeAnswer | null {
		const key = `${request.method} ${path}`;
		if (key === "GET pulls") {
			const { head, base } = checked(pullList, queryOf(request), invalid);
			const found = things.filter(({ pull }) => pull && (head === undefined || head === `example:${pull.head}`) && (base === undefined || base === pull.base));
			return { status: 200, json: found.map(describe) };
		}
		if (key === "POST pulls") {
			const { title, body, head, base } = checked(pullBody, request.json(), invalid);
			if (!branches.has(head)) return invalid([{ path: "head", message: "head is invalid", unknown: [] }]);
			if (things.some(({ pull }) => pull?.head === head && pull.base === base))
				return invalid([{ path: "", message: `A pull request already exists for example:${head}.`, unknown: [] }]);
			return made({ title, body, labels: [], pull: { head, base } });
		}
		if (key === "GET issues") {
			const { page, per_page: size } = checked(issueList, queryOf(request), invalid);
			return {
				status: 200,
				json: [...things]
					.reverse()
					.slice((page - 1) * size, page * size)
					.map(describe),
			};
		}
		if (key === "POST issues") {
			const { title, body, labels = [] } = checked(issueBody, request.json(), invalid);
			return made({ title, body, labels });
		}
		const [, kind, number, rest = ""] = /^(?:PATCH|POST) (pulls|issues)\/(\d+)(\/labels)?$/.exec(key) ?? [];
		const thing = things.find((one) => one.number === Number(number));
		if (kind === undefined || !thing) return null;
		if (rest === "/labels") {
			thing.labels = [...new Set([...thing.labels, ...checked(labelBody, request.json(), invalid).labels])];
			return { status: 200, json: thing.labels.map((name) => ({ name })) };
		}
		const { title, body } = checked(kind === "pulls" ? pullChange : issueChange, request.json(), invalid);
		Object.assign(thing, { ...(title !== undefined && { title }), ...(body !== undefined && { body }) });
		return { status: 200, json: describe(thing) };
	}

	function made(thing: Omit<Thing, "number">): FakeAnswer {
		things.push({ number: things.length + 1, ...thing });
		return { status: 201, json: describe(things.at(-1)) };
	}
}

function describe(thing: Thing | undefined): object {
	const { number = 0, title, body, labels = [], pull } = thing ?? {};
	const kind = pull ? "pull" : "issues";
	return {
		number,
		title,
		body,
		state: "open",
		html_url: `https://github.com/example/help-centre/${kind}/${number}`,
		labels: labels.map((name) => ({ name })),
		...(pull && { head: { ref: pull.head }, base: { ref: pull.base }, pull_request: { url: `https://api.github.com${repo}/pulls/${number}` } }),
	};
}
