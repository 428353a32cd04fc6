import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import type { Finding } from "#site/lib/finding.ts";
import { formatPublished, keepPublished } from "#scripts/lib/keep-published.ts";
import { command, copyContent, scratch } from "./command.ts";

let folder: string;
let content: string;

function git(...args: string[]): string {
	const about = ["-c", "user.name=Writer", "-c", "user.email=writer@example.com", "-c", "init.defaultBranch=main", "-c", "commit.gpgsign=false"];
	return execFileSync("git", [...about, ...args], { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
}

function commit(message: string): void {
	git("add", "-A");
	git("commit", "--quiet", "--allow-empty", "-m", message);
}

const article = (id: string) => join(content, `articles/en/${id}.mdx`);
const redirects = () => readFileSync(join(content, "data/redirects.yml"), "utf8");

function change(id: string, from: string | RegExp, to: string): void {
	const before = readFileSync(article(id), "utf8");
	writeFileSync(article(id), before.replace(from, to));
	expect(readFileSync(article(id), "utf8")).not.toBe(before);
}

/** Renames an article and everything that leads to it, as a careful writer would, but for the redirect. */
function rename(): void {
	renameSync(article("data-entry/good-habits"), article("data-entry/careful-habits"));
	for (const id of [
		"data-entry/add-a-value",
		"data-entry/faq",
		"data-entry/number-rejected",
		"data-entry/careful-habits",
		"reporting/first-report",
		"reporting/frameworks/gri",
	]) {
		const text = readFileSync(article(id), "utf8");
		writeFileSync(article(id), text.replaceAll("data-entry/good-habits", "data-entry/careful-habits"));
	}
}

async function check(...args: string[]): Promise<{ code: number | null; output: string }> {
	const running = command("check", args, { KB_CONTENT: content });
	return { code: await running.ended, output: running.output().replaceAll(content, "content") };
}

async function found(...args: string[]): Promise<string[]> {
	const { output } = await check("--json", ...args);
	const { findings } = JSON.parse(output.slice(output.indexOf("{"))) as { findings: Finding[] };
	return findings.filter(({ level }) => level === "error").map(({ rule, what }) => `${rule}  ${what}`);
}

beforeEach(() => {
	folder = scratch();
	content = copyContent(folder);
	git("init", "--quiet");
	commit("First");
});

describe("an article renamed without a redirect", () => {
	const message = "published/address  the article at /data-entry/good-habits/ was renamed or removed, and its address leads nowhere";

	it("fails the check; --fix writes the redirect, the check passes, and the site that is built has it", async () => {
		rename();
		const before = await check();
		expect(before.output).toContain(message);
		expect(before.output).toContain("- { from: /data-entry/good-habits/, to: /data-entry/careful-habits/ }");
		expect(before.code).toBe(1);

		const fixed = await check("--fix");
		expect(fixed.output).toContain("fixed 1 in content/data/redirects.yml");
		expect(fixed.code, fixed.output).toBe(0);
		expect(redirects()).toBe("- { from: /old-help/, to: /data-entry/faq/ }\n- { from: /data-entry/good-habits/, to: /data-entry/careful-habits/ }\n");
		expect((await check()).code).toBe(0);

		const out = join(folder, "dist");
		const build = command("build", [], { KB_CONTENT: content, KB_OUT: out });
		expect(await build.ended, build.output()).toBe(0);
		expect(readFileSync(join(out, "_redirects"), "utf8")).toContain("/data-entry/good-habits/ /data-entry/careful-habits/ 301\n");
		keepPublished(out, content, "2026-11-21T14:00:00.000Z");
		const published = readFileSync(join(content, "published.json"), "utf8");
		expect(published).toContain(`"commit": "${git("rev-parse", "HEAD").trim()}"`);
		expect(published).toContain('\t\t"/data-entry/good-habits/": {"anchors":[],"to":"/data-entry/careful-habits/"}');
		expect((await check()).code).toBe(0);

		// The redirect has to stay, whatever git knows.
		writeFileSync(join(content, "data/redirects.yml"), "- { from: /old-help/, to: /data-entry/faq/ }\n");
		rmSync(join(folder, ".git"), { recursive: true });
		expect(await found()).toEqual(["published/address  the old address /data-entry/good-habits/ was redirected, and leads nowhere now"]);
	});

	it("is found in the history, after it was committed and another commit followed", async () => {
		rename();
		commit("Rename");
		change("data-entry/careful-habits", /^summary: .*$/m, "summary: What careful people do when they type values, every day of the year.");
		commit("Rewrite");
		expect(await found()).toEqual([message]);
		expect((await check("--fix")).code).toBe(0);
		expect(redirects()).toContain("- { from: /data-entry/good-habits/, to: /data-entry/careful-habits/ }");
	});

	it("on a branch counts against where the branch began; what only ever was on the branch has no address to keep", async () => {
		git("update-ref", "refs/remotes/origin/main", "HEAD");
		const text = readFileSync(article("data-entry/good-habits"), "utf8").replace(/^title: .*$/m, "title: What does the second page of habits say?");
		writeFileSync(article("data-entry/second"), text);
		commit("Add");
		rmSync(article("data-entry/second"));
		rename();
		commit("Rename");
		expect((await found()).filter((line) => line.startsWith("published/"))).toEqual([message]);
	});

	it("was a draft, and had no address", async () => {
		writeFileSync(article("data-entry/late"), readFileSync(article("data-entry/good-habits"), "utf8").replace("owner:", "draft: true\nowner:"));
		commit("Draft");
		rmSync(article("data-entry/late"));
		expect(await found()).toEqual([]);
	});
});

describe("a heading that is gone", () => {
	it("fails the check until its old name is kept; the built page has it, and nothing else changes", async () => {
		change("reporting/frameworks/gri", "## Topics", "## Topics of the report");
		expect(await found()).toEqual(["published/anchor  the place /reporting/frameworks/gri/#topics is gone"]);
		expect((await check("--fix")).code).toBe(0);
		expect(redirects()).toContain("- { from: /reporting/frameworks/gri/#topics, to: /reporting/frameworks/gri/#topics-of-the-report }");
		const out = join(folder, "dist");
		const build = command("build", [], { KB_CONTENT: content, KB_OUT: out });
		expect(await build.ended, build.output()).toBe(0);
		expect(readFileSync(join(out, "reporting/frameworks/gri/index.html"), "utf8")).toContain(
			'<h2 id="topics-of-the-report"><span id="topics"></span>Topics of the report</h2>',
		);
	});
});

describe("what was published", () => {
	it("is compared without git", async () => {
		rmSync(join(folder, ".git"), { recursive: true });
		writeFileSync(
			join(content, "published.json"),
			formatPublished({
				addresses: { "/data-entry/faqs/": { article: "data-entry/faqs", anchors: [] }, "/data-entry/faq/": { article: "data-entry/faq", anchors: ["lost"] } },
			}),
		);
		expect(await found()).toEqual([
			"published/anchor  the place /data-entry/faq/#lost is gone",
			"published/address  /data-entry/faqs/ was published, and leads nowhere now",
		]);
		expect((await check("--fix")).code).toBe(0);
	});

	it("that cannot be read is an error", async () => {
		writeFileSync(join(content, "published.json"), '{ "addresses": {\n<<<<<<< HEAD\n');
		expect((await check()).output).toContain("error  published/unreadable  the list of published addresses cannot be read\n");
	});
});

describe("a redirect in a circle", () => {
	it("fails the check, is not mended, and stops the build", async () => {
		writeFileSync(join(content, "data/redirects.yml"), "- { from: /a/, to: /b/ }\n- { from: /b/, to: /a/ }\n");
		const { code, output } = await check("--fix");
		expect(code).toBe(1);
		expect(output).toContain("redirects/loop  /a/ leads in a circle over /b/");
		const out = join(folder, "dist");
		const build = command("build", [], { KB_CONTENT: content, KB_OUT: out });
		expect(await build.ended).toBe(1);
		expect(build.output()).toContain("redirects/loop  /a/ leads in a circle over /b/");
		expect(existsSync(join(out, "_redirects"))).toBe(false);
	});
});

describe("npm run check -- --changed", () => {
	it("reports on changed files, new ones too, and on what they break elsewhere", async () => {
		change("data-entry/faq", /^title: .*$/m, "title: Short");
		change("reporting/first-report", /^owner: .*$/m, "owner: nobody\nwho: x");
		commit("Broken before");
		expect(await found("--changed")).toEqual([]);
		rmSync(article("data-entry/good-habits"));
		mkdirSync(join(content, "articles/en/data-entry"), { recursive: true });
		writeFileSync(article("data-entry/new"), "nothing");
		const errors = await found("--changed");
		expect(errors).toContain("published/address  the article at /data-entry/good-habits/ was renamed or removed, and its address leads nowhere");
		expect(errors.some((line) => line.startsWith("front-matter/absent"))).toBe(true);
		expect(errors.some((line) => line.includes("who"))).toBe(false);
		expect(await found("--changed", "--base", "HEAD~1")).toEqual(expect.arrayContaining([expect.stringContaining('"who" is not a known field')]));
	});

	it("is wrong use without git, and with a base that git does not know", async () => {
		expect(await check("--changed", "--base", "no-such-branch")).toMatchObject({ code: 2, output: expect.stringContaining('git knows no "no-such-branch"') });
		expect((await check("--base", "--output=x")).code).toBe(2);
		rmSync(join(folder, ".git"), { recursive: true });
		const { code, output } = await check("--changed");
		expect(output).toContain("--changed compares with git, and the content folder is in no git repository, or in one without a commit.");
		expect(code).toBe(2);
	});

	it("works in a shallow clone and in a repository without a commit", async () => {
		change("data-entry/faq", /^title: .*$/m, "title: Which questions do people ask?");
		commit("Second");
		git("clone", "--quiet", "--depth", "1", `file://${folder}`, join(folder, "shallow"));
		content = join(folder, "shallow/content");
		expect(await found("--changed")).toEqual([]);
		expect(await found()).toEqual([]);
		rmSync(join(folder, "shallow/.git"), { recursive: true });
		execFileSync("git", ["init", "--quiet"], { cwd: join(folder, "shallow") });
		expect(await found()).toEqual([]);
	});
});
