import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it, onTestFinished } from "vitest";
import { createGitHub } from "#scripts/lib/gaps/open/github.ts";
import { createGitLab } from "#scripts/lib/gaps/open/gitlab.ts";
import { createHostClient } from "#scripts/lib/gaps/open/host-client.ts";
import type { GitHost } from "#scripts/lib/gaps/open/git-host.ts";
import { blobOf, openIssue, openRequest } from "#scripts/lib/gaps/open/open-change.ts";
import { whereToOpen } from "#scripts/lib/gaps/open/where.ts";
import type { Mischief, Target } from "../handoff/fakes/fake-desk.ts";
import { githubToken, startFakeGitHub } from "./gaps-fake-github.ts";
import { gitlabToken, startFakeGitLab } from "./gaps-fake-gitlab.ts";

const start = { "content/data/synonyms.yml": "oneWay: []\n", "README.md": "# Ours\n" };
const files = new Map([
	["content/data/synonyms.yml", { before: "oneWay: []\n", after: "oneWay: [{ from: rota, to: [plan] }]\n" }],
	["content/data/gaps.yml", { before: null, after: '- id: "3f09c1d2ab47"\n  query: “rota” <b> ☂\n' }],
]);
const words = { title: "Answer 1 search topic", body: "## What readers search for", labels: ["search-gaps"] };
const change = { branch: "gaps/2026-11-21", base: "main", files, message: "search: Answer 1 search topic.", words };

/** What both hosts let a test see. */
interface Fake {
	url: string;
	host: (token?: string) => GitHost;
	branches: Map<string, string>;
	filesOf: (branch: string) => Map<string, string> | undefined;
	/** Titles, texts and labels of open requests and of issues. */
	opened: () => { title: string; body: string; labels: string[] }[];
	commit: (branch: string, files: Record<string, string>, message: string) => void;
	next: (mischief: Mischief, target?: Target) => void;
	writes: () => string[];
	refusals: string[];
	close: () => Promise<void>;
}

async function startGitHub(): Promise<Fake> {
	const fake = await startFakeGitHub(start);
	return {
		url: fake.url,
		host: (token = githubToken) => createGitHub(fake.url, "example/help-centre", token),
		branches: fake.branches,
		filesOf: (branch) => fake.commits.get(fake.branches.get(branch) ?? "")?.files,
		opened: () => fake.things.map(({ title, body, labels }) => ({ title, body: body ?? "", labels })),
		commit: fake.commit,
		next: fake.next,
		writes: () => fake.requests.filter(({ method }) => method !== "GET").map(({ method, path }) => `${method} ${path}`),
		refusals: fake.refusals,
		close: () => fake.close(),
	};
}

async function startGitLab(): Promise<Fake> {
	const fake = await startFakeGitLab(start);
	return {
		url: fake.url,
		host: (token = gitlabToken) => createGitLab(`${fake.url}/api/v4`, "example/team/help-centre", token),
		branches: fake.branches,
		filesOf: (branch) => fake.commits.get(fake.branches.get(branch) ?? "")?.files,
		opened: () => [...fake.merges, ...fake.issues].map(({ title, description, labels }) => ({ title, body: description, labels })),
		commit: fake.commit,
		next: fake.next,
		writes: () => fake.requests.filter(({ method }) => method !== "GET").map(({ method, path }) => `${method} ${path}`),
		refusals: fake.refusals,
		close: () => fake.close(),
	};
}

let fake: Fake | undefined;
afterEach(async () => {
	await fake?.close();
	fake = undefined;
});

describe.each([
	["GitHub", startGitHub],
	["GitLab", startGitLab],
])("a change on %s", (_, startFake) => {
	it("becomes a branch with one commit and a request with the summary", async () => {
		fake = await startFake();
		const result = await openRequest(fake.host(), change);
		expect(result).toMatchObject({ how: "made", number: 1 });
		expect(fake.filesOf(change.branch)).toEqual(new Map([...Object.entries(start), ...[...files].map(([path, { after }]): [string, string] => [path, after])]));
		expect(fake.filesOf("main")).toEqual(new Map(Object.entries(start)));
		expect(fake.opened()).toEqual([{ ...words, labels: ["search-gaps"] }]);
		expect(fake.refusals).toEqual([]);
	});

	it("updates its request the second time, and pushes nothing where nothing differs", async () => {
		fake = await startFake();
		await openRequest(fake.host(), change);
		const before = fake.branches.get(change.branch);
		expect(await openRequest(fake.host(), { ...change, words: { ...words, body: "## Newer" } })).toMatchObject({ how: "updated", number: 1 });
		expect(fake.branches.get(change.branch)).toBe(before);
		expect(fake.opened()).toEqual([{ ...words, body: "## Newer" }]);
	});

	it("replaces its own branch by a newer change", async () => {
		fake = await startFake();
		await openRequest(fake.host(), change);
		const newer = new Map([["content/data/gaps.yml", { before: null, after: "[]\n" }]]);
		await openRequest(fake.host(), { ...change, files: newer });
		expect(fake.filesOf(change.branch)).toEqual(new Map([...Object.entries(start), ["content/data/gaps.yml", "[]\n"]]));
		expect(fake.opened()).toHaveLength(1);
		expect(fake.refusals).toEqual([]);
	});

	it("leaves a branch alone on which somebody has worked", async () => {
		fake = await startFake();
		await openRequest(fake.host(), change);
		fake.commit(change.branch, { "content/data/gaps.yml": "[]\n" }, "Write the article");
		const before = fake.branches.get(change.branch);
		await expect(openRequest(fake.host(), change)).rejects.toThrow(
			"Somebody has worked on the branch gaps/2026-11-21.\n  Why: Their commits would be lost.\n  Do:  Merge it first, or choose another name with --branch.",
		);
		expect(fake.branches.get(change.branch)).toBe(before);
	});

	it("refuses to undo what is newer on the host", async () => {
		fake = await startFake();
		fake.commit("main", { "content/data/synonyms.yml": "oneWay: [{ from: sap, to: [erp] }]\n" }, "Add SAP");
		await expect(openRequest(fake.host(), change)).rejects.toThrow("content/data/synonyms.yml is another one on the host's branch main than here.");
		expect(fake.writes()).toEqual([]);
	});

	it("says that a base or a repository is not there", async () => {
		fake = await startFake();
		await expect(openRequest(fake.host(), { ...change, base: "trunk" })).rejects.toThrow("The host has no branch trunk.");
	});

	it("says that the token is not known, and never the token", async () => {
		fake = await startFake();
		const secret = "not-the-right-token";
		const failure = await openRequest(fake.host(secret), change).catch(String);
		expect(failure).toContain("refused (401).\n  Why: It does not know the token.");
		expect(failure).not.toContain(secret);
		fake.next("unauthorized", "note");
		await expect(openRequest(fake.host(), change)).rejects.toThrow("Do:  Set a token that is valid and has not expired.");
	});

	it("waits when it is asked to, and gives up when that takes too long", async () => {
		fake = await startFake();
		fake.next({ tooMany: 1 }, "note");
		fake.next({ tooMany: 1 });
		expect(await openRequest(fake.host(), change)).toMatchObject({ how: "made" });
		fake.next({ tooMany: 600 }, "note");
		await expect(openRequest(fake.host(), change)).rejects.toThrow("Why: It has had too many calls.\n  Do:  Run this again in 10 min; nothing is done twice.");
	});

	it("tries again what a failing server did not do, and makes nothing twice", async () => {
		fake = await startFake();
		fake.next("server-error", "note");
		expect(await openRequest(fake.host(), change)).toMatchObject({ how: "made" });
		expect(fake.opened()).toHaveLength(1);
	});

	it("leaves a request that the server failed to make for the next run", async () => {
		fake = await startFake();
		fake.next("server-error");
		await expect(openRequest(fake.host(), change)).rejects.toThrow("Do:  Run this again later; nothing is done twice.");
		expect(await openRequest(fake.host(), change)).toMatchObject({ how: "made", number: 1 });
		expect(fake.opened()).toHaveLength(1);
	});

	it("says what the host complains about", async () => {
		fake = await startFake();
		fake.next("validation", "note");
		await expect(openRequest(fake.host(), change)).rejects.toThrow(/refused \(4\d\d\)\./);
	});

	it("opens an issue once for the same gaps, and updates it", async () => {
		fake = await startFake();
		const mark = "<!-- npm run gaps 3f09c1d2ab47 -->";
		expect(await openIssue(fake.host(), mark, words)).toMatchObject({ how: "made" });
		expect(await openIssue(fake.host(), mark, { ...words, body: "## Newer" })).toMatchObject({ how: "updated", number: 1 });
		expect(await openIssue(fake.host(), "<!-- npm run gaps 000000000000 -->", words)).toMatchObject({ how: "made", number: 2 });
		expect(fake.opened().map(({ body }) => body)).toEqual([`${mark}\n## Newer`, `<!-- npm run gaps 000000000000 -->\n${words.body}`]);
		expect(fake.refusals).toEqual([]);
	});

	it("does not follow a redirect with the token", async () => {
		fake = await startFake();
		fake.next("redirect", "note");
		await expect(openRequest(fake.host(), change)).rejects.toThrow("Why: It points to another address.");
	});
});

describe("a host's refusal", () => {
	it.each([
		[
			403,
			{},
			{ message: "Resource not accessible by personal access token t0ken" },
			"The token may not do this. Resource not accessible by personal access token [token]\n  Do:  Give it these rights: all.",
		],
		[403, { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "9999999999" }, {}, "It has had too many calls."],
		[429, { "retry-after": "120" }, {}, "It has had too many calls.\n  Do:  Run this again in 2 min; nothing is done twice."],
		[404, {}, { message: "404 Project Not Found" }, "There is no such repository or branch, or the token may not see it."],
		[422, {}, { message: "Validation Failed", errors: [{ message: "title is too long" }, "no"] }, "Validation Failed: title is too long: no"],
		[400, {}, { message: ["one", "two\u001b[2J"] }, "one: two\uFFFD[2J"],
		[500, {}, "no JSON", "It has a problem of its own."],
	])("says why and what to do: %i %j", async (status, headers, json, expected) => {
		const server = createServer((_, response) => response.writeHead(status, headers).end(JSON.stringify(json)));
		await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
		onTestFinished(() => void server.close());
		const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
		const { call } = createHostClient({ url, token: "t0ken", needs: "all" });
		const failure = await call({ method: "POST", path: "/x" }).catch(String);
		expect(failure).toContain(`HostRefusal: ${url} refused (${status}).\n  Why: ${expected}`);
		expect(failure).not.toContain("t0ken");
	});

	it("says that nobody answers", async () => {
		const { call } = createHostClient({ url: "http://127.0.0.1:9", token: "t0ken", needs: "all" });
		await expect(call({ path: "/x" })).rejects.toThrow("http://127.0.0.1:9 could not be reached.");
	});
});

describe("what git calls a file", () => {
	it("is the hash that git gives", () => {
		expect(blobOf("hello\n")).toBe("ce013625030ba8dba906f756967f9e9ca394464a");
	});
});

describe("where a change is opened", () => {
	const env = { GITHUB_TOKEN: "g", GITLAB_TOKEN: "l" };
	const at = (url: string, more: object = {}) => ({ repository: { url, branch: "main", folder: "content", ...more } });

	it.each([
		[at("https://github.com/example/help-centre.git"), {}, "github example/help-centre https://api.github.com main content g"],
		[at("https://git.example.com/team/help", { host: "github" }), {}, "github team/help https://git.example.com/api/v3 main content g"],
		[at("https://gitlab.example.com/a/b/c/", { branch: "trunk", folder: "" }), {}, "gitlab a/b/c https://gitlab.example.com/api/v4 trunk  l"],
		[{}, { repository: "example/help" }, "github example/help https://api.github.com main content g"],
		[{}, { repository: "example/help", host: "gitlab" as const, base: "next" }, "gitlab example/help https://gitlab.com/api/v4 next content l"],
		[{}, { repository: "example/help", apiUrl: "http://127.0.0.1:9/" }, "github example/help http://127.0.0.1:9 main content g"],
	])("is told by site.yml and the command line: %j %j", (site, wishes, expected) => {
		const { host, repository, apiUrl, base, folder, token } = whereToOpen(site, wishes, env);
		expect([host, repository, apiUrl, base, folder, token].join(" ")).toBe(expected);
	});

	it("is refused where nobody says it, the host is unknown, or the token is missing", () => {
		const refusal = (site: object, given: Record<string, string> = env) => {
			try {
				return whereToOpen(site, {}, given).host;
			} catch (error) {
				return String(error);
			}
		};
		expect([refusal({}), refusal(at("https://bitbucket.org/example/help")), refusal(at("https://github.com/example/help"), {})]).toMatchInlineSnapshot(`
			[
			  "HostRefusal: Nobody says where the repository is.
			  Why: content/data/site.yml has no repository.
			  Do:  Add it there, or name it with --repository owner/name.",
			  "HostRefusal: Nothing can be opened on bitbucket.
			  Why: Only GitHub and GitLab are spoken to.
			  Do:  Use --branch, then push it and open the request by hand.",
			  "HostRefusal: There is no GITHUB_TOKEN.
			  Why: The host lets nobody in without one.
			  Do:  Set the variable GITHUB_TOKEN to a token that may write to example/help.",
			]
		`);
	});
});
