import type { Priority } from "#contract/priority.ts";
import type { RollupFilter } from "./rollups.ts";

/** What is read of a ticket to see what customers write about. */
export interface TicketWords {
	day: string;
	category: string;
	priority: Priority;
	/** As it was written; never shown before personal data is removed. */
	subject: string;
	/** Who wrote it: words that must not be shown. */
	name: string;
	company: string;
	/** Article the customer came from, or null. */
	article: string | null;
}

const words = `day, category, priority, coalesce(json_extract(content, '$.subject'), '') AS subject, coalesce(json_extract(content, '$.name'), '') AS name,
	coalesce(json_extract(content, '$.company'), '') AS company, json_extract(content, '$.article') AS article`;

const readers = "(?3 IS NULL OR locale = ?3) AND (?4 IS NULL OR segment = ?4)";

/** Subjects of tickets between two days whose text is still kept, the newest first. */
export async function ticketWords(db: D1Database, { from, to, locale, segment }: RollupFilter, limit: number): Promise<TicketWords[]> {
	const { results } = await db
		.prepare(`SELECT ${words} FROM tickets WHERE day BETWEEN ?1 AND ?2 AND ${readers} AND content <> '{}' ORDER BY day DESC LIMIT ?5`)
		.bind(from, to, locale ?? null, segment ?? null, limit)
		.all<TicketWords>();
	return results;
}

/** Tickets that were escalated between two moments (epoch milliseconds), the newest first; their subject may be gone. */
export async function escalatedTickets(
	db: D1Database,
	{ locale, segment }: Pick<RollupFilter, "locale" | "segment">,
	between: { from: number; to: number },
	limit: number,
): Promise<TicketWords[]> {
	const { results } = await db
		.prepare(`SELECT ${words} FROM tickets WHERE escalated_at >= ?1 AND escalated_at < ?2 AND ${readers} ORDER BY escalated_at DESC LIMIT ?5`)
		.bind(between.from, between.to, locale ?? null, segment ?? null, limit)
		.all<TicketWords>();
	return results;
}

/** A comment of the one question after closing; redacted when it was stored. */
export interface SatisfactionComment {
	day: string;
	score: number;
	comment: string;
	category: string;
}

/** Comments between two days, the newest first. */
export async function satisfactionComments(db: D1Database, { from, to, locale, segment }: RollupFilter, limit: number): Promise<SatisfactionComment[]> {
	const { results } = await db
		.prepare(
			`SELECT a.day AS day, a.score AS score, a.comment AS comment, t.category AS category
			FROM ticket_satisfaction AS a CROSS JOIN tickets AS t ON t.id = a.ticket
			WHERE a.comment <> '' AND a.day BETWEEN ?1 AND ?2 AND (?3 IS NULL OR t.locale = ?3) AND (?4 IS NULL OR t.segment = ?4)
			ORDER BY a.day DESC LIMIT ?5`,
		)
		.bind(from, to, locale ?? null, segment ?? null, limit)
		.all<SatisfactionComment>();
	return results;
}

/** What was searched between two days, by its words: the most frequent first. */
export async function frequentSearches(
	db: D1Database,
	{ from, to, locale, segment }: RollupFilter,
	limit: number,
): Promise<{ query: string; searches: number }[]> {
	const { results } = await db
		.prepare(
			`SELECT query, sum(searches) AS searches FROM query_days WHERE day BETWEEN ?1 AND ?2 AND (?3 IS NULL OR locale = ?3) AND (?4 IS NULL OR segment = ?4)
			GROUP BY query ORDER BY 2 DESC, query LIMIT ?5`,
		)
		.bind(from, to, locale ?? null, segment ?? null, limit)
		.all<{ query: string; searches: number }>();
	return results;
}
