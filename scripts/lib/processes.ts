import { spawn, type ChildProcess } from "node:child_process";
import { delimiter, resolve } from "node:path";
import { createInterface } from "node:readline";
import { quietEnvironment, root } from "./paths.ts";

/** Environment of a child: the project's programs first, so that everything runs on its own Node. */
export function childEnvironment(extra: Record<string, string> = {}): NodeJS.ProcessEnv {
	return { ...process.env, ...quietEnvironment, ...extra, PATH: `${resolve(root, "node_modules/.bin")}${delimiter}${process.env["PATH"] ?? ""}` };
}

/** What a finished program left behind. */
export interface Finished {
	code: number;
	output: string;
}

interface RunOptions {
	env?: Record<string, string>;
	/** Called with each line as it comes. */
	onLine?: (line: string) => void;
	/** Ends the program and all it started; `run` then throws the signal's reason. */
	stop?: AbortSignal | undefined;
}

/** Runs a program to its end and collects what it prints. */
export async function run(command: string, args: string[], { env = {}, onLine, stop }: RunOptions = {}): Promise<Finished> {
	stop?.throwIfAborted();
	// What can be stopped has a group of its own: Ctrl-C then reaches it from here only, and reaches all of it.
	const child = spawn(command, args, { cwd: root, env: childEnvironment(env), stdio: ["ignore", "pipe", "pipe"], detached: stop !== undefined });
	const end = () => void endGroup(child);
	stop?.addEventListener("abort", end, { once: true });
	return new Promise((done, failed) => {
		let output = "";
		for (const stream of [child.stdout, child.stderr]) {
			stream.setEncoding("utf8").on("data", (chunk: string) => (output += chunk));
			if (onLine) createInterface({ input: stream }).on("line", onLine);
		}
		child.on("error", failed);
		child.on("close", (code) => {
			stop?.removeEventListener("abort", end);
			if (stop?.aborted) failed(stop.reason as Error);
			else done({ code: code ?? 1, output });
		});
	});
}

/** Leaders of the groups that run. Ctrl-C does not reach them, so this process takes them along when it exits. */
const leaders = new Set<number>();
process.once("exit", () => leaders.forEach((pid) => signalGroup(pid, "SIGKILL")));

/** Starts a program in a process group of its own, so that everything it starts can be ended with it; when this process exits, it is ended, too. */
export function startGroup(command: string, args: string[], env: Record<string, string> = {}): ChildProcess {
	const child = spawn(command, args, { cwd: root, env: childEnvironment(env), stdio: ["ignore", "pipe", "pipe"], detached: true });
	const { pid } = child;
	if (pid !== undefined) {
		leaders.add(pid);
		child.once("exit", () => leaders.delete(pid));
	}
	return child;
}

/** Ends a group that `startGroup` started: asks, then after a while insists. */
export async function endGroup(child: ChildProcess, patienceMs = 4_000): Promise<void> {
	const { pid } = child;
	if (pid === undefined || child.exitCode !== null || child.signalCode !== null) {
		signalGroup(pid, "SIGKILL");
		return;
	}
	const gone = new Promise((done) => child.once("exit", done));
	signalGroup(pid, "SIGTERM");
	await Promise.race([gone, new Promise((done) => setTimeout(done, patienceMs))]);
	// A member that outlived its leader is ended too.
	signalGroup(pid, "SIGKILL");
}

function signalGroup(pid: number | undefined, signal: NodeJS.Signals): void {
	if (pid === undefined) return;
	try {
		process.kill(-pid, signal);
	} catch {
		// The group is gone already.
	}
}
