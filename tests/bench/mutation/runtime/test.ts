import { globSync, readFileSync } from "node:fs";

/** Brings a database up to date, from the files themselves. */
export async function applyD1Migrations(db: { exec(sql: string): Promise<unknown> }): Promise<void> {
	for (const file of globSync("worker/migrations/*.sql").sort()) await db.exec(readFileSync(file, "utf8"));
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
