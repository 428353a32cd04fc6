import type { Operations, Readiness, ReadinessCheck } from "#contract/readiness.ts";
import { isMigrated, touchDatabase, waitingTimes, type Since } from "../queries/readiness.ts";
import { inTime } from "./in-time.ts";
import { newestMigration } from "./newest-migration.ts";

const minuteMs = 60_000;

/** How long each may take before a person should look: the scheduled jobs run every minute and make up for a queue that is late. In milliseconds. */
export const longest = { jobs: 15 * minuteMs, queue: 5 * minuteMs, outbox: 15 * minuteMs } as const;

/** A database that says nothing for so long does not answer. In milliseconds. */
const patienceMs = 3000;

/** What was found. A check that could not be made is null. */
interface Found {
	database: true | null;
	migrated: boolean | null;
	since: Since | null;
}

/** What came of a look at the database; null where it failed or took too long. */
function seen<Value>(work: () => Promise<Value>): Promise<Value | null> {
	return inTime((async () => work())(), patienceMs, () => new Error("the database said nothing")).catch(() => null);
}

async function look(db: D1Database): Promise<Found> {
	const [database, migrated, since] = await Promise.all([
		seen(() => touchDatabase(db).then(() => true as const)),
		seen(() => isMigrated(db, newestMigration)),
		seen(() => waitingTimes(db)),
	]);
	return { database, migrated, since };
}

/** What that means. Nothing that waits is well; jobs that never ran are not. */
function judge({ database, migrated, since }: Found, now: number): Readiness {
	const within = (of: keyof Since, fallback: boolean) => {
		const at = since?.[of] ?? null;
		return since !== null && (at === null ? fallback : now - at <= longest[of]);
	};
	const holds: Record<ReadinessCheck, boolean> = {
		database: database === true,
		migrations: migrated === true,
		jobs: within("jobs", false),
		queue: within("queue", true),
		outbox: within("outbox", true),
	};
	const told = (check: ReadinessCheck) => (holds[check] ? "pass" : "fail");
	return {
		status: Object.values(holds).every(Boolean) ? "ready" : "not-ready",
		checks: { database: told("database"), migrations: told("migrations"), jobs: told("jobs"), queue: told("queue"), outbox: told("outbox") },
	};
}

/** Whether all that this Worker needs is there and nothing waits for too long. A database that fails makes checks fail, and nothing is thrown. */
export async function readReadiness(db: D1Database, now: number): Promise<Readiness> {
	return judge(await look(db), now);
}

/** The same, with the ages that it was judged by. */
export async function readAges(db: D1Database, now: number): Promise<Pick<Operations, "status" | "checks" | "ages">> {
	const found = await look(db);
	const age = (of: keyof Since) => {
		const since = found.since?.[of] ?? null;
		return { seconds: since === null ? null : Math.max(0, Math.round((now - since) / 1000)), limit: longest[of] / 1000 };
	};
	return { ...judge(found, now), ages: { jobs: age("jobs"), queue: age("queue"), outbox: age("outbox") } };
}
