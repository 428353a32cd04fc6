import type { D1Database, D1PreparedStatement, D1Result } from "@cloudflare/workers-types";

/** What was asked of a database. */
export interface DatabaseCounts {
	/** Round trips: a batch is one. */
	calls: number;
	statements: number;
	/** Rows that D1 bills as read. */
	read: number;
	/** Rows that D1 bills as written; an index that a write touches counts as a row of its own. */
	written: number;
}

/** A database that notes what is asked of it. */
export interface CountedDatabase {
	db: D1Database;
	/** What was asked since this was called last. */
	taken(): DatabaseCounts;
}

const nothing = (): DatabaseCounts => ({ calls: 0, statements: 0, read: 0, written: 0 });

/** Wraps a database so that calls, statements and the rows of `meta` are summed up. */
export function countDatabase(inner: Pick<D1Database, "prepare" | "batch">): CountedDatabase {
	let counts = nothing();
	const originals = new WeakMap<D1PreparedStatement, D1PreparedStatement>();
	function noted<Result extends D1Result>(results: Result[]): Result[] {
		counts.calls++;
		for (const { meta } of results) {
			counts.statements++;
			counts.read += meta.rows_read;
			counts.written += meta.rows_written;
		}
		return results;
	}
	async function one<Result extends D1Result>(result: Promise<Result>): Promise<Result> {
		const done = await result;
		noted([done]);
		return done;
	}
	function wrap(statement: D1PreparedStatement): D1PreparedStatement {
		const wrapped = {
			bind: (...values: unknown[]) => wrap(statement.bind(...values)),
			all: () => one(statement.all()),
			run: () => one(statement.run()),
			async first(column?: string) {
				const [row] = (await one(statement.all())).results;
				return row === undefined ? null : column === undefined ? row : row[column];
			},
		} as unknown as D1PreparedStatement;
		originals.set(wrapped, statement);
		return wrapped;
	}
	const db = {
		prepare: (sql: string) => wrap(inner.prepare(sql)),
		batch: async (statements: D1PreparedStatement[]) => noted(await inner.batch(statements.map((one) => originals.get(one) ?? one))),
	} as unknown as D1Database;
	return {
		db,
		taken() {
			const sum = counts;
			counts = nothing();
			return sum;
		},
	};
}
