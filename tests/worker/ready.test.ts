import { env } from "cloudflare:workers";
import type { D1Migration } from "cloudflare:test";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Operations, Readiness } from "#contract/readiness.ts";
import { handleCron } from "#worker/jobs/scheduled.ts";
import { newestMigration } from "#worker/lib/newest-migration.ts";
import { recordStatements } from "./recorded-database.ts";
import { hour, minute, second } from "./stand-in-desk.ts";
import { call, db, makeEnv, makeTicket, post, rows, sendEvents, setClock, uuid, type Settings } from "./support.ts";

let at = Date.parse("2026-11-20T10:00:00Z");

/** What was found last stands for a while: each look is a minute after the one before. */
async function look(env: Settings = {}): Promise<{ status: number; answer: Readiness }> {
	at = setClock(at + minute);
	const response = await call("/api/ready", { env });
	expect(response.headers.get("cache-control")).toBe("no-store");
	return { status: response.status, answer: await response.json() };
}

async function failing(env: Settings = {}): Promise<string[]> {
	const { status, answer } = await look(env);
	const failed = Object.entries(answer.checks).flatMap(([check, state]) => (state === "fail" ? [check] : []));
	expect([status, answer.status]).toEqual(failed.length > 0 ? [503, "not-ready"] : [200, "ready"]);
	return failed;
}

const tick = () => handleCron(makeEnv(), Date.now());

function brokenDatabase(prepare: () => never): D1Database {
	return { prepare } as unknown as D1Database;
}

describe("/api/health", () => {
	it("says that the Worker runs, without asking the database", async () => {
		const DB = brokenDatabase(() => {
			throw new Error("nobody asks");
		});
		const response = await call("/api/health", { env: { DB } });
		expect([response.status, response.headers.get("cache-control"), await response.json()]).toEqual([200, "no-store", { status: "ok" }]);
	});
});

describe("/api/ready", () => {
	beforeEach(async () => {
		at = setClock(at + 10 * hour);
		await tick();
	});

	it("is ready when the database answers, its schema is new, the jobs run and nothing waits for long", async () => {
		await post("/api/tickets", makeTicket());
		await sendEvents([{ id: uuid(), type: "page_viewed", path: "/" }]);
		expect(await look()).toEqual({
			status: 200,
			answer: { status: "ready", checks: { database: "pass", migrations: "pass", jobs: "pass", queue: "pass", outbox: "pass" } },
		});
	});

	it("is not ready when events have waited for more than five minutes", async () => {
		await sendEvents([{ id: uuid(), type: "page_viewed", path: "/" }]);
		at = setClock(at + 3 * minute);
		expect(await failing()).toEqual([]);
		at = setClock(at + 2 * minute);
		expect(await failing()).toEqual(["queue"]);
	});

	it("is not ready when a ticket has waited for a desk for more than a quarter of an hour, until it is sent or given up", async () => {
		await post("/api/tickets", makeTicket());
		at = setClock(at + 14 * minute);
		await db.prepare("UPDATE upkeep SET mark = ?1 WHERE task = 'heartbeat'").bind(String(at)).run();
		expect(await failing()).toEqual([]);
		expect(await failing()).toEqual(["outbox"]);
		await db.prepare("UPDATE deliveries SET replayed_at = ?1").bind(at).run();
		expect(await failing()).toEqual([]);
		await db.prepare("UPDATE deliveries SET replayed_at = NULL, state = 'dead'").run();
		expect(await failing()).toEqual([]);
	});

	it("is not ready when the scheduled jobs have not run through for a quarter of an hour, or never", async () => {
		at = setClock(at + 13 * minute);
		expect(await failing()).toEqual([]);
		at = setClock(at + 2 * minute);
		expect(await failing()).toEqual(["jobs"]);
		await tick();
		expect(await failing()).toEqual([]);
		await db.prepare("DELETE FROM upkeep").run();
		expect(await failing()).toEqual(["jobs"]);
	});

	it("does not take jobs of which one fails for jobs that run", async () => {
		vi.spyOn(console, "error").mockImplementation(() => undefined);
		at = setClock(at + 16 * minute);
		const env = makeEnv({ FILES: { delete: () => Promise.reject(new Error("no bucket")) } as unknown as R2Bucket });
		await db.prepare("INSERT INTO attachments (id, form_key, name, size, network, day, created_at) VALUES ('old', 'k', 'a', 1, '', '2026-01-01', 0)").run();
		await expect(handleCron(env, at)).rejects.toThrow("cron steps failed: files");
		expect(await failing()).toEqual(["jobs"]);
	});

	it("is not ready while the newest migration is not applied, and does not mind later ones", async () => {
		await db.prepare("INSERT INTO d1_migrations (name) VALUES ('9999_of_a_later_version.sql')").run();
		expect(await failing()).toEqual([]);
		await db.prepare("DELETE FROM d1_migrations WHERE name LIKE '9999%'").run();
		await db.prepare("UPDATE d1_migrations SET name = 'x' WHERE name = ?1").bind(newestMigration).run();
		expect(await failing()).toEqual(["migrations"]);
		await db.prepare("UPDATE d1_migrations SET name = ?1 WHERE name = 'x'").bind(newestMigration).run();
	});

	it("fails every check, and tells nothing more, when the database refuses or says nothing", async () => {
		const refusing = brokenDatabase(() => {
			throw new Error("D1_ERROR: secret table layout");
		});
		const all = ["database", "migrations", "jobs", "queue", "outbox"];
		expect(await failing({ DB: refusing })).toEqual(all);
		const silent = { prepare: () => ({ bind: () => silent.prepare(), first: () => new Promise(() => undefined) }) };
		expect(await failing({ DB: silent as unknown as D1Database })).toEqual(all);
	});

	it("asks the database once in ten seconds, however often it is asked itself", async () => {
		const { db: recorded, statements } = recordStatements(db);
		expect(await failing({ DB: recorded })).toEqual([]);
		expect(statements.size).toBe(3);
		statements.clear();
		at = setClock(at + 9 * second);
		await Promise.all(Array.from({ length: 50 }, () => call("/api/ready", { env: { DB: recorded } })));
		expect(statements.size).toBe(0);
		at = setClock(at + second);
		await call("/api/ready", { env: { DB: recorded } });
		expect(statements.size).toBe(3);
	});
});

describe("/api/reports/operations", () => {
	const program = { env: { REPORT_TOKEN: "t" }, headers: { authorization: "Bearer t" } };

	it("tells those who run the centre how much waits, since when, and nothing of anybody", async () => {
		const start = setClock("2026-11-21T10:00:00Z");
		await tick();
		await post("/api/tickets", makeTicket());
		await sendEvents([{ id: uuid(), type: "page_viewed", path: "/" }]);
		setClock(start + 90_000);
		const response = await call("/api/reports/operations", program);
		expect([response.status, response.headers.get("cache-control")]).toEqual([200, "no-store"]);
		expect(await response.json()).toEqual({
			status: "ready",
			checks: { database: "pass", migrations: "pass", jobs: "pass", queue: "pass", outbox: "pass" },
			ages: { jobs: { seconds: 90, limit: 900 }, queue: { seconds: 90, limit: 300 }, outbox: { seconds: 90, limit: 900 } },
			deliveries: { pending: 1, dead: 0 },
			destinations: [{ id: "desk", circuit: "closed", failures: 0, pending: 1, dead: 0 }],
			events: { waiting: 1 },
		} satisfies Operations);
	});

	it("tells nobody else", async () => {
		expect((await call("/api/reports/operations", { env: program.env })).status).toBe(403);
	});
});

describe("the newest migration", () => {
	it("is the one that this Worker asks for", async () => {
		const { MIGRATIONS } = env as unknown as { MIGRATIONS: D1Migration[] };
		expect(MIGRATIONS.at(-1)?.name).toBe(newestMigration);
		expect((await rows<{ name: string }>("SELECT name FROM d1_migrations ORDER BY id")).at(-1)?.name).toBe(newestMigration);
	});
});
