import { setTimeout as wait } from "node:timers/promises";
import type { Figure } from "#scripts/lib/figure.ts";
import { newDeskSecret, startPortal } from "../handoff/portal.ts";
import { account, drainAll, waiting } from "./account.ts";
import { withDatabaseFile } from "./database-file.ts";
import { startRecordingDesk } from "./recording-desk.ts";
import { awaitWrites, startWriters } from "./writers.ts";

const bursts = 8;

/**
 * The consumer of the queue fails again and again, in the middle of what it does: its messages come again, in other batches and another
 * order, and some of them never. Meanwhile the scheduled jobs do the same work beside it. Takes about a minute.
 */
export async function redelivered(say: (line: string) => void): Promise<Figure[]> {
	const secret = newDeskSecret();
	const desk = await startRecordingDesk(secret);
	const portal = await startPortal("faults-queue", desk, { secret });
	try {
		await using writing = startWriters(() => portal.worker().url, { pause: 50 });
		for (let burst = 1; burst <= bursts; burst++) {
			await awaitWrites(writing, 10);
			// Twice at once, and beside the consumer of the queue.
			const ticks = [1, 2].map(() =>
				portal
					.worker()
					.tick()
					.catch(() => undefined),
			);
			await withDatabaseFile(portal.state, async (db) => {
				db.exec("BEGIN IMMEDIATE");
				await wait(1_200);
				db.exec("ROLLBACK");
			});
			await Promise.all(ticks);
		}
		await writing.stop();
		say(`${await waiting(portal.worker().url)} rows wait after ${writing.count()} writes`);
		await drainAll(portal);
		return await account(
			portal,
			writing,
			desk,
			`32 writers, the queue's consumer made to fail ${bursts} times, two runs of the scheduled jobs beside it each time`,
		);
	} finally {
		await portal.remove();
	}
}
