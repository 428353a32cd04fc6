import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Figure } from "#scripts/lib/figure.ts";
import { bin, root } from "#scripts/lib/paths.ts";
import { run } from "#scripts/lib/processes.ts";
import { newDeskSecret, startPortal } from "../handoff/portal.ts";
import { account, drainAll } from "./account.ts";
import { numberOf, withDatabaseFile } from "./database-file.ts";
import { startRecordingDesk } from "./recording-desk.ts";
import { awaitWrites, startWriters } from "./writers.ts";

/** What a next version might add: a table, columns of tables that are written all the time, and an index of each. */
const additions = `CREATE TABLE faults_added (id TEXT PRIMARY KEY, ticket TEXT NOT NULL REFERENCES tickets (id)) STRICT;
ALTER TABLE tickets ADD COLUMN faults_added TEXT;
ALTER TABLE votes ADD COLUMN faults_added INTEGER NOT NULL DEFAULT 0;
ALTER TABLE event_inbox ADD COLUMN faults_added TEXT;
CREATE INDEX faults_added_tickets ON tickets (faults_added);
CREATE INDEX faults_added_votes ON votes (faults_added);
`;

/** A folder with a configuration whose migrations are those of this version and one more. */
function nextVersion(): string {
	const folder = mkdtempSync(join(tmpdir(), "tier-zero-next-"));
	const from = join(root, "worker/migrations");
	mkdirSync(join(folder, "migrations"));
	for (const name of readdirSync(from)) copyFileSync(join(from, name), join(folder, "migrations", name));
	writeFileSync(join(folder, "migrations/9999_faults.sql"), additions);
	const database = { binding: "DB", database_name: "tier-zero", database_id: "00000000-0000-0000-0000-000000000000", migrations_dir: "migrations" };
	writeFileSync(join(folder, "wrangler.json"), JSON.stringify({ name: "tier-zero", compatibility_date: "2026-10-01", d1_databases: [database] }));
	return folder;
}

/** The migration of a next version is applied while this version takes 32 writers' words, and goes on with the newer schema. Takes half a minute. */
export async function migrated(say: (line: string) => void): Promise<Figure[]> {
	const secret = newDeskSecret();
	const desk = await startRecordingDesk(secret);
	const portal = await startPortal("faults-migrated", desk, { secret });
	const next = nextVersion();
	try {
		const writing = startWriters(() => portal.worker().url);
		await awaitWrites(writing, 200);
		say(`${writing.count()} writes acknowledged; migrating`);
		const args = ["d1", "migrations", "apply", "DB", "--local", "--persist-to", portal.state, "--config", join(next, "wrangler.json")];
		const { code, output } = await run(bin("wrangler"), args);
		const during = writing.count();
		say(code === 0 ? `migrated; ${during} writes acknowledged` : output.trim());
		await awaitWrites(writing, 200);
		await writing.stop();
		await drainAll(portal);
		const of = "32 writers, a table, three columns and two indexes added meanwhile";
		const columns = await withDatabaseFile(portal.state, (db) => numberOf(db, "SELECT count(*) FROM pragma_table_info('tickets') WHERE name = 'faults_added'"));
		return [
			...(await account(portal, writing, desk, of)),
			{ name: "the migration was applied", value: columns, unit: "", goal: { op: "==", value: 1 }, of },
			{ name: "acknowledged on the newer schema", value: writing.count() - during, unit: "writes", goal: { op: ">=", value: 200 }, of },
		];
	} finally {
		rmSync(next, { recursive: true, force: true });
		await portal.remove();
	}
}
