/** A change that was made for a gap. */
export interface GapChange {
	id: string;
	/** The day on which it was made, where that is known. */
	added?: string | undefined;
}

/**
 * Remembers changes that were made for gaps, from the day on which each was first seen deployed. One that was made again later begins anew;
 * its writer's day may be ahead of the desk's.
 */
export async function rememberGapChanges(db: D1Database, changes: GapChange[], day: string): Promise<void> {
	const rows = changes.map(({ id, added }) => [id, added ?? ""]);
	await db
		.prepare(
			`INSERT INTO gap_changes (gap, since) SELECT value ->> 0, ?2 FROM json_each(?1) WHERE true
			ON CONFLICT (gap) DO UPDATE SET since = excluded.since
			WHERE gap_changes.since < (SELECT max(date(value ->> 1, '-1 day')) FROM json_each(?1) WHERE value ->> 0 = gap_changes.gap)`,
		)
		.bind(JSON.stringify(rows), day)
		.run();
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
