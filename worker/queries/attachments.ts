/** A file of a ticket, or of a form that was not sent yet. */
export interface StoredFile {
	id: string;
	name: string;
	type: string;
	/** Bytes. */
	size: number;
}

interface NewFile {
	id: string;
	formKey: string;
	/** Bytes, as the sender says. */
	size: number;
	network: string;
	day: string;
	createdAt: number;
}

/** Most files of a form, and of a network in a day. */
interface FileCaps {
	perForm: number;
	perNetwork: number;
	bytesPerNetwork: number;
}

const reserve = `INSERT INTO attachments (id, form_key, name, size, network, day, created_at)
	SELECT ?1, ?2, '', ?3, ?4, ?5, ?6
	WHERE (SELECT count(*) FROM attachments WHERE form_key = ?2 AND state <> 'removed') < ?7
		AND (SELECT count(*) FROM attachments WHERE network = ?4 AND day = ?5) < ?8
		AND (SELECT coalesce(sum(size), 0) FROM attachments WHERE network = ?4 AND day = ?5) + ?3 <= ?9`;

/** Keeps a place for a file before its bytes are stored, so that a flood cannot slip past the caps. Returns which cap stands in its way. */
export async function reserveFile(db: D1Database, file: NewFile, caps: FileCaps): Promise<"reserved" | "form-full" | "network-full"> {
	const { id, formKey, size, network, day, createdAt } = file;
	const { meta } = await db.prepare(reserve).bind(id, formKey, size, network, day, createdAt, caps.perForm, caps.perNetwork, caps.bytesPerNetwork).run();
	if (meta.changes > 0) return "reserved";
	const row = await db.prepare("SELECT count(*) AS n FROM attachments WHERE form_key = ?1 AND state <> 'removed'").bind(formKey).first<{ n: number }>();
	return (row?.n ?? 0) >= caps.perForm ? "form-full" : "network-full";
}

/** Says that a file's bytes are stored. False where it is not wanted any more: its form was erased meanwhile. */
export async function keepFile(db: D1Database, { id, name, type }: StoredFile): Promise<boolean> {
	const { meta } = await db
		.prepare("UPDATE attachments SET state = 'stored', name = ?2, type = ?3 WHERE id = ?1 AND state = 'uploading'")
		.bind(id, name, type)
		.run();
	return meta.changes > 0;
}

/** Frees the place of a file whose bytes were not stored; it still counts as one of its network. */
export async function releaseFile(db: D1Database, id: string): Promise<void> {
	await db.prepare("UPDATE attachments SET state = 'removed', name = '', size = 0 WHERE id = ?1").bind(id).run();
}

/** Takes a file away from a form that was not sent yet. False where the form has no such file. */
export async function removeFile(db: D1Database, id: string, formKey: string): Promise<boolean> {
	const { meta } = await db
		.prepare("UPDATE attachments SET state = 'removed', name = '' WHERE id = ?1 AND form_key = ?2 AND ticket IS NULL")
		.bind(id, formKey)
		.run();
	return meta.changes > 0;
}

/** Those of some files that a form still has. */
export async function filesOfForm(db: D1Database, formKey: string, ids: readonly string[]): Promise<StoredFile[]> {
	if (ids.length === 0) return [];
	const { results } = await selectFilesOfForm(db, formKey, ids).all<StoredFile>();
	return results;
}

/** The same as a statement. */
export function selectFilesOfForm(db: D1Database, formKey: string, ids: readonly string[]): D1PreparedStatement {
	return db
		.prepare(
			`SELECT id, name, type, size FROM attachments WHERE form_key = ?1 AND state = 'stored' AND ticket IS NULL AND id IN (SELECT value FROM json_each(?2))
			ORDER BY created_at, id`,
		)
		.bind(formKey, JSON.stringify(ids));
}

/** Files of a ticket, in the order in which they were added. */
export async function filesOfTicket(db: D1Database, ticket: string): Promise<StoredFile[]> {
	const { results } = await db.prepare("SELECT id, name, type, size FROM attachments WHERE ticket = ?1 ORDER BY created_at, id").bind(ticket).all<StoredFile>();
	return results;
}

/** A file that some ticket has, or null; one that was taken away is none. */
export async function fileOfAnyTicket(db: D1Database, id: string): Promise<StoredFile | null> {
	return db.prepare("SELECT id, name, type, size FROM attachments WHERE id = ?1 AND ticket IS NOT NULL AND state = 'stored'").bind(id).first<StoredFile>();
}

/** Ids of files that no form needs any more and of those whose ticket has lost its text, at most `limit`. From now on no ticket can take them. */
export async function endedFiles(db: D1Database, unclaimedBefore: number, limit: number): Promise<string[]> {
	await db.prepare("UPDATE attachments SET state = 'removed', name = '' WHERE ticket IS NULL AND created_at <= ?1").bind(unclaimedBefore).run();
	const { results } = await db
		.prepare(
			`SELECT id FROM attachments WHERE ticket IS NULL AND created_at <= ?1
			UNION ALL SELECT a.id FROM attachments a JOIN tickets t ON t.id = a.ticket WHERE a.ticket IS NOT NULL AND t.content = '{}' LIMIT ?2`,
		)
		.bind(unclaimedBefore, limit)
		.all<{ id: string }>();
	return results.map(({ id }) => id);
}

/** Forgets files whose bytes are gone. */
export async function forgetFiles(db: D1Database, ids: readonly string[]): Promise<void> {
	await db.prepare("DELETE FROM attachments WHERE id IN (SELECT value FROM json_each(?1))").bind(JSON.stringify(ids)).run();
}
