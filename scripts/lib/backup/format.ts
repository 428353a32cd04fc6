import { createHash } from "node:crypto";
import { createReadStream, createWriteStream, rmSync } from "node:fs";
import { rename } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import * as z from "zod";

/** Version of the file's form; a reader takes its own and older ones. */
export const formatVersion = 1;

const valueSchema = z.union([z.string(), z.number(), z.null()]);
const headerSchema = z.object({
	format: z.literal("tier-zero-backup"),
	version: z.number().int().min(1),
	/** ISO 8601 UTC. */
	madeAt: z.iso.datetime(),
	/** Which database: `local` or `remote`. */
	from: z.enum(["local", "remote"]),
	/** Names of the migrations that it had, oldest first. */
	migrations: z.array(z.string()),
});
const tableSchema = z.object({ table: z.string(), columns: z.array(z.string()) });
const fileSchema = z.object({ file: z.string(), type: z.string(), size: z.number().int().min(0), data: z.base64() });
const endSchema = z.object({ end: z.object({ rows: z.record(z.string(), z.number()), files: z.number(), sha256: z.string() }) });

export type Value = z.output<typeof valueSchema>;
export type Header = z.output<typeof headerSchema>;

/** A table with its rows, values in the order of the columns. */
export interface Table {
	name: string;
	columns: string[];
	rows: Iterable<Value[]>;
}

/** A file of a ticket. */
export interface StoredFile {
	id: string;
	/** Example: `image/png` */
	type: string;
	bytes: Uint8Array;
}

/** What a backup holds. */
export interface Summary extends Header {
	rows: Record<string, number>;
	files: number;
}

/** The file is no backup, is damaged, or is of a later version. */
export class BackupFault extends Error {
	override name = "BackupFault";
}

/**
 * Writes a backup: lines of JSON, compressed; the last one has the number of rows and a checksum of all before it. Whole or not at all, and
 * only its owner can read it.
 */
export async function writeBackup(
	path: string,
	header: Omit<Header, "format" | "version">,
	tables: Iterable<Table>,
	files: AsyncIterable<StoredFile>,
): Promise<Summary> {
	const summary: Summary = { format: "tier-zero-backup", version: formatVersion, ...header, rows: {}, files: 0 };
	const hash = createHash("sha256");
	const line = (content: unknown) => {
		const text = `${JSON.stringify(content)}\n`;
		hash.update(text);
		return text;
	};
	async function* lines() {
		const { rows: _rows, files: _files, ...head } = summary;
		yield line(head);
		for (const { name, columns, rows } of tables) {
			yield line({ table: name, columns });
			let n = 0;
			for (const row of rows) {
				yield line(row);
				n++;
			}
			summary.rows[name] = n;
		}
		for await (const { id, type, bytes } of files) {
			yield line({ file: id, type, size: bytes.length, data: Buffer.from(bytes).toString("base64") });
			summary.files++;
		}
		yield `${JSON.stringify({ end: { rows: summary.rows, files: summary.files, sha256: hash.digest("hex") } })}\n`;
	}
	const temporary = `${path}.${process.pid}.tmp`;
	try {
		await pipeline(Readable.from(lines()), createGzip(), createWriteStream(temporary, { mode: 0o600 }));
		await rename(temporary, path);
	} finally {
		rmSync(temporary, { force: true });
	}
	return summary;
}

/** Who is told what a backup holds, in the order of the file. What was told counts only once the whole file was read without a fault. */
export interface Reader {
	header?(header: Header): void;
	row?(table: string, columns: string[], row: Value[]): void;
	file?(file: StoredFile): void;
}

/**
 * Reads a backup from beginning to end.
 *
 * @throws BackupFault
 */
export async function readBackup(path: string, reader: Reader = {}): Promise<Summary> {
	const hash = createHash("sha256");
	const found: { header: Header | null; end: z.output<typeof endSchema>["end"] | null } = { header: null, end: null };
	let table: z.output<typeof tableSchema> | null = null;
	const rows: Record<string, number> = {};
	let files = 0;
	const take = async (source: AsyncIterable<Buffer>) => {
		for await (const text of linesOf(source)) {
			if (found.end) throw new BackupFault("there is something after its end");
			const content: unknown = JSON.parse(text);
			if (!found.header) {
				found.header = readHeader(content);
				reader.header?.(found.header);
			} else if (Array.isArray(content)) {
				if (!table || content.length !== table.columns.length) throw new BackupFault("a row has no table, or other columns than it");
				reader.row?.(table.table, table.columns, z.array(valueSchema).parse(content));
				rows[table.table] = (rows[table.table] ?? 0) + 1;
			} else if (typeof content === "object" && content !== null && "table" in content) {
				table = tableSchema.parse(content);
				rows[table.table] = 0;
			} else if (typeof content === "object" && content !== null && "file" in content) {
				const { file: id, type, size, data } = fileSchema.parse(content);
				const bytes = Buffer.from(data, "base64");
				if (bytes.length !== size) throw new BackupFault("a file in it has another length than it says");
				reader.file?.({ id, type, bytes });
				files++;
			} else found.end = endSchema.parse(content).end;
			if (!found.end) hash.update(`${text}\n`);
		}
	};
	try {
		await pipeline(createReadStream(path), createGunzip(), take);
	} catch (error) {
		if (error instanceof BackupFault) throw error;
		throw new BackupFault(found.header ? "it is damaged or not whole" : "it is no backup of a help centre", { cause: error });
	}
	const { header, end } = found;
	if (!header) throw new BackupFault("it is empty");
	if (!end) throw new BackupFault("it is not whole: its end is missing");
	if (end.sha256 !== hash.digest("hex") || end.files !== files || JSON.stringify(end.rows) !== JSON.stringify(rows))
		throw new BackupFault("its checksum is wrong: it was changed or damaged");
	return { ...header, rows, files };
}

/** A text by its lines; a file in it is a line of many million letters, which is looked at once. */
async function* linesOf(source: AsyncIterable<Buffer>): AsyncIterable<string> {
	const decoder = new TextDecoder();
	let begun: string[] = [];
	for await (const chunk of source) {
		const [first = "", ...more] = decoder.decode(chunk, { stream: true }).split("\n");
		begun.push(first);
		for (const next of more) {
			yield begun.join("");
			begun = [next];
		}
	}
	const last = begun.join("") + decoder.decode();
	if (last !== "") yield last;
}

function readHeader(content: unknown): Header {
	const version = z.object({ format: z.literal("tier-zero-backup"), version: z.number() }).safeParse(content).data?.version ?? 0;
	if (version > formatVersion) throw new BackupFault(`it is of a later version (${version}; this one reads up to ${formatVersion})`);
	return headerSchema.parse(content);
}
