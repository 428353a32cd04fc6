const upToDate = new WeakSet();

/** Brings a database up to date, once. */
export async function applyD1Migrations(db: { exec(sql: string): Promise<unknown> }, migrations: { queries: string[] }[]): Promise<void> {
	if (upToDate.has(db)) return;
	upToDate.add(db);
	for (const { queries } of migrations) for (const sql of queries) await db.exec(sql);
}

interface Context {
	pending: Promise<unknown>[];
	waitUntil(work: Promise<unknown>): void;
	passThroughOnException(): void;
}

export function createExecutionContext(): Context {
	const pending: Promise<unknown>[] = [];
	return { pending, waitUntil: (work) => void pending.push(work), passThroughOnException: () => undefined };
}

/** Waits for all that was begun, and for what that began. */
export async function waitOnExecutionContext({ pending }: Context): Promise<void> {
	for (let done = 0; done < pending.length; done++) await pending[done];
}
