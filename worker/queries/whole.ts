/** Rows of a table, as a backup has them: values in the order of the columns. */
interface Rows {
	name: string;
	columns: string[];
	rows: unknown[][];
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

const tableNames = `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
	AND name NOT LIKE '\\_cf\\_%' ESCAPE '\\' AND name <> 'd1_migrations' ORDER BY name`;

async function namesOfTables(db: D1Database): Promise<string[]> {
	return (await db.prepare(tableNames).all<{ name: string }>()).results.map(({ name }) => name);
}

/** Every table with all its rows, as they were at one moment. */
export async function readWhole(db: D1Database): Promise<Rows[]> {
	const names = await namesOfTables(db);
	const columns = await db.batch<{ name: string }>(names.map((name) => db.prepare(`PRAGMA table_info(${quoted(name)})`)));
	const rows = await db.batch<Record<string, unknown>>(names.map((name) => db.prepare(`SELECT * FROM ${quoted(name)}`)));
	return names.map((name, index) => {
		const of = (columns[index]?.results ?? []).map((column) => column.name);
		return { name, columns: of, rows: (rows[index]?.results ?? []).map((row) => of.map((column) => row[column])) };
	});
}

/** Whether any table has a row. */
export async function holdsAnything(db: D1Database): Promise<boolean> {
	const names = await namesOfTables(db);
	const found = await db.batch(names.map((name) => db.prepare(`SELECT 1 FROM ${quoted(name)} LIMIT 1`)));
	return found.some(({ results }) => results.length > 0);
}

/**
 * Puts rows in the place of everything that is there, in one transaction: all or nothing.
 *
 * @param tables those that others refer to first; `chunks` are arrays of rows as JSON
 */
export async function replaceWhole(db: D1Database, tables: { name: string; columns: string[]; chunks: string[] }[]): Promise<void> {
	const names = await namesOfTables(db);
	await db.batch([
		db.prepare("PRAGMA defer_foreign_keys = on"),
		...names.map((name) => db.prepare(`DELETE FROM ${quoted(name)}`)),
		...tables.flatMap(({ name, columns, chunks }) => {
			const insert = db.prepare(
				`INSERT INTO ${quoted(name)} (${columns.map(quoted).join(", ")}) SELECT ${columns.map((_, index) => `e.value ->> ${index}`).join(", ")} FROM json_each(?1) AS e`,
			);
			return chunks.map((chunk) => insert.bind(chunk));
		}),
	]);
}

/** How many rows each table has. */
export async function countWhole(db: D1Database): Promise<Record<string, number>> {
	const names = await namesOfTables(db);
	const counts = await db.batch<{ n: number }>(names.map((name) => db.prepare(`SELECT count(*) AS n FROM ${quoted(name)}`)));
	return Object.fromEntries(names.map((name, index) => [name, counts[index]?.results[0]?.n ?? 0]));
}
