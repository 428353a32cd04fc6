import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Gap, GapsReport } from "#contract/gaps.ts";
import type { GapsResult } from "#scripts/lib/gaps/result.ts";
import type { QueryResult } from "#scripts/lib/search/run-queries.ts";
import { githubToken, startFakeGitHub } from "../unit/gaps-fake-github.ts";
import { command, copyContent, scratch } from "./command.ts";

async function run(script: string, content: string, args: string[], env: Record<string, string> = {}) {
	const running = command(script, args, { KB_CONTENT: content, GITHUB_TOKEN: "", GITLAB_TOKEN: "", ...env });
	let printed = "";
	running.child.stdout?.on("data", (chunk: Buffer) => (printed += String(chunk)));
	return { code: await running.ended, output: running.output(), printed };
}

function gap(id: string, diagnosis: Gap["diagnosis"], phrasings: string[], article: string | null): Gap {
	return {
		id,
		query: phrasings[0] ?? "",
		phrasings: phrasings.map((query, index) => ({ query, searches: 20 - index })),
		searches: 40,
		visitors: 15,
		zero: 30,
		refined: 5,
		ticketed: 3,
		abandoned: 2,
		previous: 12,
		firstSeen: "2026-11-01",
		lastSeen: "2026-11-20",
		trend: [],
		told: ["a {dark} screen */ <b>please</b>"],
		diagnosis,
		article: article === null ? null : { id: article, title: article, url: `/${article}/` },
		action: "",
		landed: null,
		state: "open",
	};
}

const report: GapsReport = {
	from: "2026-10-22",
	to: "2026-11-20",
	sample: false,
	gaps: [
		gap("aaaaaaaaaaa1", "no-article", ["dark mode", "night theme", 'can\'t stand the "bright" {screen} <b>'], null),
		gap("aaaaaaaaaaa2", "other-words", ["decimals", "comma instead of point"], "data-entry/number-rejected"),
		gap("aaaaaaaaaaa3", "not-clicked", ["add a value"], "data-entry/add-a-value"),
		gap("aaaaaaaaaaa4", "not-helpful", ["first report"], "reporting/first-report"),
	],
};

function saved(folder: string): string {
	const file = join(folder, "gaps.json");
	writeFileSync(file, JSON.stringify(report));
	return file;
}

/** The Worker's report, and nothing else. */
async function startReport(status = 200): Promise<{ url: string; asked: string[] }> {
	const asked: string[] = [];
	const server = createServer((request, response) => {
		asked.push(`${request.url} ${request.headers.authorization}`);
		response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(report));
	});
	await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
	onTestFinished(() => void server.close());
	return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

/** Puts a folder under git. */
function commitAll(folder: string): (...args: string[]) => string {
	const git = (...args: string[]) => execFileSync("git", ["-C", folder, ...args], { encoding: "utf8" }).trim();
	git("init", "--quiet", "--initial-branch=main");
	git("config", "user.name", "Writer");
	git("config", "user.email", "writer@example.com");
	git("add", "content");
	git("commit", "--quiet", "--message=Begin");
	return git;
}

describe("npm run gaps", () => {
	it("makes a change that passes the check, and whose build finds all that readers typed", async () => {
		const folder = scratch();
		const content = copyContent(folder);
		const summary = join(folder, "summary.md");
		const { code, output, printed } = await run("gaps", content, ["--file", saved(folder), "--summary", summary]);
		expect(code, output).toBe(0);
		expect(printed).toContain("## Searches that do not end well: 4 of 4 gaps acted on\n");
		expect(printed).toContain("files written. Review them like any other change, then npm run check.");
		expect(printed).toContain(readFileSync(summary, "utf8"));

		const check = await run("check", content, ["--json"]);
		expect(check.code, check.output).toBe(0);

		const out = join(folder, "dist");
		const queries = join(folder, "queries.jsonl");
		const results = join(folder, "results.jsonl");
		const wanted = ["data-entry/dark-mode", "data-entry/number-rejected", "data-entry/add-a-value", "reporting/first-report"];
		const lines = report.gaps.flatMap(({ phrasings }, index) => phrasings.map(({ query }) => ({ query, expected: [wanted[index] ?? ""] })));
		writeFileSync(queries, lines.map((line) => JSON.stringify(line)).join("\n"));
		const search = await run("search", content, ["--queries", queries, "--json", results, "--mode", "worker"], { KB_OUT: out });
		expect(search.code, search.output).toBe(0);
		const found = readFileSync(results, "utf8")
			.trim()
			.split("\n")
			.map((line) => JSON.parse(line) as QueryResult);
		const lost = found.filter(({ answered, results: list }, index) => !answered || !list.slice(0, 10).some(({ id }) => lines[index]?.expected.includes(id)));
		expect(lost.map(({ query }) => query)).toEqual([]);

		const page = readFileSync(join(out, "data-entry/dark-mode/index.html"), "utf8");
		expect(page).toContain("We are still writing this answer.");
		expect(page).not.toMatch(/TODO|For the writer|<b>please/);
		const manifest = JSON.parse(readFileSync(join(out, "_site/manifest.json"), "utf8")) as { gaps: unknown[] };
		expect(manifest.gaps).toHaveLength(4);
		expect(manifest.gaps[1]).toEqual({
			...{ id: "aaaaaaaaaaa2", phrasings: ["decimals", "comma instead of point"], article: "data-entry/number-rejected" },
			...{ diagnosis: "other-words", added: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string },
		});

		const again = await run("gaps", content, ["--file", saved(folder), "--json"]);
		expect(JSON.parse(again.printed)).toMatchObject({ files: [], said: "There is nothing to change." });
	});

	it("reads the Worker's report with its token, and writes nothing when it only tries", async () => {
		const content = copyContent(scratch());
		const { url, asked } = await startReport();
		const { code, output, printed } = await run("gaps", content, ["--days", "7", "--only", "aaaaaaaaaaa2", "--dry-run", "--json"], {
			KB_URL: url,
			REPORT_TOKEN: "secret",
		});
		expect(code, output).toBe(0);
		expect(asked).toEqual(["/api/reports/gaps?days=7 Bearer secret"]);
		const result = JSON.parse(printed) as GapsResult;
		expect(result.files.map(({ path }) => path)).toEqual([
			"articles/en/data-entry/number-rejected.mdx",
			"data/search-tests.yml",
			"data/synonyms.yml",
			"data/gaps.yml",
		]);
		expect([result.said, existsSync(join(content, "data/gaps.yml"))]).toEqual(["Nothing was written.", false]);
	});

	it("makes a branch and leaves the folder as it is", async () => {
		const folder = scratch();
		const content = copyContent(folder);
		const git = commitAll(folder);
		const { code, output } = await run("gaps", content, ["--file", saved(folder), "--branch", "gaps/week-47"]);
		expect(code, output).toBe(0);
		expect(git("log", "--format=%s", "main..gaps/week-47")).toBe("search: Answer 4 search topics that readers do not find.");
		expect([git("branch", "--show-current"), git("status", "--porcelain", "content")]).toEqual(["main", ""]);
		const second = await run("gaps", content, ["--file", saved(folder), "--branch", "gaps/week-47"]);
		expect([second.code, second.output]).toEqual([
			1,
			expect.stringContaining("There is a branch gaps/week-47 already.\n  Why: Somebody may be working on it.\n  Do:  "),
		]);
	});

	it("opens a pull request that holds the change, once, and an issue", async () => {
		const folder = scratch();
		const content = copyContent(folder);
		const texts = ["search-tests.yml"].map((name): [string, string] => [`content/data/${name}`, readFileSync(join(content, "data", name), "utf8")]);
		const article = "articles/en/data-entry/number-rejected.mdx";
		const github = await startFakeGitHub({ ...Object.fromEntries(texts), [`content/${article}`]: readFileSync(join(content, article), "utf8") });
		onTestFinished(() => github.close());
		const open = (kind: string, ...more: string[]) =>
			run("gaps", content, ["--file", saved(folder), "--open", kind, "--repository", "example/help-centre", "--api-url", github.url, ...more], {
				GITHUB_TOKEN: githubToken,
			});
		const first = await open("pull-request", "--branch", "gaps/week-47");
		expect(first.code, first.output).toBe(0);
		expect(first.printed).toContain("Pull request made: https://github.com/example/help-centre/pull/1");
		const second = await open("pull-request", "--branch", "gaps/week-47");
		expect(second.printed).toContain("Pull request updated: https://github.com/example/help-centre/pull/1");
		const issue = await open("issue");
		expect(issue.printed).toContain("Issue made: https://github.com/example/help-centre/issues/2");
		expect(github.things.map(({ title, labels }) => [title, labels])).toEqual([
			["Answer 4 search topics that readers do not find", ["search-gaps"]],
			["4 search topics that readers do not find", ["search-gaps"]],
		]);
		expect(github.commits.get(github.branches.get("gaps/week-47") ?? "")?.files.get("content/data/gaps.yml")).toContain("diagnosis: other-words");
		expect(github.refusals).toEqual([]);
		expect([first, second, issue].map(({ output }) => output).join()).not.toContain(githubToken);
		expect(existsSync(join(content, "data/gaps.yml"))).toBe(false);
	});

	it("says what is missing to open something, without a stack", async () => {
		const folder = scratch();
		const content = copyContent(folder);
		const { code, output } = await run("gaps", content, ["--file", saved(folder), "--open", "issue"]);
		expect([code, output.split("\n").slice(-4).join("\n")]).toEqual([
			1,
			"Nobody says where the repository is.\n  Why: content/data/site.yml has no repository.\n  Do:  Add it there, or name it with --repository owner/name.\n",
		]);
	});

	it("writes nothing when a file that it adds to is broken, or the report is none", async () => {
		const folder = scratch();
		const content = copyContent(folder);
		writeFileSync(join(content, "data/synonyms.yml"), "oneWay: [\n");
		const broken = await run("gaps", content, ["--file", saved(folder)]);
		expect([broken.code, broken.output]).toEqual([1, expect.stringMatching(/synonyms\.yml:\d+:\d+ {2}error {2}data\/[\s\S]*Nothing was written\./)]);
		writeFileSync(join(content, "data/synonyms.yml"), "oneWay: []\n");
		writeFileSync(join(folder, "other.json"), '{"gaps": [{}]}');
		const other = await run("gaps", content, ["--file", join(folder, "other.json")]);
		expect([other.code, other.output]).toEqual([1, expect.stringContaining("This is not a report of gaps: ")]);
		const { url } = await startReport(403);
		const refused = await run("gaps", content, [], { KB_URL: url, REPORT_TOKEN: "wrong" });
		expect([refused.code, refused.output]).toEqual([1, expect.stringContaining("refused (403).")]);
		expect(existsSync(join(content, "data/gaps.yml"))).toBe(false);
	});

	it("refuses wrong use with exit code 2", async () => {
		const content = copyContent(scratch());
		for (const args of [["--take", "3", "--only", "aaaaaaaaaaa1"], ["--file", "no-such.json"], ["--category", "nowhere"], ["gaps.json"]])
			expect([args, (await run("gaps", content, args)).code]).toEqual([args, 2]);
	});
});
