import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { buildSite } from "#scripts/lib/build-site.ts";
import { migrate, withDatabase } from "#scripts/lib/local-database.ts";
import { startWorker, type LocalWorker } from "#scripts/lib/local-worker.ts";
import { root } from "#scripts/lib/paths.ts";
import { isFree, lastingPort } from "#scripts/lib/ports.ts";

/** A portal of its own that can be killed and started again on the same data. */
export interface Portal {
	/** Folder of its data. */
	state: string;
	worker(): LocalWorker;
	/** Ends the whole process group without warning. */
	kill(): void;
	start(): Promise<void>;
	/** One number of its database, once it is stopped. */
	count(sql: string): Promise<number>;
	remove(): Promise<void>;
}

/** Where a portal hands over to. */
interface Desk {
	url: string;
	close(): Promise<void>;
}

interface PortalOptions {
	/** Where its data is kept. Default: an empty folder of that name, removed afterwards. */
	state?: string;
	/** Goes on with the data that is there. Default: begins with none. */
	keep?: boolean;
	/** Signs what the desk gets (Standard Webhooks). Default: one that nobody knows. */
	secret?: string;
	/** Settings and secrets of the Worker besides. */
	vars?: Record<string, string>;
	/** Environment of its processes. */
	env?: Record<string, string>;
}

/** Starts a portal that hands over to a desk; the desk closes with it, or when it does not start. */
export async function startPortal(name: string, desk: Desk, options: PortalOptions = {}): Promise<Portal> {
	try {
		return await start(name, desk, options);
	} catch (error) {
		await desk.close();
		throw error;
	}
}

/** A secret that signs as Standard Webhooks asks. */
export function newDeskSecret(): string {
	return `whsec_${randomBytes(24).toString("base64")}`;
}

async function start(
	name: string,
	desk: Desk,
	{ state = join(root, ".tier-zero/bench", name), keep = false, secret = newDeskSecret(), vars = {}, env = {} }: PortalOptions,
): Promise<Portal> {
	if (!keep) rmSync(join(state, "v3"), { recursive: true, force: true });
	await buildSite();
	await migrate(state);
	const settings = { TIME_TRAVEL: "on", REPORT_TOKEN: "bench", DESK_WEBHOOK_URL: desk.url, DESK_WEBHOOK_SECRET: secret, ...vars };
	// One address for as long as it lives: a visitor is told by the host, too, so that a reader who presses again elsewhere is another one.
	const port = await lastingPort();
	const open = () => startWorker({ port, state, vars: settings, env });
	let worker = await open();
	return {
		state,
		worker: () => worker,
		kill: () => void process.kill(-worker.pid, "SIGKILL"),
		async start() {
			// One that was killed leaves its port and its file of secrets when it has ended.
			await worker.stop();
			for (const until = Date.now() + 5000; !(await isFree(port)) && Date.now() < until;) await wait(20);
			if (!(await isFree(port))) throw new Error(`port ${port} is still taken, five seconds after the portal was ended`);
			worker = await open();
		},
		count: (sql) => withDatabase(async (db) => (await db.prepare(sql).first<{ n: number }>())?.n ?? 0, state),
		async remove() {
			await worker.stop();
			rmSync(state, { recursive: true, force: true });
			await desk.close();
		},
	};
}

/** How a submit was answered. */
export interface Submitted {
	status: number;
	reference: string;
	/** Milliseconds. */
	took: number;
}

let visitor = 0;

/** Sends a ticket as a page does, each from a network of its own. @throws Error when there was no answer */
export async function submit(url: string, key: string, subject = "A value is refused"): Promise<Submitted> {
	visitor++;
	const began = performance.now();
	const response = await fetch(`${url}/api/tickets`, {
		method: "POST",
		headers: {
			"content-type": "application/json",
			origin: url,
			"user-agent": `bench ${visitor}`,
			"x-dev-network": `10.${(visitor >> 8) & 255}.${visitor & 255}.1`,
		},
		body: JSON.stringify({
			key,
			subject,
			description: `The number is refused. Case ${key}`,
			category: "data-issues",
			name: "Ada Example",
			email: `${key}@customer.example`,
		}),
		signal: AbortSignal.timeout(15_000),
	});
	const { reference = "" } = (await response.json()) as { reference?: string };
	return { status: response.status, reference, took: performance.now() - began };
}

/** Runs a task for each item, so many at once. */
export async function inParallel<Item>(items: Item[], atOnce: number, task: (item: Item) => Promise<void>): Promise<void> {
	const left = [...items];
	const workers = Array.from({ length: atOnce }, async () => {
		for (let item = left.shift(); item !== undefined; item = left.shift()) await task(item);
	});
	await Promise.all(workers);
}
