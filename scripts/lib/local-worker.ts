import { randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fail } from "./command-line.ts";
import { bin, outFolder, stateFolder } from "./paths.ts";
import { endGroup, startGroup } from "./processes.ts";
import { writeRouting } from "./write-routing.ts";

interface LocalWorkerOptions {
	port: number;
	/** Settings and secrets of the Worker; `MODE` is always `development`. */
	vars: Record<string, string>;
	/** Its entry file. Default: `main` of `wrangler.toml`. */
	entry?: string;
	/** Port of its debugger. Default: any. */
	inspectorPort?: number;
	/** Where its data is kept. Default: the local state. */
	state?: string;
	/** The built site. Default: `dist`. */
	site?: string;
	/** Called with each line that it prints. */
	onLine?: (line: string) => void;
	/** Called when it ends without having been stopped. */
	onExit?: () => void;
	/** Environment of its processes besides. */
	env?: Record<string, string>;
	/** Gives up starting it. */
	stop?: AbortSignal | undefined;
}

/** A Worker under `wrangler dev`. */
export interface LocalWorker {
	url: string;
	/** Id of its process group. */
	pid: number;
	/** Ends every process it started. */
	stop(): Promise<void>;
	/** Runs the scheduled jobs as if it were `at` (epoch milliseconds); `wrangler dev` does not fire them itself. */
	tick(at?: number): Promise<void>;
}

const startupMs = 60_000;

/** Starts the real Worker locally and waits until it answers. */
export async function startWorker({
	port,
	vars,
	entry,
	inspectorPort = 0,
	state = stateFolder,
	site = outFolder,
	onLine = () => {},
	onExit = () => {},
	env = {},
	stop,
}: LocalWorkerOptions): Promise<LocalWorker> {
	stop?.throwIfAborted();
	writeRouting();
	// The state holds tickets and links: nobody else on this machine reads it.
	mkdirSync(state, { recursive: true, mode: 0o700 });
	chmodSync(state, 0o700);
	// In a file, because arguments can be read by everybody on the machine.
	const envFile = join(state, `worker-${port}.env`);
	writeFileSync(
		envFile,
		Object.entries({ LOCAL_SESSION_KEY: randomBytes(24).toString("base64url"), ...vars, MODE: "development" })
			.map(([name, value]) => `${name}=${JSON.stringify(value)}`)
			.join("\n"),
		{ mode: 0o600 },
	);
	const settings = ["--port", String(port), "--inspector-port", String(inspectorPort), "--persist-to", state, "--assets", site, "--env-file", envFile];
	const quiet = ["--show-interactive-dev-session=false", "--log-level", "warn"];
	const child = startGroup(bin("wrangler"), ["dev", ...(entry === undefined ? [] : [entry]), ...settings, ...quiet], env);
	let output = "";
	for (const stream of [child.stdout, child.stderr]) {
		stream?.on("data", (chunk: Buffer) => {
			output = (output + String(chunk)).slice(-20_000);
			for (const line of String(chunk).split("\n")) if (line.trim()) onLine(line);
		});
	}
	let stopping = false;
	child.on("exit", () => {
		forgetSecrets();
		if (!stopping) onExit();
	});
	const url = `http://localhost:${port}`;
	await waitUntilUp();
	return {
		url,
		pid: child.pid ?? 0,
		async stop() {
			stopping = true;
			await endGroup(child);
			forgetSecrets();
		},
		async tick(at) {
			const response = await fetch(`${url}/cdn-cgi/handler/scheduled?cron=${encodeURIComponent("* * * * *")}${at === undefined ? "" : `&time=${at}`}`, {
				signal: AbortSignal.timeout(30_000),
			});
			await response.text();
			if (!response.ok) throw new Error(`the scheduled jobs failed (${response.status})`);
		},
	};

	function forgetSecrets(): void {
		rmSync(envFile, { force: true });
	}

	async function waitUntilUp(): Promise<void> {
		const until = Date.now() + startupMs;
		while (Date.now() < until) {
			if (child.exitCode !== null || child.signalCode !== null || stop?.aborted) break;
			try {
				const response = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(2_000) });
				await response.text();
				if (response.ok) return;
			} catch {
				// Not up yet.
			}
			await new Promise((done) => setTimeout(done, 150));
		}
		stopping = true;
		await endGroup(child);
		forgetSecrets();
		stop?.throwIfAborted();
		fail(`The Worker did not start.\n\n${output.trim().split("\n").slice(-20).join("\n")}`);
	}
}
