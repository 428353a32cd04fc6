import type { Figure } from "#scripts/lib/figure.ts";
import { newDeskSecret, startPortal } from "../handoff/portal.ts";
import { account, drainAll } from "./account.ts";
import { numberOf, withDatabaseFile } from "./database-file.ts";
import { startRecordingDesk } from "./recording-desk.ts";
import { awaitWrites, startWriters } from "./writers.ts";

/** What next versions might add: tables, columns of tables that are written all the time, and indexes. */
const additions = [
	"CREATE TABLE faults_added (id TEXT PRIMARY KEY, ticket TEXT NOT NULL REFERENCES tickets (id)) STRICT; CREATE INDEX faults_added_ticket ON faults_added (ticket)",
	"ALTER TABLE tickets ADD COLUMN faults_added TEXT; CREATE INDEX tickets_faults_added ON tickets (faults_added)",
	"ALTER TABLE votes ADD COLUMN faults_added INTEGER NOT NULL DEFAULT 0; CREATE INDEX votes_faults_added ON votes (faults_added)",
	"ALTER TABLE event_inbox ADD COLUMN faults_added TEXT; ALTER TABLE events ADD COLUMN faults_added TEXT; ALTER TABLE deliveries ADD COLUMN faults_added TEXT",
];

/**
 * Migrations of next versions are applied while this version takes the words of 32 writers, and goes on with the newer schema. Each is one
 * transaction, as in D1; from outside of the process, because `wrangler` opens no local database that is written to. Takes half a minute.
 */
export async function migrated(say: (line: string) => void): Promise<Figure[]> {
	const secret = newDeskSecret();
	const desk = await startRecordingDesk(secret);
	const portal = await startPortal("faults-migrated", desk, { secret });
	try {
		await using writing = startWriters(() => portal.worker().url);
		for (const sql of additions) {
			await awaitWrites(writing, 100);
			say(`${writing.count()} writes acknowledged; migrating`);
			await withDatabaseFile(portal.state, (db) => db.exec(`BEGIN IMMEDIATE; ${sql}; COMMIT`));
		}
		const newest = writing.count();
		await awaitWrites(writing, 200);
		await writing.stop();
		await drainAll(portal);
		const of = "32 writers, a table, five columns and three indexes added meanwhile in four migrations";
		const columns = await withDatabaseFile(portal.state, (db) =>
			numberOf(db, "SELECT count(*) FROM pragma_table_info('deliveries') WHERE name = 'faults_added'"),
		);
		return [
			...(await account(portal, writing, desk, of)),
			{ name: "newest column is there", value: columns, unit: "", goal: { op: "==", value: 1 }, of },
			{ name: "acknowledged on the newer schema", value: writing.count() - newest, unit: "writes", goal: { op: ">=", value: 200 }, of },
		];
	} finally {
		await portal.remove();
	}
}
