import type { D1Database, D1PreparedStatement, D1Result } from "@cloudflare/workers-types";

/** A database that notes how many rows its statements wrote: what D1 bills. */
export interface CountedDatabase {
	db: D1Database;
	/** Rows written since it was last asked. */
	written(): number;
}

/** Sums `meta.rows_written` of every statement; an index that a write touches counts as a row of its own. */
export function countWrites(inner: D1Database): CountedDatabase {
	let rows = 0;
	const originals = new WeakMap<D1PreparedStatement, D1PreparedStatement>();
	function noted<Result extends D1Result>(result: Result): Result {
		rows += result.meta.rows_written;
		return result;
	}
	function wrap(statement: D1PreparedStatement): D1PreparedStatement {
		const wrapped = {
			bind: (...values: unknown[]) => wrap(statement.bind(...values)),
			all: async () => noted(await statement.all()),
			run: async () => noted(await statement.run()),
			async first(column?: string) {
				const [row] = noted(await statement.all()).results;
				return row === undefined ? null : column === undefined ? row : row[column];
			},
		} as unknown as D1PreparedStatement;
		originals.set(wrapped, statement);
		return wrapped;
	}
	const db = {
		prepare: (sql: string) => wrap(inner.prepare(sql)),
		batch: async (statements: D1PreparedStatement[]) => (await inner.batch(statements.map((one) => originals.get(one) ?? one))).map(noted),
	} as unknown as D1Database;
	return {
		db,
		written() {
			const sum = rows;
			rows = 0;
			return sum;
		},
	};
}
