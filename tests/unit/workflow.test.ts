import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseDocument } from "yaml";
import { root } from "#scripts/lib/paths.ts";
import { commentMark } from "#scripts/lib/reporters/markdown.ts";

interface Step {
	uses?: string;
	run?: string;
	with?: Record<string, unknown>;
	env?: Record<string, string>;
}
interface Job {
	if?: string;
	permissions?: Record<string, string>;
	steps: Step[];
}

const text = readFileSync(join(root, ".github/workflows/content.yml"), "utf8");
const document = parseDocument(text, { strict: true });
const workflow = document.toJS() as { on: Record<string, unknown>; permissions: Record<string, string>; jobs: Record<string, Job> };
const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);

describe("the workflow for pull requests", () => {
	it("is YAML that says what it means", () => {
		expect(document.errors).toEqual([]);
		expect(document.warnings).toEqual([]);
		expect(Object.keys(workflow.on)).toEqual(["pull_request", "push"]);
	});

	it("runs commands that exist", () => {
		const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: Record<string, string> };
		const called = [...text.matchAll(/\bnpm (?:run (?:--silent )?)?([\w:]+)/g)].map(([, name = ""]) => name).filter((name) => name !== "ci");
		expect(new Set(called)).toEqual(new Set(["check", "build", "test"]));
		for (const name of called) expect(Object.keys(scripts)).toContain(name);
	});

	it("uses the runner's own actions only, each pinned to a major version", () => {
		const used = steps.flatMap(({ uses }) => uses ?? []);
		expect(used.length).toBeGreaterThan(0);
		for (const name of used) expect(name).toMatch(/^actions\/(checkout|setup-node)@v\d+$/);
	});

	it("may only read, but for the job that comments", () => {
		expect(workflow.permissions).toEqual({ contents: "read" });
		const more = Object.entries(workflow.jobs).filter(([, { permissions }]) => permissions);
		expect(more.map(([name, { permissions }]) => [name, permissions])).toEqual([["comment", { "pull-requests": "write" }]]);
	});

	it("runs nothing of a pull request where it may write, and keeps no token where it does", () => {
		const { comment } = workflow.jobs;
		expect(comment?.if).toContain("github.event.pull_request.head.repo.full_name == github.repository");
		expect(comment?.steps.some(({ uses, run }) => uses !== undefined || /\b(npm|node|git)\b/.test(run?.replaceAll("github", "") ?? ""))).toBe(false);
		for (const { uses, with: settings } of steps) if (uses?.startsWith("actions/checkout")) expect(settings?.["persist-credentials"]).toBe(false);
		expect(text).not.toMatch(/secrets\.|pull_request_target/);
	});

	it("hands what others wrote to the shell by the environment only", () => {
		for (const { run } of steps) expect(run ?? "").not.toContain("${{");
	});

	it("finds its own comment again by the reporter's mark", () => {
		expect(workflow.jobs["comment"]?.steps[0]?.run).toContain(`startswith("${commentMark}")`);
	});
});
