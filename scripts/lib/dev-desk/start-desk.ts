import { once } from "node:events";
import { existsSync, rmSync } from "node:fs";
import { Worker } from "node:worker_threads";
import type { Finding } from "#site/lib/finding.ts";
import { countsInWords } from "#site/lib/writer-desk.ts";
import { displayPath } from "../checks/read-content.ts";
import { writeSafely } from "../write-safely.ts";
import type { Checked, CheckRequest } from "./check-thread.ts";
import { describeSave } from "./describe-save.ts";
import { newestOnly } from "./newest-only.ts";
import { watchFolder } from "./watch-folder.ts";

/** Editors write a file in several steps. */
const quietMs = 120;

/** Trying searches, asking git and looking for secrets take longer: they wait until nothing has been saved for a while. */
const idleMs = 5_000;

interface DeskOptions {
	/** The content folder. */
	folder: string;
	/** Where the site reads what was found. */
	file: string;
	say: (line: string) => void;
}

/**
 * Checks the content now and after each save, in a thread of its own; tells in the terminal what a save did, and writes what was
 * found to a file for the page. Returns what ends it.
 */
export function startDesk({ folder, file, say }: DeskOptions): () => Promise<void> {
	rmSync(file, { force: true });
	const thread = new Worker(new URL("./check-thread.ts", import.meta.url), { workerData: { folder } });
	let last: Finding[] | undefined;
	let idle: NodeJS.Timeout | undefined;
	let ended = false;

	async function check(request: CheckRequest): Promise<Checked> {
		thread.postMessage(request);
		return ((await once(thread, "message")) as [Checked])[0];
	}

	async function work(saved: (string | null)[]): Promise<void> {
		clearTimeout(idle);
		const everything = saved.every((path) => path === null) && last !== undefined;
		try {
			tell(await check({ everything }), saved);
		} catch (error) {
			if (!ended) say(`The content can no longer be checked: ${String(error)}\n  Do:  Stop npm run dev and start it again.`);
			return;
		}
		if (!everything && !ended) idle = setTimeout(() => queue.request(null), idleMs);
	}

	function tell(checked: Checked, saved: (string | null)[]): void {
		if (ended) return;
		if ("problem" in checked) return say(`The content could not be checked: ${checked.problem}`);
		const { desk, findings, articles, ms } = checked;
		const files = saved.flatMap((path) => (path !== null && /\.(mdx|yml)$/.test(path) && existsSync(path) ? [path] : []));
		if (!last)
			say(`Checked ${articles} articles in ${(ms / 1000).toFixed(1)} s: ${countsInWords(desk)}. Each save is checked; npm run check lists everything.`);
		else for (const line of describeSave(last, findings, files)) say(line);
		last = findings;
		writeSafely(file, JSON.stringify(desk));
	}

	// `null` stands for a check that no save asked for.
	const queue = newestOnly<string | null>(work, quietMs);
	const unwatch = watchFolder(folder, (path) => queue.request(displayPath(path)));
	queue.request(null);

	return async function stop() {
		ended = true;
		unwatch();
		queue.cancel();
		clearTimeout(idle);
		await thread.terminate();
		rmSync(file, { force: true });
	};
}
