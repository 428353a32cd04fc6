import { backoff } from "./backoff.ts";

/** One message that waits to be sent again. */
export interface Queue {
	/** Tries again after a while that grows with each failure, and not before `atLeast` milliseconds. @param why what is told meanwhile */
	retry(why: string, atLeast: number): void;
	/** Tries again after exactly this long; it counts as no failure. */
	after(ms: number): void;
	/** What the customer was told, or null. */
	why(): string | null;
	waits(): boolean;
	stop(): void;
}

/** @param attempt sends it */
export function createQueue(attempt: () => void): Queue {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let failures = 0;
	let told: string | null = null;
	let waiting = false;

	function after(ms: number): void {
		clearTimeout(timer);
		waiting = true;
		timer = setTimeout(attempt, ms);
	}

	return {
		after,
		retry(why, atLeast) {
			told = why;
			failures++;
			after(Math.max(atLeast, backoff(failures, Math.random())));
		},
		why: () => told,
		waits: () => waiting,
		stop() {
			clearTimeout(timer);
			failures = 0;
			told = null;
			waiting = false;
		},
	};
}
