const task = "dead-alert";

/** When the last alert was sent, epoch milliseconds; 0 before the first. */
export async function lastAlert(db: D1Database): Promise<number> {
	return Number((await db.prepare("SELECT mark FROM upkeep WHERE task = ?1").bind(task).first<{ mark: string }>())?.mark ?? 0);
}

/** Takes the right to send the next alert, or gives it back. Of several that try at once one gets it. */
export async function moveAlert(db: D1Database, from: number, to: number): Promise<boolean> {
	const { meta } = await db
		.prepare("INSERT INTO upkeep VALUES (?1, ?3) ON CONFLICT DO UPDATE SET mark = excluded.mark WHERE upkeep.mark = ?2")
		.bind(task, String(from), String(to))
		.run();
	return meta.changes > 0;
}
