const minuteMs = 60_000;

/**
 * Runs the scheduled jobs now and every minute, since `wrangler dev` does not fire cron. A failure is told once, until they have
 * worked again. Returns what stops the clock.
 */
export function strikeMinutes(tick: () => Promise<void>, say: (line: string) => void, everyMs = minuteMs): () => void {
	let told = false;
	let stopped = false;
	async function strike(): Promise<void> {
		try {
			await tick();
			told = false;
		} catch (error) {
			if (!told && !stopped)
				say(`     The scheduled jobs did not run: ${error instanceof Error ? error.message : String(error)}. They are tried again every minute.`);
			told = true;
		}
	}
	void strike();
	const clock = setInterval(() => void strike(), everyMs);
	return () => {
		stopped = true;
		clearInterval(clock);
	};
}
