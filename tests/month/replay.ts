import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { manifestPath } from "#contract/site-manifest.ts";
import { migrate } from "#scripts/lib/local-database.ts";
import { startWorker, type LocalWorker } from "#scripts/lib/local-worker.ts";
import { freePort } from "#scripts/lib/ports.ts";
import type { Month, PlannedDay } from "./plan-month.ts";
import type { Sent } from "./visit.ts";

const atOnce = 24;

interface ReplayOptions {
	/** A folder of its own for the state and the second build. */
	folder: string;
	/** The built site. */
	site: string;
	say: (line: string) => void;
}

/** A month that was played through, and the Worker that knows of it. */
export interface Replayed {
	/** Asks `/api/reports/<path>` on the evening of the last day that was played. */
	ask<Report>(path: string): Promise<Report>;
	/** Deploys another build at a moment. */
	deploy(site: string, at: number): Promise<void>;
	/** Plays one more day. */
	play(day: PlannedDay): Promise<void>;
	remove(): Promise<void>;
}

async function send(url: string, { at, path, body, headers }: Sent): Promise<void> {
	const response = await fetch(url + path, {
		method: "POST",
		headers: { "content-type": "application/json", origin: url, "x-dev-clock": String(at), ...headers },
		body: JSON.stringify(body),
		signal: AbortSignal.timeout(90_000),
	});
	const text = await response.text();
	if (!response.ok) throw new Error(`${path} was answered with ${response.status}: ${text}`);
}

async function inParallel<Item>(items: Item[], task: (item: Item) => Promise<void>): Promise<void> {
	const left = [...items];
	await Promise.all(
		Array.from({ length: atOnce }, async () => {
			for (let item = left.shift(); item !== undefined; item = left.shift()) await task(item);
		}),
	);
}

/** The site as it is built after the rewrite: one article has another revision. */
function rebuild(from: string, to: string, { article, after }: Month["rewrite"]): void {
	cpSync(from, to, { recursive: true });
	const file = join(to, manifestPath);
	const manifest = JSON.parse(readFileSync(file, "utf8")) as { articles: Record<string, { revision: string }> };
	const rewritten = manifest.articles[article];
	if (!rewritten) throw new Error(`there is no article ${article}`);
	rewritten.revision = after;
	writeFileSync(file, JSON.stringify(manifest));
}

/** Plays a month through the API that browsers use, on a real Worker whose clock is told; the Worker is deployed anew when the article is rewritten. */
export async function replayMonth({ days, rewrite }: Month, { folder, site, say }: ReplayOptions): Promise<Replayed> {
	const state = join(folder, "state");
	const rebuilt = join(folder, "site");
	rmSync(folder, { recursive: true, force: true });
	await migrate(state);
	rebuild(site, rebuilt, rewrite);
	const vars = { TIME_TRAVEL: "on", REPORT_TOKEN: "month" };
	const start = async (built: string) => startWorker({ port: await freePort(), state, site: built, vars });
	let worker = await start(site);
	let [requests, evening] = [0, 0];
	const replayed: Replayed = {
		async ask<Report>(path: string) {
			const headers = { authorization: "Bearer month", "x-dev-clock": String(evening) };
			const response = await fetch(`${worker.url}/api/reports/${path}`, { headers });
			if (!response.ok) throw new Error(`${path} was answered with ${response.status}: ${await response.text()}`);
			return (await response.json()) as Report;
		},
		async deploy(built, at) {
			await worker.stop();
			worker = await start(built);
			await worker.tick(at);
		},
		async play(day) {
			requests += await playDay(worker, day);
			evening = day.chores + 60_000;
		},
		async remove() {
			await worker.stop();
			rmSync(folder, { recursive: true, force: true });
		},
	};
	try {
		for (const planned of days) {
			if (planned.day === rewrite.day) await replayed.deploy(rebuilt, planned.chores - 23 * 3_600_000);
			await replayed.play(planned);
		}
	} catch (error) {
		await replayed.remove();
		throw error;
	}
	say(`${requests} requests sent`);
	return replayed;
}

async function playDay(worker: LocalWorker, { visits, repeated, chores }: PlannedDay): Promise<number> {
	await inParallel(visits, async (requests) => {
		for (const request of requests) await send(worker.url, request);
	});
	await inParallel(repeated, (request) => send(worker.url, { ...request, at: request.at + 60_000 }));
	await worker.tick(chores);
	return visits.flat().length + repeated.length;
}
