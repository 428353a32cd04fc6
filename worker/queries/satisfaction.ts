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

/** Stores the answer of a ticket's customer, once; a second one changes nothing. Returns whether it was the first. */
export async function storeSatisfaction(db: D1Database, { ticket, score, comment, answeredAt, day }: Satisfaction): Promise<boolean> {
	const { meta } = await db
		.prepare("INSERT OR IGNORE INTO ticket_satisfaction (ticket, score, comment, answered_at, day) VALUES (?1, ?2, ?3, ?4, ?5)")
		.bind(ticket, score, comment, answeredAt, day)
		.run();
	return meta.changes > 0;
}
