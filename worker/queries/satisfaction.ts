import { limits } from "#contract/limits.ts";

interface Satisfaction {
	/** Id of the ticket. */
	ticket: string;
	/** 1 is very unhappy, 5 very happy. */
	score: number;
	/** Redacted. */
	comment: string;
	answeredAt: number;
	day: string;
}

// A ticket whose words are gone takes no new ones. The first number stands; words that are new are added, as long as a comment or two fit.
const insert = `INSERT INTO ticket_satisfaction (ticket, score, comment, answered_at, day) SELECT ?1, ?2, ?3, ?4, ?5
	WHERE EXISTS (SELECT 1 FROM tickets t WHERE t.id = ?1 AND t.content <> '{}')
	ON CONFLICT (ticket) DO UPDATE SET comment = trim(comment || char(10) || excluded.comment, char(10))
	WHERE excluded.comment <> '' AND instr(comment, excluded.comment) = 0 AND length(comment) <= ?6`;

/** Stores the answer of a ticket's customer: the first number, and every comment. Returns false when a comment was not kept, because there are too many. */
export async function storeSatisfaction(db: D1Database, { ticket, score, comment, answeredAt, day }: Satisfaction): Promise<boolean> {
	const [stored] = await db.batch([
		db.prepare(insert).bind(ticket, score, comment, answeredAt, day, limits.comment),
		db.prepare("INSERT OR IGNORE INTO dirty_days VALUES (?1)").bind(day),
	]);
	if ((stored?.meta.changes ?? 0) > 0 || comment === "") return true;
	const known = await db
		.prepare("SELECT instr(comment, ?2) AS place FROM ticket_satisfaction WHERE ticket = ?1")
		.bind(ticket, comment)
		.first<{ place: number }>();
	return (known?.place ?? 0) > 0;
}
