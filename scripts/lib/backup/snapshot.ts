import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { backup, DatabaseSync } from "node:sqlite";

/** More pages than any local database has: all are copied in one step, while nobody can change them. */
const allPages = 2 ** 31 - 1;

/**
 * Copies the databases of a state folder as they are at one moment, also beside a server that is writing, which lets nobody else open
 * them. The contents of files stay where they are. The copy is there only while `work` works.
 *
 * @param work gets the folder of the copy
 */
export async function withSnapshot<Result>(state: string, work: (copy: string) => Promise<Result>): Promise<Result> {
	// Where the original is, so that nobody else can read it either.
	const copy = mkdtempSync(join(state, "snapshot-"));
	try {
		await copyDatabases(join(state, "v3"), join(copy, "v3"));
		return await work(copy);
	} finally {
		rmSync(copy, { recursive: true, force: true });
	}
}

async function copyDatabases(from: string, to: string): Promise<void> {
	mkdirSync(to, { recursive: true });
	for (const entry of readdirSync(from, { withFileTypes: true })) {
		const [source, target] = [join(from, entry.name), join(to, entry.name)];
		if (entry.isDirectory() && entry.name === "blobs") symlinkSync(resolve(source), target);
		else if (entry.isDirectory()) await copyDatabases(source, target);
		else if (entry.name.endsWith(".sqlite")) await copyDatabase(source, target);
	}
}

async function copyDatabase(source: string, target: string): Promise<void> {
	mkdirSync(dirname(target), { recursive: true });
	const db = new DatabaseSync(source, { readOnly: true });
	try {
		await backup(db, target, { rate: allPages });
	} finally {
		db.close();
	}
}
