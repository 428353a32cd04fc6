import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { migrate, withBindings } from "#scripts/lib/local-database.ts";
import { readWhole } from "#worker/queries/whole.ts";
import { withDatabaseFile } from "../bench/faults/database-file.ts";
import { command, scratch } from "./command.ts";

const odd = `It's "odd"; \n ${"مرحبا \u{1f600}".repeat(500)}`;

async function run(script: string, args: string[], state: string) {
	const running = command(script, args, { KB_STATE: state });
	return { code: await running.ended, output: running.output().trim() };
}

/** A state with tickets, a file, events, and rows that refer to each other. */
async function fill(state: string): Promise<void> {
	await migrate(state);
	await withBindings(async ({ DB, FILES }) => {
		const ticket = `INSERT INTO tickets (id, reference, status_token, idempotency_key, body_hash, created_at, day, network, email_hash, locale, channel, category, priority, team, tier, promised_at, time_zone, content)
			SELECT 't' || value, 'TZ-' || value, 's' || value, 'k' || value, '', 1, '2026-11-20', '', '', 'en', 'portal', 'other', 'P3', 'a', 'L1', 2, 'UTC', ?1 FROM json_each('[1,2,3]')`;
		await DB.batch([
			DB.prepare(ticket).bind(JSON.stringify({ subject: odd })),
			DB.prepare(
				"INSERT INTO deliveries (id, ticket, destination, next_attempt_at, created_at, request_id) SELECT 'd' || id, id, 'desk', 1, 1, NULL FROM tickets",
			),
			DB.prepare(
				"INSERT INTO attachments (id, form_key, ticket, state, name, type, size, network, day, created_at) VALUES ('f1', 'k1', 't1', 'stored', ?1, 'image/png', 5, '', '2026-11-20', 1)",
			).bind(odd),
			DB.prepare("INSERT INTO event_inbox (received_at, body) VALUES (1, ?1)").bind(JSON.stringify([{ query: odd }])),
			DB.prepare(
				"WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) INSERT INTO events (id, type, at, day, locale, query) SELECT 'e' || i, 'search_settled', i, '2026-11-20', 'en', ?1 FROM n",
			).bind(odd.slice(0, 200)),
		]);
		await FILES.put("f1", new Uint8Array([0, 1, 2, 254, 255]), { httpMetadata: { contentType: "image/png" } });
	}, state);
}

const whole = (state: string) =>
	withBindings(async ({ DB, FILES }) => {
		const file = await FILES.get("f1");
		return { tables: await readWhole(DB), file: file && [...new Uint8Array(await file.arrayBuffer())], type: file?.httpMetadata?.contentType };
	}, state);

// Each starts the tools that open a database, several times.
const patience = 300_000;

describe("npm run backup and npm run restore", { timeout: patience }, () => {
	const folder = mkdtempSync(join(tmpdir(), "tier-zero-backup-"));
	const [from, to, file] = [join(folder, "from"), join(folder, "to"), join(folder, "all.json.gz")];
	beforeAll(() => fill(from), patience);
	afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));

	it("take all of the local database and its files along, and put it back as it was", async () => {
		expect(await run("backup", ["--out", file], from)).toMatchObject({
			code: 0,
			output: expect.stringMatching(/all\.json\.gz: 3 tickets, 5008 rows in \d+ tables, 1 file; of the local database on .* UTC, up to 0\d+_\w+\.sql\.$/),
		});
		expect(await run("restore", [file], to)).toMatchObject({ code: 0, output: expect.stringContaining("Restored into the local database.") });
		const restored = await whole(to);
		expect(restored).toEqual(await whole(from));
		expect([restored.file, restored.type]).toEqual([[0, 1, 2, 254, 255], "image/png"]);
	});

	it("take it along beside a program that is writing, and leave no copy behind", async () => {
		await withDatabaseFile(from, async (db) => {
			db.exec("BEGIN IMMEDIATE; UPDATE tickets SET team = 'b'");
			const beside = await run("backup", ["--out", join(folder, "beside.gz")], from);
			db.exec("ROLLBACK");
			expect(beside).toMatchObject({ code: 0, output: expect.stringMatching(/beside\.gz: 3 tickets, 5008 rows in \d+ tables, 1 file;/) });
		});
		expect(readdirSync(from).filter((name) => name.startsWith("snapshot"))).toEqual([]);
	});

	it("replace neither a database that holds something nor a file that is there, unless they are told to", async () => {
		await withBindings(({ DB }) => DB.prepare("DELETE FROM deliveries WHERE id = 'dt1'").run(), to);
		const refused = await run("restore", [file], to);
		expect(refused).toMatchObject({ code: 1, output: expect.stringContaining("The local database is not empty.\n  Why: What is there would be lost.") });
		expect((await run("restore", [file, "--replace"], to)).code).toBe(0);
		expect(await whole(to)).toEqual(await whole(from));
		expect(await run("backup", ["--out", file], to)).toMatchObject({ code: 1, output: expect.stringContaining("is there already.") });
	});

	it("look at a file without a database, and refuse one that is damaged before anything is touched", async () => {
		const none = join(folder, "none");
		expect(await run("restore", [file, "--check"], none)).toMatchObject({ code: 0, output: expect.stringContaining("3 tickets, 5008 rows") });
		const damaged = join(folder, "damaged.gz");
		writeFileSync(damaged, readFileSync(file).subarray(0, -100));
		const refused = await run("restore", [damaged, "--replace"], none);
		expect(refused).toMatchObject({ code: 1, output: expect.stringMatching(/damaged\.gz cannot be restored: it is damaged or not whole\./) });
		expect(existsSync(none)).toBe(false);
		expect(await run("backup", ["--out", join(folder, "other.gz")], none)).toMatchObject({
			code: 1,
			output: expect.stringContaining("There is no local database."),
		});
	});
});

it("ends with 2 for what it does not understand", async () => {
	const folder = scratch();
	expect((await run("backup", [], folder)).code).toBe(2);
	expect((await run("restore", [], folder)).code).toBe(2);
	expect(await run("restore", [join(folder, "none.gz")], folder)).toMatchObject({ code: 2, output: expect.stringContaining("There is no ") });
});
