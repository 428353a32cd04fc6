import { appliedMigrations } from "#worker/queries/readiness.ts";
import { countWhole, holdsAnything, readWhole, replaceWhole } from "#worker/queries/whole.ts";
import { withBindings, type LocalBindings } from "../local-database.ts";
import type { Place } from "./place.ts";
import type { StoredFile, Table, Value } from "./format.ts";
import { withSnapshot } from "./snapshot.ts";

/** Letters of JSON in one statement. */
const chunkLength = 500_000;

/** The local database and its files. @param state folder that holds them */
export function localPlace(state: string): Place {
	return {
		name: "local",
		read: (work) =>
			withSnapshot(state, (copy) =>
				withBindings(async ({ DB, FILES }) => {
					const migrations = await appliedMigrations(DB);
					const tables = (await readWhole(DB)) as Table[];
					return work({ migrations, tables, files: readFiles(FILES, tables) });
				}, copy),
			),
		write: (tables, files, replace) =>
			withBindings(async ({ DB, FILES }) => {
				if (!replace && (await holdsAnything(DB))) return "not-empty";
				// Files first: a row without its file is a promise that cannot be kept.
				for (const { id, type, bytes } of files) await FILES.put(id, bytes, { httpMetadata: { contentType: type } });
				await replaceWhole(
					DB,
					tables.map(({ name, columns, rows }) => ({ name, columns, chunks: [...chunksOf(rows)] })),
				);
				return countWhole(DB);
			}, state),
	};
}

/** Rows as arrays of JSON that are not too long for one statement. */
export function* chunksOf(rows: Iterable<Value[]>): Iterable<string> {
	let chunk: string[] = [];
	let length = 0;
	for (const row of rows) {
		const text = JSON.stringify(row);
		if (chunk.length > 0 && length + text.length > chunkLength) {
			yield `[${chunk.join(",")}]`;
			[chunk, length] = [[], 0];
		}
		chunk.push(text);
		length += text.length;
	}
	if (chunk.length > 0) yield `[${chunk.join(",")}]`;
}

/** The files that the database knows as stored. One that is gone was being removed. */
async function* readFiles(files: LocalBindings["FILES"], tables: readonly Table[]): AsyncIterable<StoredFile> {
	for (const { id, type } of filesIn(tables)) {
		const stored = await files.get(id);
		if (stored) yield { id, type, bytes: new Uint8Array(await stored.arrayBuffer()) };
	}
}

/** Ids and types of the files that the rows name. */
export function filesIn(tables: readonly Table[]): { id: string; type: string }[] {
	const attachments = tables.find(({ name }) => name === "attachments");
	if (!attachments) return [];
	const at = (row: Value[], column: string) => String(row[attachments.columns.indexOf(column)] ?? "");
	return [...attachments.rows].filter((row) => at(row, "state") === "stored").map((row) => ({ id: at(row, "id"), type: at(row, "type") }));
}
