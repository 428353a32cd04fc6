/** Marks a one-time code as used. False when it was used before. */
export async function spendCode(db: D1Database, codeHash: string, now: number): Promise<boolean> {
	const { meta } = await db.prepare("INSERT OR IGNORE INTO spent_codes VALUES (?1, ?2)").bind(codeHash, now).run();
	return meta.changes > 0;
}
