import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as z from "zod";
import { fail } from "../command-line.ts";
import type { AskWrangler } from "../doctor/remote.ts";
import type { StoredFile, Table } from "./format.ts";
import { filesIn } from "./local.ts";
import type { Place } from "./place.ts";
import { createScratch } from "./scratch.ts";
import { statementsFor } from "./statements.ts";

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
const answerSchema = z.array(z.object({ results: z.array(z.record(z.string(), z.number())) }));

/**
 * The deployed database and its files, by wrangler.
 *
 * @param bucket name of the bucket that holds the files
 */
export function remotePlace(wrangler: AskWrangler, bucket: string): Place {
	return {
		name: "remote",
		read: (work) =>
			inFolder(async (folder) => {
				const dump = join(folder, "dump.sql");
				await ask("d1", "export", "DB", "--remote", "--skip-confirmation", "--output", dump);
				const scratch = createScratch(null);
				try {
					scratch.run(readFileSync(dump, "utf8"));
					const tables = scratch.tables();
					return await work({ migrations: scratch.migrations(), tables, files: readFiles(folder, tables) });
				} finally {
					scratch.close();
				}
			}),
		write: (tables, files, replace) =>
			inFolder(async (folder) => {
				const names = tables.map(({ name }) => name);
				if (!replace && Object.values(await count(names)).some((n) => n > 0)) return "not-empty";
				for (const { id, type, bytes } of files) {
					const file = join(folder, "file");
					writeFileSync(file, bytes, { mode: 0o600 });
					await ask("r2", "object", "put", `${bucket}/${id}`, "--remote", "--file", file, "--content-type", type);
				}
				const statements = join(folder, "restore.sql");
				writeFileSync(statements, [...statementsFor(tables)].join("\n"), { mode: 0o600 });
				await ask("d1", "execute", "DB", "--remote", "--yes", "--file", statements);
				return count(names);
			}),
	};

	async function ask(...args: string[]): Promise<string> {
		const { code, output } = await wrangler(args);
		if (code !== 0) fail(`wrangler ${args.slice(0, 3).join(" ")} failed.\n\n${output.trim().split("\n").slice(-10).join("\n")}`);
		return output;
	}

	async function count(names: readonly string[]): Promise<Record<string, number>> {
		const sql = `SELECT ${names.map((name) => `(SELECT count(*) FROM ${quoted(name)}) AS ${quoted(name)}`).join(", ")}`;
		const output = await ask("d1", "execute", "DB", "--remote", "--yes", "--json", "--command", sql);
		return answerSchema.parse(JSON.parse(output.slice(output.indexOf("["))))[0]?.results[0] ?? {};
	}

	async function* readFiles(folder: string, tables: readonly Table[]): AsyncIterable<StoredFile> {
		for (const { id, type } of filesIn(tables)) {
			const file = join(folder, "file");
			await ask("r2", "object", "get", `${bucket}/${id}`, "--remote", "--file", file);
			yield { id, type, bytes: readFileSync(file) };
		}
	}
}

/** A folder that only this user can read, gone afterwards. */
async function inFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
	const folder = mkdtempSync(join(tmpdir(), "tier-zero-backup-"));
	try {
		return await work(folder);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
