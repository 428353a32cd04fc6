import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import type { Figure } from "#scripts/lib/figure.ts";
import { root } from "#scripts/lib/paths.ts";
import { run } from "#scripts/lib/processes.ts";
import { newDeskSecret, startPortal } from "../handoff/portal.ts";
import { account, drainAll } from "./account.ts";
import { databaseFile, numberOf, withDatabaseFile } from "./database-file.ts";
import { startRecordingDesk, type DeskManners } from "./recording-desk.ts";
import { awaitWrites, startWriters, type Written } from "./writers.ts";

async function script(name: string, args: string[], state: string): Promise<void> {
	const { code, output } = await run(process.execPath, [join(root, "scripts/run.mjs"), name, ...args], { env: { KB_STATE: state } });
	if (code !== 0) throw new Error(`npm run ${name} ended with ${code}:\n${output}`);
}

/** Tables whose rows are not the same in both databases. */
function differing(db: DatabaseSync, other: string): string[] {
	db.exec(`ATTACH '${other.replaceAll("'", "''")}' AS other`);
	const tables = db
		.prepare(
			"SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE '\\_cf\\_%' ESCAPE '\\' AND name <> 'd1_migrations'",
		)
		.all()
		.map(({ name }) => String(name));
	return tables.filter((table) =>
		[
			["main", "other"],
			["other", "main"],
		].some(([one, two]) => numberOf(db, `SELECT count(*) FROM (SELECT * FROM ${one}.${table} EXCEPT SELECT * FROM ${two}.${table})`) > 0),
	);
}

/**
 * A backup that is taken while 32 write, restored elsewhere: what was acknowledged before it is there, and what waited in it stands at the
 * desk once. Then one of the whole at rest: every table comes back as it was. Takes about a minute and a half.
 */
export async function restored(say: (line: string) => void): Promise<Figure[]> {
	const secret = newDeskSecret();
	let asleep = true;
	// Half of the tickets get there before the backup, the other half waits in it.
	const manners: DeskManners = ({ keep, deliveryId }, response) => {
		if (asleep && deliveryId < "8") response.writeHead(503).end();
		else response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ reference: keep() }));
	};
	const desk = await startRecordingDesk(secret, manners);
	const folder = mkdtempSync(join(tmpdir(), "tier-zero-faults-"));
	const portal = await startPortal("faults-restored", { ...desk, close: () => Promise.resolve() }, { secret });
	try {
		await using writing = startWriters(() => portal.worker().url);
		await awaitWrites(writing, 300);
		const before: Written = { ...writing, tickets: new Map(writing.tickets), votes: new Set(writing.votes), events: new Set(writing.events) };
		say(`${writing.count()} writes acknowledged; backup beside them`);
		await script("backup", ["--out", join(folder, "traffic.json.gz")], portal.state);
		await awaitWrites(writing, 50);
		await writing.stop();
		await portal.worker().stop();
		say(`${writing.count()} writes acknowledged; backup at rest`);
		await script("backup", ["--out", join(folder, "rest.json.gz")], portal.state);
		await script("restore", [join(folder, "rest.json.gz")], join(folder, "rest"));
		const wrong = await withDatabaseFile(portal.state, (db) => differing(db, databaseFile(join(folder, "rest"))));
		await script("restore", [join(folder, "traffic.json.gz")], join(folder, "traffic"));
		asleep = false;
		const of = "32 writers, a backup beside them restored into an empty database";
		// What the desk got after the backup is not in it.
		desk.held.clear();
		const again = await startPortal("faults-restored-again", desk, { secret, state: join(folder, "traffic"), keep: true });
		const waited = await withDatabaseFile(again.state, (db) => numberOf(db, "SELECT count(*) FROM deliveries WHERE state = 'pending'"));
		const dangling = await withDatabaseFile(again.state, (db) => db.prepare("PRAGMA foreign_key_check").all().length);
		await drainAll(again);
		await again.worker().stop();
		const delivered = desk.held.size;
		const figures = await account(again, before, desk, of);
		await again.remove();
		const own = ["delivered to the desk", "acknowledged, not at the desk"];
		return [
			...figures.filter(({ name }) => !own.includes(name)),
			{ name: "delivered after it was restored", value: delivered, unit: "tickets", goal: { op: "==", value: waited }, of },
			{ name: "rows that refer to nothing", value: dangling, unit: "rows", goal: { op: "==", value: 0 }, of },
			{
				name: `tables that differ after backup and restore at rest${wrong.length > 0 ? ` (${wrong.join(", ")})` : ""}`,
				value: wrong.length,
				unit: "tables",
				goal: { op: "==", value: 0 },
				of,
			},
		];
	} finally {
		await portal.remove();
		await desk.close();
		rmSync(folder, { recursive: true, force: true });
	}
}
