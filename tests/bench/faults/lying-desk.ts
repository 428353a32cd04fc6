import type { Figure } from "#scripts/lib/figure.ts";
import { newDeskSecret, startPortal } from "../handoff/portal.ts";
import { account, drainAll } from "./account.ts";
import { numberOf, withDatabaseFile } from "./database-file.ts";
import { lies } from "./lies.ts";
import { goodManners, startRecordingDesk, type DeskManners } from "./recording-desk.ts";
import { awaitWrites, startWriters } from "./writers.ts";

/** Attempts at a delivery that are answered with a lie. */
const liesEach = 2;

/**
 * A desk that lies about the first attempts at every ticket, each time in another way, and remembers the ids of what it holds. Takes
 * about two minutes, most of it for answers that never come.
 */
export async function lyingDesk(say: (line: string) => void): Promise<Figure[]> {
	const secret = newDeskSecret();
	const all = Object.entries(lies);
	const told = new Map<string, number>();
	let turn = 0;
	const manners: DeskManners = (call, response) => {
		const [name, lie] = all[turn++ % all.length] ?? ["", goodManners];
		if (call.time > liesEach) return goodManners(call, response);
		told.set(name, (told.get(name) ?? 0) + 1);
		return lie(call, response);
	};
	const desk = await startRecordingDesk(secret, manners);
	const portal = await startPortal("faults-lies", desk, { secret });
	try {
		await using writing = startWriters(() => portal.worker().url, { atOnce: 8, pause: 20 });
		await awaitWrites(writing, 240);
		await writing.stop();
		say(`${writing.count()} writes acknowledged; handing over`);
		// In steps that are long enough for a desk that asks for years.
		await drainAll(portal, { stepMs: 60 * 60_000, patienceMs: 150_000 });
		say([...told].map(([name, times]) => `${name}: ${times}`).join(", "));
		const dead = await withDatabaseFile(portal.state, (db) => numberOf(db, "SELECT count(*) FROM deliveries WHERE state = 'dead'"));
		const again = [...desk.sent.values()].filter((times) => times > 1).length;
		const of = `8 writers, a desk that tells ${all.length} kinds of lies`;
		return [
			...(await account(portal, writing, desk, of)),
			{ name: "given up", value: dead, unit: "tickets", goal: { op: "==", value: 0 }, of },
			{ name: "sent again, with the same id", value: again, unit: "tickets", goal: null, of },
		];
	} finally {
		await portal.remove();
	}
}
