import { execFileSync } from "node:child_process";
import { mkdirSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { root, workFolder } from "#scripts/lib/paths.ts";

/** A clock for processes that can be set while they run. */
export interface WrongClock {
	/** Environment of the processes that it goes for. */
	env: Record<string, string>;
	/** What it says. Epoch milliseconds. */
	now(): number;
	/** Jumps by so many seconds. */
	jump(seconds: number): void;
	/** Jumps to a moment. */
	jumpTo(moment: string): void;
}

/** Makes the clock; or says why there is none here. */
export function makeWrongClock(): WrongClock | string {
	const folder = join(workFolder, "bench/faults-clock");
	mkdirSync(folder, { recursive: true });
	const library = join(folder, "clock-shift.so");
	if (process.platform !== "linux" || process.arch !== "x64") return "The clock of a process is set by a library for Linux on 64 bits.";
	try {
		execFileSync("cc", ["-O2", "-shared", "-fPIC", "-o", library, join(root, "tests/bench/faults/clock-shift.c")], { stdio: "pipe" });
	} catch {
		return "There is no C compiler (cc) to build the library that sets the clock of a process.";
	}
	const path = join(folder, "seconds");
	const file = openSync(path, "w");
	let offset = 0;
	set(0);
	return {
		env: { LD_PRELOAD: library, CLOCK_SHIFT: path },
		now: () => Date.now() + offset * 1000,
		jump: (seconds) => set(offset + seconds),
		jumpTo: (moment) => set(Math.round((Date.parse(moment) - Date.now()) / 1000)),
	};

	function set(seconds: number): void {
		offset = seconds;
		const bytes = Buffer.alloc(8);
		bytes.writeBigInt64LE(BigInt(seconds));
		writeSync(file, bytes, 0, 8, 0);
	}
}
