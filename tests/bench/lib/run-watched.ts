import { readdirSync, readFileSync } from "node:fs";
import { startGroup } from "#scripts/lib/processes.ts";

/** What a program and all it started took. */
export interface Watched {
	seconds: number;
	/** Highest sum of the resident memory of all its processes at one time, in MB. What they share counts for each. */
	peak: number;
	/** Seconds of processor time of all its processes: less disturbed by other programs than the clock. */
	cpu: number;
	output: string;
}

const everyMs = 200;
const pageBytes = 4096;
const ticksPerSecond = 100;

/** Whether a process's memory can be read here. */
export const canWatch = process.platform === "linux";

/** Resident bytes of a process and all below it, now, and the processor time that they have taken, with that of those that have ended. */
function takenBy(top: number): { bytes: number; seconds: number } {
	const below = new Map<number, number[]>();
	const ticks = new Map<number, number>();
	for (const name of readdirSync("/proc")) {
		const pid = Number(name);
		if (!pid) continue;
		// After the name, which may hold anything: state, parent, …; from the 12th on the times of the process and of its children.
		const fields = readProc(`${pid}/stat`).split(") ").at(-1)?.split(" ") ?? [];
		const parent = Number(fields[1]);
		below.set(parent, [...(below.get(parent) ?? []), pid]);
		ticks.set(
			pid,
			fields.slice(11, 15).reduce((sum, time) => sum + Number(time), 0),
		);
	}
	const tree = (pid: number): number[] => [pid, ...(below.get(pid) ?? []).flatMap(tree)];
	const pids = tree(top);
	return {
		bytes: pids.reduce((sum, pid) => sum + Number(readProc(`${pid}/statm`).split(" ")[1] ?? 0) * pageBytes, 0),
		seconds: pids.reduce((sum, pid) => sum + (ticks.get(pid) ?? 0), 0) / ticksPerSecond,
	};
}

/** A file of `/proc`; empty when the process is gone. */
function readProc(path: string): string {
	try {
		return readFileSync(`/proc/${path}`, "utf8");
	} catch {
		return "";
	}
}

/**
 * Runs a program and watches memory and processor time of its whole tree of processes, five times a second.
 * @throws Error with the end of its output when it fails
 */
export async function runWatched(command: string, args: string[], env: Record<string, string> = {}): Promise<Watched> {
	const start = performance.now();
	const child = startGroup(command, args, env);
	let output = "";
	for (const stream of [child.stdout, child.stderr]) stream?.setEncoding("utf8").on("data", (text: string) => (output += text));
	let peak = 0;
	let cpu = 0;
	const watch = setInterval(() => {
		const { bytes, seconds } = takenBy(child.pid ?? 0);
		peak = Math.max(peak, bytes);
		cpu = Math.max(cpu, seconds);
	}, everyMs);
	const code = await new Promise<number | null>((resolve, reject) => child.on("close", resolve).on("error", reject));
	clearInterval(watch);
	if (code !== 0) throw new Error(`${[command, ...args].join(" ")} ended with ${code}:\n${output.slice(-3000)}`);
	return { seconds: (performance.now() - start) / 1000, peak: Math.round(peak / 2 ** 20), cpu, output };
}
