import { setTimeout as wait } from "node:timers/promises";
import type { Figure } from "#scripts/lib/figure.ts";
import { newDeskSecret, startPortal } from "../handoff/portal.ts";
import { account, drainAll } from "./account.ts";
import { withDatabaseFile } from "./database-file.ts";
import { openPlainForm } from "./plain-form.ts";
import { startRecordingDesk } from "./recording-desk.ts";
import { awaitWrites, startWriters } from "./writers.ts";

/** How long another program holds the database. In milliseconds. */
const heldMs = 15_000;

/** Another program holds a write lock on the database, longer than anybody waits for it. Takes about a minute. */
export async function locked(say: (line: string) => void): Promise<Figure[]> {
	const secret = newDeskSecret();
	const desk = await startRecordingDesk(secret);
	const portal = await startPortal("faults-locked", desk, { secret });
	try {
		const of = `32 writers, the database held by another program for ${heldMs / 1000} s, twice`;
		const form = await openPlainForm(portal.worker().url, of);
		await using writing = startWriters(() => portal.worker().url);
		const seen: Figure[] = [];
		for (const round of [1, 2]) {
			await awaitWrites(writing, 150);
			say(`lock ${round}: ${writing.count()} writes acknowledged before`);
			await withDatabaseFile(portal.state, async (db) => {
				db.exec("BEGIN IMMEDIATE");
				await wait(heldMs / 3);
				if (round === 1) seen.push(...(await form.send()));
				await wait((heldMs * 2) / 3);
				db.exec("ROLLBACK");
			});
		}
		await awaitWrites(writing, 150);
		await writing.stop();
		await drainAll(portal);
		return [...(await account(portal, writing, desk, of)), ...seen];
	} finally {
		await portal.remove();
	}
}
