import type { WakeMessage } from "../env.ts";

type Kind = WakeMessage["kind"];

/** The consumer sees a message this much later, whatever else the queue holds, and takes all that waits by then. In seconds. */
const delaySeconds = 1;

/** So what is stored this soon after a message needs none of its own. In milliseconds. */
const covered = 500;

/** When each queue was last told of what waits, by the clock of this isolate. */
const told = new WeakMap<Queue<WakeMessage>, Map<Kind, number>>();

/**
 * Tells the queue that events wait in the inbox, or deliveries in the outbox, unless it has just been told. A message that is lost is made up
 * for by cron, within a minute.
 *
 * @param now epoch milliseconds
 */
export async function wake(queue: Queue<WakeMessage>, kind: Kind, now: number): Promise<void> {
	const ofQueue = told.get(queue) ?? new Map<Kind, number>();
	told.set(queue, ofQueue);
	if (Math.abs(now - (ofQueue.get(kind) ?? -Infinity)) < covered) return;
	ofQueue.set(kind, now);
	try {
		await queue.send({ kind }, { delaySeconds });
	} catch {
		ofQueue.delete(kind);
	}
}
