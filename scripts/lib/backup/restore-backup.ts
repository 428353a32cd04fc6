import { BackupFault, readBackup, type StoredFile, type Summary } from "./format.ts";
import type { Place } from "./place.ts";
import { createScratch, type Scratch } from "./scratch.ts";

/** What came of it. */
export interface Restored {
	backup: Summary;
	/** Rows that each table should have afterwards: those of the backup, and what newer migrations make of them. */
	expected: Record<string, number>;
	/** Rows of each table afterwards; null where the place was not empty, and nothing was written. */
	rows: Record<string, number> | null;
}

/**
 * Reads a backup to its end, brings it up to date in a database of its own, and only then puts it in its place.
 *
 * @param place where to; null only looks whether the file could be restored
 * @throws BackupFault when the file cannot be restored; nothing was written then
 */
export async function restoreBackup(path: string, place: Place | null, { replace }: { replace: boolean }): Promise<Restored> {
	let scratch: Scratch | undefined;
	const files: StoredFile[] = [];
	try {
		const backup = await readBackup(path, {
			header: ({ migrations }) => void (scratch = createScratch(migrations)),
			row: (table, columns, row) => scratch?.insert(table, columns, row),
			file: (file) => files.push(file),
		});
		if (!scratch) throw new BackupFault("it is empty");
		scratch.bringUpToDate();
		const tables = scratch.tables();
		const expected = Object.fromEntries(tables.map(({ name, rows }) => [name, [...rows].length]));
		const rows = place ? await place.write(tables, files, replace) : expected;
		return { backup, expected, rows: rows === "not-empty" ? null : rows };
	} finally {
		scratch?.close();
	}
}
