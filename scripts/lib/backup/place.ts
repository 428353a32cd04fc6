import type { StoredFile, Table } from "./format.ts";

/** What a place holds. */
export interface Held {
	/** Names of the migrations that its database has. */
	migrations: string[];
	tables: Table[];
	files: AsyncIterable<StoredFile>;
}

/** Where a backup comes from, or goes back to. */
export interface Place {
	name: "local" | "remote";
	/** Reads all of it; what `work` is handed is there only while it works. */
	read<Result>(work: (held: Held) => Promise<Result>): Promise<Result>;
	/**
	 * Puts all of it there, in a database of the newest version.
	 *
	 * @param tables those that others refer to first
	 * @param replace what is there goes
	 * @returns rows of each table afterwards; `not-empty` when something is there, and nothing was written
	 */
	write(tables: Table[], files: Iterable<StoredFile>, replace: boolean): Promise<Record<string, number> | "not-empty">;
}
