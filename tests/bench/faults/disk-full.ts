import { execFileSync } from "node:child_process";
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Figure } from "#scripts/lib/figure.ts";
import { workFolder } from "#scripts/lib/paths.ts";
import { newDeskSecret, startPortal } from "../handoff/portal.ts";
import { account, drainAll } from "./account.ts";
import { openPlainForm } from "./plain-form.ts";
import { startRecordingDesk } from "./recording-desk.ts";
import { awaitWrites, startWriters } from "./writers.ts";

const megabytes = 32;

/** How long the disk stays full. In milliseconds. */
const fullMs = 10_000;

/** A small disk of its own, or why there is none. */
function mountSmallDisk(folder: string): string | null {
	mkdirSync(folder, { recursive: true });
	try {
		execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", folder], { stdio: "pipe" });
		return null;
	} catch (error) {
		return `A small disk cannot be mounted here (that needs Linux and root): ${error instanceof Error ? (error.message.split("\n").at(-1) ?? "") : ""}`;
	}
}

/** Writes until there is no room for a single byte. */
function fill(file: string): void {
	const to = openSync(file, "w");
	try {
		for (const size of [1024 * 1024, 4096, 1]) {
			const chunk = Buffer.alloc(size);
			try {
				while (writeSync(to, chunk) === size);
			} catch {
				// No room for a piece of this size.
			}
		}
	} finally {
		closeSync(to);
	}
}

/** The disk with the data is full to the brim while 32 write, twice; then there is room again. Takes about a minute. */
export async function diskFull(say: (line: string) => void): Promise<Figure[] | string> {
	const disk = join(workFolder, "bench/faults-disk");
	const refused = mountSmallDisk(disk);
	if (refused !== null) return refused;
	const secret = newDeskSecret();
	const desk = await startRecordingDesk(secret);
	try {
		const portal = await startPortal("faults-disk", desk, { secret, state: join(disk, "state") });
		try {
			const of = `32 writers, a disk of ${megabytes} MB that is full for ${fullMs / 1000} s, twice`;
			const form = await openPlainForm(portal.worker().url, of);
			await using writing = startWriters(() => portal.worker().url);
			const seen: Figure[] = [];
			for (const round of [1, 2]) {
				await awaitWrites(writing, 150);
				say(`full ${round}: ${writing.count()} writes acknowledged before`);
				const ballast = join(disk, "ballast");
				const until = Date.now() + fullMs;
				// What the server frees meanwhile is taken as well.
				for (let part = 0; Date.now() < until; part++) {
					fill(`${ballast}-${part}`);
					if (part === 2 && round === 1) seen.push(...(await form.send()));
					await wait(500);
				}
				for (let part = 0; part <= fullMs / 500; part++) rmSync(`${ballast}-${part}`, { force: true });
			}
			await awaitWrites(writing, 150);
			await writing.stop();
			await drainAll(portal);
			return [...(await account(portal, writing, desk, of)), ...seen];
		} finally {
			await portal.remove();
		}
	} finally {
		execFileSync("umount", ["--lazy", disk], { stdio: "pipe" });
	}
}
