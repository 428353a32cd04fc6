import type { ExitCode } from "./command-line.ts";

/**
 * Does work that Ctrl-C may end at any moment: then the signal aborts, the work ends what it started, and what it throws while
 * it is being stopped is no error. The exit code of a stopped command is 0.
 */
export async function stoppable(work: (stop: AbortSignal) => Promise<ExitCode>, say: (line: string) => void): Promise<ExitCode> {
	const controller = new AbortController();
	const stop = () => controller.abort();
	const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
	for (const signal of signals) process.on(signal, stop);
	try {
		return await work(controller.signal);
	} catch (error) {
		if (!controller.signal.aborted) throw error;
		say("\nStopped.");
		return 0;
	} finally {
		for (const signal of signals) process.off(signal, stop);
	}
}

/** Settles when the signal aborts. */
export function aborted(stop: AbortSignal): Promise<void> {
	return new Promise((done) => {
		if (stop.aborted) done();
		else stop.addEventListener("abort", () => done(), { once: true });
	});
}
