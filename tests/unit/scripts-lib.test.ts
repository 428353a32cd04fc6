import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { components } from "#scripts/lib/checks/rules/components.ts";
import { progressInQuarters } from "#scripts/lib/sample/progress.ts";
import { stoppable } from "#scripts/lib/stoppable.ts";
import { strikeMinutes } from "#scripts/lib/strike-minutes.ts";
import { readGit } from "#site/lib/last-updated.ts";
import { nearest } from "#site/lib/nearest.ts";

const temporary = mkdtempSync(join(tmpdir(), "scripts-lib-"));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

describe("the components of articles", () => {
	it("are the same for the check and for the page", () => {
		const page = readFileSync("site/components/mdx/index.ts", "utf8");
		// Their names begin with a capital; the rest stand for what Markdown makes.
		const handedOver = (/export const components = \{([^}]*)\}/.exec(page)?.[1] ?? "").match(/\b[A-Z]\w+(?=,)/g)?.filter((name) => name !== "Picture") ?? [];
		expect(handedOver.sort()).toEqual(Object.keys(components).sort());
	});
});

describe("the day of the last change", () => {
	const git = (folder: string, ...args: string[]) =>
		execFileSync("git", ["-C", folder, "-c", "user.name=A", "-c", "user.email=a@writer.example", ...args], {
			stdio: "ignore",
			env: { ...process.env, GIT_COMMITTER_DATE: "2026-02-03T12:00:00Z", GIT_AUTHOR_DATE: "2026-02-03T12:00:00Z" },
		});
	const whole = join(temporary, "whole");
	mkdirSync(join(whole, "articles/en"), { recursive: true });
	for (const name of ["first", "second"]) {
		writeFileSync(join(whole, `articles/en/${name}.mdx`), name);
		if (name === "first") git(whole, "init", "--quiet");
		git(whole, "add", ".");
		git(whole, "commit", "--quiet", "--message", name);
	}

	it("comes from git", () => {
		expect([...readGit(whole).values()]).toEqual(["2026-02-03", "2026-02-03"]);
	});

	it("is unknown in a shallow clone, whose oldest commit seems to have changed everything", () => {
		git(temporary, "clone", "--quiet", "--depth", "1", `file://${whole}`, "shallow");
		expect(readGit(join(temporary, "shallow")).size).toBe(0);
	});

	it("is unknown without git", () => {
		const folder = join(temporary, "no-git");
		mkdirSync(folder);
		expect(readGit(folder).size).toBe(0);
	});
});

describe("the word that was meant", () => {
	it.each([
		["howto", ["how-to", "reference"], "how-to"],
		["refrence", ["how-to", "reference"], "reference"],
		["HOW-TO", ["how-to"], "how-to"],
		["referecne", ["reference"], "reference"],
		["faq", ["how-to"], undefined],
		["ab", ["cd"], undefined],
	])("for %s of %j: %s", (typed, known, meant) => {
		expect(nearest(typed, known)).toBe(meant);
	});
});

describe("the minutes", () => {
	beforeEach(() => void vi.useFakeTimers());
	afterEach(() => void vi.useRealTimers());

	it("strike at once and then every minute; a failure is told once, until it has worked again", async () => {
		const said: string[] = [];
		let healthy = false;
		const tick = vi.fn(async () => {
			if (!healthy) throw new Error("no answer (500)");
		});
		const stop = strikeMinutes(tick, (line) => said.push(line));
		await vi.advanceTimersByTimeAsync(3 * 60_000);
		expect(tick).toHaveBeenCalledTimes(4);
		expect(said).toEqual(["     The scheduled jobs did not run: no answer (500). They are tried again every minute."]);
		healthy = true;
		await vi.advanceTimersByTimeAsync(60_000);
		healthy = false;
		await vi.advanceTimersByTimeAsync(2 * 60_000);
		expect(said).toHaveLength(2);
		stop();
		await vi.advanceTimersByTimeAsync(5 * 60_000);
		expect(tick).toHaveBeenCalledTimes(7);
	});
});

describe("progress", () => {
	it("is told at the beginning and after each quarter", () => {
		const said: string[] = [];
		const onProgress = progressInQuarters((line) => said.push(line.trim()));
		for (let share = 0; share < 1; share += 0.05) onProgress(share);
		expect(said).toEqual(["adding sample events … 0 %", "adding sample events … 25 %", "adding sample events … 50 %", "adding sample events … 75 %"]);
	});
});

describe("work that can be stopped", () => {
	it("ends with 0 and one word when Ctrl-C comes in the middle, whatever it throws then", async () => {
		const said: string[] = [];
		const code = stoppable(
			async (stop) => {
				await new Promise<void>((done) => stop.addEventListener("abort", () => done()));
				throw new Error("a tool was killed");
			},
			(line) => said.push(line),
		);
		process.emit("SIGINT");
		expect(await code).toBe(0);
		expect(said).toEqual(["\nStopped."]);
	});

	it("fails as ever without Ctrl-C, and listens no longer", async () => {
		const before = process.listenerCount("SIGINT");
		await expect(
			stoppable(
				() => Promise.reject(new Error("broken")),
				() => {},
			),
		).rejects.toThrow("broken");
		expect(process.listenerCount("SIGINT")).toBe(before);
	});
});

describe("the running server", () => {
	/** What answers as a healthy Worker does, and the settings of a state that names it. */
	async function announced(pid: number) {
		const server = createServer((_request, response) => response.end("{}")).listen(0, "127.0.0.1");
		onTestFinished(() => void server.close());
		await new Promise((done) => server.once("listening", done));
		const state = mkdtempSync(join(temporary, "state-"));
		const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
		vi.resetModules();
		vi.stubEnv("KB_STATE", state);
		onTestFinished(() => void vi.unstubAllEnvs());
		const settings = await import("#scripts/lib/local-settings.ts");
		settings.announceServer({ url, pid });
		return { url, file: join(state, "server.json"), runningServer: settings.runningServer };
	}

	it("is believed while its process group lives and it answers", async () => {
		const child = spawn("sleep", ["30"], { detached: true, stdio: "ignore" });
		onTestFinished(() => void child.kill());
		const { url, runningServer } = await announced(child.pid ?? 0);
		expect(await runningServer()).toEqual({ url, pid: child.pid });
	});

	it("is not believed when its processes are gone, even if another program answers there; the note is removed", async () => {
		const child = spawn("true", { detached: true, stdio: "ignore" });
		await new Promise((done) => child.once("exit", done));
		const { file, runningServer } = await announced(child.pid ?? 0);
		expect(await runningServer()).toBeNull();
		expect(existsSync(file)).toBe(false);
	});

	it("is not there when its note cannot be read", async () => {
		const { file, runningServer } = await announced(process.pid);
		writeFileSync(file, '{"url": "http');
		expect(await runningServer()).toBeNull();
		expect(existsSync(file)).toBe(false);
	});
});
