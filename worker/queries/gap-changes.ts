/** Remembers changes that were made for gaps, from the day on which each was first seen deployed. */
export async function rememberGapChanges(db: D1Database, gaps: string[], day: string): Promise<void> {
	await db.prepare("INSERT OR IGNORE INTO gap_changes SELECT value, ?2 FROM json_each(?1)").bind(JSON.stringify(gaps), day).run();
}

/** The day on which each change was first seen deployed. */
export async function gapChangesSince(db: D1Database, gaps: string[]): Promise<Map<string, string>> {
	if (gaps.length === 0) return new Map();
	const { results } = await db
		.prepare("SELECT gap, since FROM gap_changes WHERE gap IN (SELECT value FROM json_each(?1))")
		.bind(JSON.stringify(gaps))
		.all<{ gap: string; since: string }>();
	return new Map(results.map(({ gap, since }) => [gap, since]));
}
