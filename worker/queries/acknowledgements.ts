/**
 * Marks that an address gets an acknowledgement now. False when it got one since a moment. An address is given by its hashes under the
 * salts of today and tomorrow, so that it is recognised over midnight.
 */
export async function mayAcknowledge(db: D1Database, hashes: readonly [today: string, tomorrow: string], now: number, since: number): Promise<boolean> {
	const [today, tomorrow] = hashes;
	const [marked] = await db.batch([
		db
			.prepare("INSERT INTO acknowledgements VALUES (?1, ?2) ON CONFLICT (email_hash) DO UPDATE SET sent_at = excluded.sent_at WHERE sent_at <= ?3")
			.bind(today, now, since),
		db
			.prepare(
				"INSERT INTO acknowledgements SELECT ?2, sent_at FROM acknowledgements WHERE email_hash = ?1 ON CONFLICT (email_hash) DO UPDATE SET sent_at = excluded.sent_at",
			)
			.bind(today, tomorrow),
	]);
	return (marked?.meta.changes ?? 0) > 0;
}
