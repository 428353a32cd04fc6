import { DatabaseSync, type SQLInputValue } from "node:sqlite";

interface Statement {
	run(): Result;
}
interface Result {
	success: true;
	results: Record<string, unknown>[];
	meta: { changes: number; last_row_id: number; rows_read: number; rows_written: number; duration: number };
}

/** @throws TypeError as D1 does, of a value that is left out */
function asStored(value: unknown): SQLInputValue {
	if (value === undefined) throw new TypeError("D1_TYPE_ERROR: undefined is no value");
	return (typeof value === "boolean" ? Number(value) : value) as SQLInputValue;
}

/** A database in memory with D1's calls, as far as the tests of the outbox use them. */
export function createDatabase() {
	const db = new DatabaseSync(":memory:");
	const changes = () => Number(db.prepare("SELECT total_changes() AS n").get()?.["n"]);

	function prepare(sql: string, values: SQLInputValue[] = []) {
		function run(): Result {
			const before = changes();
			const results = db
				.prepare(sql)
				.all(...values)
				.map((row) => ({ ...row }));
			return { success: true, results, meta: { changes: changes() - before, last_row_id: 0, rows_read: 0, rows_written: 0, duration: 0 } };
		}
		return {
			bind: (...bound: unknown[]) => prepare(sql, bound.map(asStored)),
			run,
			all: async () => run(),
			first: async (column?: string) => {
				const [row] = run().results;
				return (column === undefined ? row : row?.[column]) ?? null;
			},
			raw: async () => run().results.map((row) => Object.values(row)),
		};
	}

	/** One transaction: all or nothing. */
	async function batch(statements: Statement[]): Promise<Result[]> {
		db.exec("BEGIN");
		try {
			const results = statements.map((statement) => statement.run());
			db.exec("COMMIT");
			return results;
		} catch (error) {
			db.exec("ROLLBACK");
			throw error;
		}
	}
	return { prepare, batch, exec: async (sql: string) => db.exec(sql) };
}
