import type { Figure } from "#scripts/lib/figure.ts";
import { newDeskSecret, startPortal } from "../handoff/portal.ts";
import { account, drainAll } from "./account.ts";
import { startRecordingDesk } from "./recording-desk.ts";
import { awaitWrites, startWriters } from "./writers.ts";

const rounds = 5;

/** `kill -9` of the whole process group while 32 write, several times; what was acknowledged must be there. Takes about a minute. */
export async function killed(say: (line: string) => void): Promise<Figure[]> {
	const secret = newDeskSecret();
	const desk = await startRecordingDesk(secret);
	const portal = await startPortal("faults-killed", desk, { secret });
	try {
		await using writing = startWriters(() => portal.worker().url);
		for (let round = 1; round <= rounds; round++) {
			await awaitWrites(writing, 150);
			portal.kill();
			say(`kill ${round} of ${rounds}: ${writing.count()} writes acknowledged`);
			await portal.start();
		}
		await writing.stop();
		await drainAll(portal);
		return await account(portal, writing, desk, `32 writers, ${rounds} kills of the process group`);
	} finally {
		await portal.remove();
	}
}
