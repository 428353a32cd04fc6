import { readdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** The file of the local D1 in a state folder. */
export function databaseFile(state: string): string {
	const folder = join(state, "v3/d1/miniflare-D1DatabaseObject");
	const file = readdirSync(folder).find((name) => /^[0-9a-f]{64}\.sqlite$/.test(name));
	if (file === undefined) throw new Error(`there is no database in ${folder}`);
	return join(folder, file);
}

/** Opens it from outside of the Worker, for as long as the work lasts. */
export async function withDatabaseFile<Result>(state: string, work: (db: DatabaseSync) => Result | Promise<Result>): Promise<Result> {
	const db = new DatabaseSync(databaseFile(state));
	db.exec("PRAGMA busy_timeout = 10000");
	try {
		return await work(db);
	} finally {
		db.close();
	}
}

/** One number, such as a count. */
export function numberOf(db: DatabaseSync, sql: string, ...values: string[]): number {
	return Number(Object.values(db.prepare(sql).get(...values) ?? { n: 0 })[0]);
}
