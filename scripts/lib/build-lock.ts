import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fail } from "./command-line.ts";
import { workFolder } from "./paths.ts";

const file = join(workFolder, "build.lock");
const patienceMs = 180_000;
const pauseMs = 200;

/** Whether the build that holds the lock is still running. */
function isHeld(): boolean {
	try {
		process.kill(Number(readFileSync(file, "utf8")), 0);
		return true;
	} catch {
		return false;
	}
}

function take(): boolean {
	mkdirSync(workFolder, { recursive: true });
	try {
		writeFileSync(file, String(process.pid), { flag: "wx" });
		return true;
	} catch {
		if (!isHeld()) rmSync(file, { force: true });
		return false;
	}
}

/**
 * Does one build at a time: Astro keeps its working files in one folder of the project, whatever it builds from and to. A lock
 * that a killed build left behind is taken over.
 */
export async function oneBuildAtATime<Result>(build: () => Promise<Result>): Promise<Result> {
	const until = Date.now() + patienceMs;
	while (!take()) {
		if (Date.now() > until) fail(`Another build has been running for ${patienceMs / 1000} s.\n  Do:  Wait for it, or stop it.`);
		await wait(pauseMs);
	}
	try {
		return await build();
	} finally {
		rmSync(file, { force: true });
	}
}
