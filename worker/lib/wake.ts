import type { WakeMessage } from "../env.ts";

/**
 * The consumer sees a message a second after it was sent (`max_batch_timeout` in wrangler.toml) and takes all that waits by then, so that
 * what is stored shortly after a message needs none of its own. In milliseconds.
 */
const covered = 500;

/** When each queue was last told of events, by the clock of this isolate. */
const told = new WeakMap<Queue<WakeMessage>, number>();

/** Tells the queue that events wait in the inbox, unless it has just been told. A message that is lost is made up for by cron, within a minute. */
export async function wakeForEvents(queue: Queue<WakeMessage>, now: number): Promise<void> {
	if (Math.abs(now - (told.get(queue) ?? -Infinity)) < covered) return;
	told.set(queue, now);
	try {
		await queue.send({ kind: "events" });
	} catch {
		told.delete(queue);
	}
}
