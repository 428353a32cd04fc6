import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readBackup, writeBackup, type StoredFile, type Table, type Value } from "#scripts/lib/backup/format.ts";
import { makeBackup } from "#scripts/lib/backup/make-backup.ts";
import type { Place } from "#scripts/lib/backup/place.ts";
import { remotePlace } from "#scripts/lib/backup/remote.ts";
import { restoreBackup } from "#scripts/lib/backup/restore-backup.ts";
import { createScratch } from "#scripts/lib/backup/scratch.ts";
import { statementsFor } from "#scripts/lib/backup/statements.ts";
import { migrationFiles } from "#scripts/lib/doctor/migrations.ts";

let folder = "";
let path = "";
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "tier-zero-test-"));
	path = join(folder, "backup.json.gz");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const odd = `It's "odd"; -- \n\r\n\t\0 \u{1f600} مرحبا ${"x".repeat(30_000)}`;
const at = Date.parse("2026-11-20T10:00:00Z");
const ticket: Record<string, Value> = {
	id: "t1",
	reference: "TZ-1",
	status_token: "s1",
	idempotency_key: "k1",
	body_hash: "",
	created_at: at,
	day: "2026-11-20",
	network: "",
	email_hash: "",
	locale: "en",
	channel: "portal",
	category: "other",
	priority: "P3",
	team: "first line",
	tier: "L1",
	promised_at: at,
	time_zone: "UTC",
	content: JSON.stringify({ subject: odd }),
	contact: null,
};
const delivery: Record<string, Value> = { id: "d1", ticket: "t1", destination: "desk", next_attempt_at: at, created_at: at };
const attachment: Record<string, Value> = {
	id: "f1",
	form_key: "k1",
	ticket: "t1",
	state: "stored",
	name: odd,
	type: "image/png",
	size: 3,
	network: "",
	day: "2026-11-20",
	created_at: at,
};
const file: StoredFile = { id: "f1", type: "image/png", bytes: new Uint8Array([1, 2, 255]) };

function table(name: string, row: Record<string, Value>): Table {
	return { name, columns: Object.keys(row), rows: [Object.values(row)] };
}

async function* some(...files: StoredFile[]): AsyncIterable<StoredFile> {
	yield* files;
}

function write(tables = [table("deliveries", delivery), table("attachments", attachment), table("tickets", ticket)], migrations = migrationFiles()) {
	return writeBackup(path, { madeAt: new Date(at).toISOString(), from: "local", migrations }, tables, some(file));
}

/** The lines of the backup, changed. */
function rewrite(change: (lines: string[]) => string[]): void {
	writeFileSync(path, gzipSync(change(gunzipSync(readFileSync(path)).toString().trimEnd().split("\n")).join("\n")));
}

const check = () => restoreBackup(path, null, { replace: false });

describe("a backup", () => {
	it("says what it holds, and gives everything back as it was", async () => {
		const summary = await write();
		expect(summary).toMatchObject({ version: 1, rows: { deliveries: 1, attachments: 1, tickets: 1 }, files: 1 });
		const rows: [string, Value[]][] = [];
		const files: StoredFile[] = [];
		expect(await readBackup(path, { row: (name, _, row) => rows.push([name, row]), file: (stored) => files.push(stored) })).toEqual(summary);
		expect(rows).toEqual([
			["deliveries", Object.values(delivery)],
			["attachments", Object.values(attachment)],
			["tickets", Object.values(ticket)],
		]);
		expect(files.map(({ id, type, bytes }) => [id, type, [...bytes]])).toEqual([["f1", "image/png", [1, 2, 255]]]);
	});

	it("can be read by its owner only, and leaves nothing half written", async () => {
		await write();
		expect(statSync(path).mode & 0o777).toBe(0o600);
		async function* failing(): AsyncIterable<StoredFile> {
			yield file;
			throw new Error("the bucket is gone");
		}
		const other = join(folder, "other.gz");
		await expect(writeBackup(other, { madeAt: new Date(at).toISOString(), from: "local", migrations: [] }, [], failing())).rejects.toThrow(
			"the bucket is gone",
		);
		expect(statSync(other, { throwIfNoEntry: false })).toBeUndefined();
	});

	it.each<[string, () => void, string]>([
		["no backup at all", () => writeFileSync(path, "hello"), "it is no backup of a help centre"],
		["another kind of file", () => writeFileSync(path, gzipSync('{"name": "x"}\n')), "it is no backup of a help centre"],
		["empty", () => writeFileSync(path, gzipSync("")), "it is empty"],
		["cut", () => writeFileSync(path, readFileSync(path).subarray(0, -40)), "it is damaged or not whole"],
		["without its end", () => rewrite((lines) => lines.slice(0, -1)), "it is not whole: its end is missing"],
		["without a row", () => rewrite((lines) => lines.filter((line) => !line.includes('"d1"'))), "its checksum is wrong"],
		["changed in one letter", () => rewrite((lines) => lines.map((line) => line.replace("TZ-1", "TZ-2"))), "its checksum is wrong"],
		["longer than it was", () => rewrite((lines) => [...lines, "{}"]), "there is something after its end"],
		["of a later form", () => rewrite((lines) => lines.map((line) => line.replace('"version":1', '"version":2'))), "it is of a later version (2;"],
	])("that is %s is refused", async (_, damage, reason) => {
		await write();
		damage();
		await expect(check()).rejects.toThrow(reason);
	});

	it("with one flipped bit is refused, wherever it is", async () => {
		await write();
		const whole = readFileSync(path);
		for (let place = 20; place < whole.length; place += Math.ceil(whole.length / 25)) {
			const changed = Buffer.from(whole);
			changed[place] = (changed[place] ?? 0) ^ 4;
			writeFileSync(path, changed);
			await expect(check(), `byte ${place}`).rejects.toThrow();
		}
	});

	it("of a database that knew later migrations, or other ones, is refused", async () => {
		await write(undefined, [...migrationFiles(), "9999_later.sql"]);
		await expect(check()).rejects.toThrow("it was made by a later version, which had 9999_later.sql");
		await write(undefined, migrationFiles().slice(1));
		await expect(check()).rejects.toThrow("its migrations are not those of this version");
	});

	it("in which something refers to what is not there is refused", async () => {
		await write([table("deliveries", delivery)]);
		await expect(check()).rejects.toThrow("rows in it refer to rows that are not there");
	});

	it("of an older version is brought up to date, and the rows that this adds are expected", async () => {
		const event = { id: "e1", type: "page_viewed", at, day: "2026-11-20", locale: "en" };
		await write([table("tickets", ticket), table("deliveries", delivery), table("events", event)], migrationFiles().slice(0, 10));
		let written: Table[] = [];
		const place: Place = {
			name: "local",
			read: () => Promise.reject(new Error("not asked")),
			write: (tables) => {
				written = tables.map((one) => ({ ...one, rows: [...one.rows] }));
				return Promise.resolve(Object.fromEntries(written.map(({ name, rows }) => [name, [...rows].length])));
			},
		};
		const { backup, expected, rows } = await restoreBackup(path, place, { replace: false });
		expect(backup.rows).toEqual({ tickets: 1, deliveries: 1, events: 1 });
		expect(expected).toMatchObject({ tickets: 1, deliveries: 1, events: 1, dirty_days: 1 });
		expect(rows).toEqual(expected);
		expect(written.find(({ name }) => name === "deliveries")?.columns).toContain("request_id");
		expect(written.findIndex(({ name }) => name === "tickets")).toBeLessThan(written.findIndex(({ name }) => name === "deliveries"));
	});
});

describe("the deployed database", () => {
	/** What wrangler would talk to. */
	function cloudflare(rows: Table[]) {
		const db = new DatabaseSync(":memory:");
		const schema = migrationFiles()
			.map((name) => readFileSync(`worker/migrations/${name}`, "utf8"))
			.join(";\n");
		db.exec(schema);
		for (const statement of statementsFor(rows)) db.exec(statement);
		const bucket = new Map<string, Uint8Array>();
		const asked: string[] = [];
		const wrangler = (args: string[]) => {
			asked.push(args.slice(0, 3).join(" "));
			const option = (name: string) => args[args.indexOf(name) + 1] ?? "";
			const answer = (output = "") => Promise.resolve({ code: 0, output });
			if (!args.includes("--remote")) return Promise.resolve({ code: 1, output: "not the deployed one" });
			if (args[1] === "export") {
				const applied = migrationFiles().map((name, index) => `INSERT INTO d1_migrations VALUES (${index + 1}, '${name}');`);
				const dump = [schema, "CREATE TABLE d1_migrations (id INTEGER, name TEXT);", ...applied, ...statementsFor(tablesOf(db))];
				writeFileSync(option("--output"), dump.join(";\n"));
				return answer("Exported.");
			}
			if (args[1] === "execute" && args.includes("--file")) return (db.exec(readFileSync(option("--file"), "utf8")), answer("Executed."));
			if (args[1] === "execute") return answer(`warming up\n${JSON.stringify([{ results: db.prepare(option("--command")).all(), success: true }])}`);
			const key = (args[3] ?? "").replace(/^files\//, "");
			if (args[2] === "put") bucket.set(key, readFileSync(option("--file")));
			else writeFileSync(option("--file"), bucket.get(key) ?? "");
			return answer();
		};
		return { place: remotePlace(wrangler, "files"), bucket, asked, db };
	}

	function tablesOf(db: DatabaseSync): Table[] {
		const scratch = createScratch(migrationFiles());
		const tables = scratch.tables().map(({ name, columns }) => ({
			name,
			columns,
			rows: db
				.prepare(`SELECT * FROM "${name}"`)
				.all()
				.map((row) => columns.map((column) => row[column] as Value)),
		}));
		scratch.close();
		return tables;
	}

	const filled = () => {
		const centre = cloudflare([table("tickets", ticket), table("deliveries", delivery), table("attachments", attachment)]);
		centre.bucket.set("f1", file.bytes);
		return centre;
	};

	it("goes into a file and comes back into an empty one, with its files", async () => {
		const from = filled();
		expect(await makeBackup(from.place, path, at)).toMatchObject({ from: "remote", files: 1, migrations: migrationFiles() });
		const to = cloudflare([]);
		const { rows } = await restoreBackup(path, to.place, { replace: false });
		expect(rows).toMatchObject({ tickets: 1, deliveries: 1, attachments: 1, events: 0 });
		expect(tablesOf(to.db)).toEqual(tablesOf(from.db));
		expect([...(to.bucket.get("f1") ?? [])]).toEqual([1, 2, 255]);
		expect(from.asked).toEqual(["d1 export DB", "r2 object get"]);
	});

	it("is left alone when it holds anything, unless it is to be replaced", async () => {
		await makeBackup(filled().place, path, at);
		const other = { ...ticket, id: "t2", reference: "TZ-2", status_token: "s2", idempotency_key: "k2" };
		const to = cloudflare([table("tickets", other)]);
		expect((await restoreBackup(path, to.place, { replace: false })).rows).toBeNull();
		expect([to.bucket.size, to.db.prepare("SELECT id FROM tickets").all()]).toMatchObject([0, [{ id: "t2" }]]);
		expect((await restoreBackup(path, to.place, { replace: true })).rows).toMatchObject({ tickets: 1 });
		expect(to.db.prepare("SELECT id FROM tickets").all()).toMatchObject([{ id: "t1" }]);
	});

	it("whose wrangler fails says so", async () => {
		const place = remotePlace(() => Promise.resolve({ code: 1, output: "✘ [ERROR] You are not logged in." }), "files");
		await expect(makeBackup(place, path, at)).rejects.toThrow("wrangler d1 export DB failed.\n\n✘ [ERROR] You are not logged in.");
	});

	it("is sent no statement that is longer than D1 takes", () => {
		const rows = Array.from({ length: 500 }, (_, index) => [`${index}`, "ü".repeat(1000)]);
		const statements = [...statementsFor([{ name: "signing_keys", columns: ["name", "value"], rows }])];
		expect(Math.max(...statements.map((statement) => Buffer.byteLength(statement)))).toBeLessThan(100_000);
	});
});
