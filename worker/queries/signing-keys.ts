/** The key of a name; the proposed one where there was none yet. Of two that arrive at once one stays, and both callers get it. */
export async function keepSigningKey(db: D1Database, name: string, proposed: string): Promise<string> {
	const known = await db.prepare("SELECT value FROM signing_keys WHERE name = ?1").bind(name).first<{ value: string }>();
	if (known) return known.value;
	await db.prepare("INSERT OR IGNORE INTO signing_keys VALUES (?1, ?2)").bind(name, proposed).run();
	return (await db.prepare("SELECT value FROM signing_keys WHERE name = ?1").bind(name).first<{ value: string }>())?.value ?? proposed;
}
