/* eslint-disable no-restricted-syntax -- a database in memory that only looks at a backup: none of the Worker's */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { migrationFiles } from "../doctor/migrations.ts";
import { root } from "../paths.ts";
import { BackupFault, type Table, type Value } from "./format.ts";

/** A database in memory that knows the migrations. */
export interface Scratch {
	/** Runs statements, such as a dump. */
	run(sql: string): void;
	insert(table: string, columns: readonly string[], row: readonly Value[]): void;
	/** Applies the migrations that come after the ones it began with, and looks whether every reference leads somewhere. @throws BackupFault */
	bringUpToDate(): void;
	/** Every table that holds data, those that others refer to first. */
	tables(): Table[];
	/** Names of the migrations that a dump brought along. */
	migrations(): string[];
	close(): void;
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
const notData = "name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE '\\_cf\\_%' ESCAPE '\\' AND name <> 'd1_migrations'";

function apply(db: DatabaseSync, names: readonly string[]): void {
	for (const name of names) db.exec(readFileSync(join(root, "worker/migrations", name), "utf8"));
}

/** Refuses a backup whose database was of a later version, or of none. */
function startOf(migrations: readonly string[]): string[] {
	const known = migrationFiles();
	const later = migrations.filter((name) => !known.includes(name));
	if (later.length > 0) throw new BackupFault(`it was made by a later version, which had ${later.join(", ")}`);
	if (known.slice(0, migrations.length).some((name, index) => name !== migrations[index]))
		throw new BackupFault("its migrations are not those of this version");
	return known.slice(0, migrations.length);
}

/** @param migrations those that the backup's database had; null for an empty database, into which a dump comes. @throws BackupFault */
export function createScratch(migrations: readonly string[] | null): Scratch {
	const db = new DatabaseSync(":memory:", { enableForeignKeyConstraints: false });
	const begun = migrations === null ? [] : startOf(migrations);
	apply(db, begun);
	const inserts = new Map<string, ReturnType<DatabaseSync["prepare"]>>();
	const namesOf = (sql: string) =>
		db
			.prepare(sql)
			.all()
			.map((row) => String(row["name"]));
	const namesOfTables = () => namesOf(`SELECT name FROM sqlite_master WHERE type = 'table' AND ${notData} ORDER BY name`);
	return {
		run: (sql) => db.exec(sql),
		insert(table, columns, row) {
			const key = `${table} ${columns.join(" ")}`;
			const insert =
				inserts.get(key) ?? db.prepare(`INSERT INTO ${quoted(table)} (${columns.map(quoted).join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`);
			inserts.set(key, insert);
			insert.run(...row);
		},
		bringUpToDate() {
			apply(db, migrationFiles().slice(begun.length));
			if (db.prepare("PRAGMA foreign_key_check").all().length > 0) throw new BackupFault("rows in it refer to rows that are not there");
		},
		tables: () => inOrder(namesOfTables(), (name) => parentsOf(db, name)).map((name) => tableOf(db, name)),
		migrations: () =>
			namesOf("SELECT name FROM sqlite_master WHERE name = 'd1_migrations'").length > 0 ? namesOf("SELECT name FROM d1_migrations ORDER BY id") : [],
		close: () => db.close(),
	};
}

function parentsOf(db: DatabaseSync, name: string): string[] {
	return db
		.prepare(`PRAGMA foreign_key_list(${quoted(name)})`)
		.all()
		.map((row) => String(row["table"]));
}

function tableOf(db: DatabaseSync, name: string): Table {
	const columns = db
		.prepare(`PRAGMA table_info(${quoted(name)})`)
		.all()
		.map((row) => String(row["name"]));
	const read = db.prepare(`SELECT ${columns.map(quoted).join(", ")} FROM ${quoted(name)}`);
	// May be read more than once.
	const rows = { [Symbol.iterator]: () => Iterator.from(read.all()).map((row) => columns.map((column) => row[column] as Value)) };
	return { name, columns, rows };
}

function inOrder(names: readonly string[], parents: (name: string) => string[]): string[] {
	const done = new Set<string>();
	function visit(name: string): void {
		if (done.has(name)) return;
		for (const parent of parents(name)) if (parent !== name) visit(parent);
		done.add(name);
	}
	for (const name of names) visit(name);
	return [...done];
}
