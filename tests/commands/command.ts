import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { root } from "#scripts/lib/paths.ts";
import { childEnvironment } from "#scripts/lib/processes.ts";

/** A command while it runs. */
export interface Running {
	child: ChildProcess;
	/** Everything printed so far. */
	output: () => string;
	/** Waits for a text in the output; fails when the command ends first. */
	waitFor: (text: string) => Promise<void>;
	/** Waits for the end; its exit code. */
	ended: Promise<number | null>;
}

/** A folder for one test, removed after it. */
export function scratch(): string {
	const folder = mkdtempSync(join(tmpdir(), "tier-zero-command-"));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));
	return folder;
}

/** Processes whose arguments name a folder. */
export function processesOf(folder: string): string[] {
	return execFileSync("ps", ["-eo", "pid,args"], { encoding: "utf8" })
		.split("\n")
		.filter((line) => line.includes(folder) && !line.includes("ps -eo"));
}

/** A copy of a small content folder. */
export function copyContent(folder: string): string {
	const target = join(folder, "content");
	cpSync(join(root, "tests/fixtures/content-sound"), target, { recursive: true });
	return target;
}

/** Starts a script of the project as npm would. */
export function command(script: string, args: string[] = [], env: Record<string, string> = {}): Running {
	const child = spawn(process.execPath, [join(root, "scripts/run.mjs"), script, ...args], {
		cwd: root,
		env: { ...childEnvironment(env), NO_COLOR: "1", VITEST: "" },
		stdio: ["ignore", "pipe", "pipe"],
	});
	let printed = "";
	let notify = () => {};
	for (const stream of [child.stdout, child.stderr]) {
		stream.on("data", (chunk: Buffer) => {
			printed += String(chunk);
			notify();
		});
	}
	const ended = new Promise<number | null>((done) => child.on("close", (code) => done(code)));
	onTestFinished(() => void child.kill("SIGINT"));
	async function waitFor(text: string): Promise<void> {
		const found = new Promise<void>((done) => {
			notify = () => printed.includes(text) && done();
			notify();
		});
		const early = ended.then((code) => {
			if (!printed.includes(text)) throw new Error(`ended with ${code} before it said "${text}":\n${printed}`);
		});
		await Promise.race([found, early]);
	}
	return { child, output: () => printed, waitFor, ended };
}
