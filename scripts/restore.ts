import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { deployed, migrateDeployed, newestLocal } from "./lib/backup/choose-place.ts";
import { describeBackup } from "./lib/backup/describe-backup.ts";
import { BackupFault } from "./lib/backup/format.ts";
import { restoreBackup, type Restored } from "./lib/backup/restore-backup.ts";
import { displayPath } from "./lib/checks/read-content.ts";
import { fail, misuse, runCommand } from "./lib/command-line.ts";
import { runningServer } from "./lib/local-settings.ts";
import { stoppable } from "./lib/stoppable.ts";

const usage = `
npm run restore -- FILE [--check] [--remote] [--replace]

Puts a file of npm run backup back: rows and files of tickets. The file is read to its end, and brought up to the newest migration, before
anything is written. A database that holds anything is left alone unless you say --replace.

  --check    only says what the file holds and whether it could be restored
  --remote   into the deployed database, by wrangler; without it into the local one
  --replace  what is there goes: rows in one transaction; files of other tickets stay in the bucket

Exit codes: 0 restored, 1 not restored (the message says why; nothing was changed in the database), 2 wrong use.`;

await runCommand({
	usage,
	options: { check: { type: "boolean" }, remote: { type: "boolean" }, replace: { type: "boolean" } },
	main({ values: { check = false, remote = false, replace = false }, positionals: [file, ...more] }) {
		if (file === undefined || more.length > 0) misuse("Name one file: npm run restore -- before.json.gz");
		const path = resolve(file);
		if (!existsSync(path)) misuse(`There is no ${displayPath(path)}.`);
		return stoppable(
			async (stop) => {
				// Before anything is prepared: a file that cannot be restored changes nothing.
				const { backup } = await tried(displayPath(path), () => restoreBackup(path, null, { replace }));
				console.log(`${displayPath(path)}: ${describeBackup(backup)}`);
				if (check) return 0;
				if (!remote) await refuseWhileRunning();
				else await migrateDeployed(stop);
				const place = remote ? deployed() : await newestLocal(stop);
				const { expected, rows } = await tried(displayPath(path), () => restoreBackup(path, place, { replace }));
				if (rows === null)
					fail(`The ${place.name} database is not empty.\n  Why: What is there would be lost.\n  Do:  Back it up (npm run backup), then say --replace.`);
				const lost = Object.entries(expected).filter(([table, n]) => (rows[table] ?? 0) < n);
				if (lost.length > 0) fail(`Not every row is there: ${lost.map(([table, n]) => `${table} has ${rows[table] ?? 0} of ${n}`).join(", ")}.`);
				console.log(`Restored into the ${place.name} database.`);
				return 0;
			},
			(line) => console.error(line),
		);
	},
});

async function tried(name: string, work: () => Promise<Restored>): Promise<Restored> {
	try {
		return await work();
	} catch (error) {
		if (error instanceof BackupFault)
			return fail(
				`${name} cannot be restored: ${error.message}.\n  Why: Part of a backup would be worse than none.\n  Do:  Take another backup, or the version of the project that made this one.`,
			);
		throw error;
	}
}

async function refuseWhileRunning(): Promise<void> {
	const server = await runningServer();
	if (server)
		fail(
			`The help centre is running at ${server.url}.\n  Why: It would go on writing while everything is replaced.\n  Do:  Stop it first (Ctrl-C where it runs).`,
		);
}
