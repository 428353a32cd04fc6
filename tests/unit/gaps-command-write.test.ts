import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { commitBranch, isBranchName } from "#scripts/lib/gaps/commit-branch.ts";
import type { Written } from "#scripts/lib/gaps/workbench.ts";
import { writeTogether } from "#scripts/lib/gaps/write-together.ts";

let folder = "";

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "gaps-"));
	const made = folder;
	mkdirSync(join(folder, "content/data"), { recursive: true });
	writeFileSync(join(folder, "content/data/synonyms.yml"), "oneWay: []\n");
	onTestFinished(() => rmSync(made, { recursive: true, force: true }));
});

const synonyms = { before: "oneWay: []\n", after: "oneWay:\n  - { from: rota, to: [plan] }\n" };
const files = new Map<string, Written>([
	["data/synonyms.yml", synonyms],
	["articles/en/a/rota.mdx", { before: null, after: "---\ntitle: Rota\n---\n" }],
]);
const content = () => join(folder, "content");
const read = (path: string) => readFileSync(join(content(), path), "utf8");

describe("writing files together", () => {
	it("writes all of them", () => {
		writeTogether(content(), files);
		expect([read("data/synonyms.yml"), read("articles/en/a/rota.mdx")]).toEqual([...files.values()].map(({ after }) => after));
	});

	it("writes none where one has changed since it was read", () => {
		writeFileSync(join(content(), "data/synonyms.yml"), "oneWay: [] # mine\n");
		expect(() => writeTogether(content(), new Map([...files].reverse()))).toThrow("data/synonyms.yml was changed meanwhile");
		expect(readdirSync(content())).toEqual(["data"]);
	});

	it("puts back what it wrote where one cannot be written", () => {
		// A file stands where a folder would have to be.
		writeFileSync(join(content(), "articles"), "");
		expect(() => writeTogether(content(), files)).toThrow();
		expect([read("data/synonyms.yml"), readdirSync(join(content(), "data"))]).toEqual([synonyms.before, ["synonyms.yml"]]);
	});

	it("writes nothing outside the folder", () => {
		symlinkSync(folder, join(content(), "articles"));
		expect(() => writeTogether(content(), files)).toThrow("articles/en/a/rota.mdx leads out of the content folder");
		expect(read("data/synonyms.yml")).toBe(synonyms.before);
	});
});

describe("a branch of the content's repository", () => {
	const git = (...args: string[]) =>
		execFileSync("git", ["-C", folder, "-c", "user.name=Writer", "-c", "user.email=writer@example.com", ...args], { encoding: "utf8" }).trim();

	beforeEach(() => {
		git("init", "--quiet", "--initial-branch=main");
		git("config", "user.name", "Writer");
		git("config", "user.email", "writer@example.com");
		git("add", ".");
		git("commit", "--quiet", "--message=Begin");
	});

	it("holds the change as one commit, and the folder stays as it is", () => {
		writeFileSync(join(folder, "notes.txt"), "mine");
		git("add", "notes.txt");
		const commit = commitBranch(content(), "gaps/week-47", files, "search: Answer 1 search topic.\n");
		expect(git("rev-parse", "gaps/week-47")).toBe(commit);
		expect(git("show", "--format=%an %s", "--name-status", commit)).toBe(
			"Writer search: Answer 1 search topic.\n\nA\tcontent/articles/en/a/rota.mdx\nM\tcontent/data/synonyms.yml",
		);
		expect(git("show", `${commit}:content/data/synonyms.yml`)).toBe(synonyms.after.trim());
		expect([git("branch", "--show-current"), git("status", "--porcelain"), read("data/synonyms.yml")]).toEqual(["main", "A  notes.txt", synonyms.before]);
	});

	it("is refused where a file of the change has other changes", () => {
		writeFileSync(join(content(), "data/synonyms.yml"), "oneWay: [] # mine\n");
		expect(() => commitBranch(content(), "x", files, "m")).toThrowErrorMatchingInlineSnapshot(`
			[BranchRefusal: Files of this change have changes that are not committed:
			M content/data/synonyms.yml
			  Why: The branch would take them along, or lose them.
			  Do:  Commit or stash them, then run this again.]
		`);
		expect(git("branch", "--list")).toBe("* main");
	});

	it("is refused where there is one already", () => {
		git("branch", "x");
		expect(() => commitBranch(content(), "x", files, "m")).toThrowErrorMatchingInlineSnapshot(`
			[BranchRefusal: There is a branch x already.
			  Why: Somebody may be working on it.
			  Do:  Choose another name, or delete that branch if it is done with.]
		`);
	});

	it("is refused where git has no commit or no repository", () => {
		rmSync(join(folder, ".git"), { recursive: true });
		expect(() => commitBranch(content(), "x", files, "m")).toThrow("The content folder is in no git repository.");
		git("init", "--quiet");
		expect(() => commitBranch(content(), "x", files, "m")).toThrow("The repository has no commit yet.");
	});

	it("is refused where git cannot store it, and no branch is left", () => {
		git("config", "user.useConfigOnly", "true");
		git("config", "--unset", "user.email");
		const { GIT_AUTHOR_EMAIL: _author, GIT_COMMITTER_EMAIL: _committer, EMAIL: _email, ...env } = process.env;
		const before = process.env;
		process.env = { ...env, HOME: folder, XDG_CONFIG_HOME: folder, GIT_CONFIG_NOSYSTEM: "1" };
		onTestFinished(() => void (process.env = before));
		expect(() => commitBranch(content(), "x", files, "m")).toThrow("Git could not commit.");
		expect(git("branch", "--list")).toBe("* main");
	});

	it.each([
		["gaps/2026-11-21", true],
		["-x", false],
		["a..b", false],
		["", false],
		["a b", false],
	])("has a name that git takes: %j", (name, ok) => {
		expect(isBranchName(name)).toBe(ok);
	});
});
