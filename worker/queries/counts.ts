import { promiseLabel } from "./promise-label.ts";
import { categoryOf, clicked, human, searchCategory, settled, settledWithClicks } from "./settled.ts";

/**
 * Session times of a day: first sign of life, and the moment of the answer. Joined, because SQLite makes an index for a join by itself
 * and not for a look-up that is repeated for every session.
 */
const answerTimes = `SELECT v.sample AS sample, v.locale AS locale, v.segment AS segment,
		CAST(round((coalesce(min(y.voted_at), v.last_article) - v.first_at) / 1000.0) AS INTEGER) AS seconds
	FROM (SELECT session, sample, locale, segment, min(at) AS first_at, max(CASE WHEN article IS NOT NULL THEN at END) AS last_article
		FROM events AS e WHERE day = ?1 AND type IN ('page_viewed', 'search_settled') AND session IS NOT NULL AND ${human("e")} GROUP BY session, sample, locale, segment) AS v
	LEFT JOIN yes AS y ON y.session = v.session AND y.voted_at >= v.first_at GROUP BY v.session, v.sample, v.locale, v.segment`;

/** Helpful votes of day `?1` by session. */
const yesOfSessions = "yes AS MATERIALIZED (SELECT session, voted_at FROM votes WHERE day = ?1 AND helpful = 1 AND session IS NOT NULL)";

/** The ledger counts sessions, so that no share exceeds one; a visit without a session stands for itself. */
const contactSessions = "count(DISTINCT coalesce(session, visitor, id))";
const visits = (condition = "") => `contact_visits AS v WHERE day = ?1${condition} AND ${human("v")}`;
const views = `events AS e WHERE day = ?1 AND type = 'page_viewed' AND ${human("e")}`;
const votes = (helpful: 0 | 1) => `votes AS v WHERE day = ?1 AND helpful = ${helpful} AND ${human("v")}`;

/** Each daily count: its name, its label, and where it comes from (`?1` is the day). Every row has a locale and a segment. */
const counts: { metric: string; as: string; label?: string; n?: string; from: string; with?: string }[] = [
	{ metric: "events", as: "e", from: `events AS e WHERE day = ?1 AND ${human("e")}` },
	{ metric: "page_views", as: "e", label: categoryOf("article"), from: views },
	{ metric: "article_views", as: "e", label: "article", from: `${views} AND article IS NOT NULL` },
	{ metric: "visitors", as: "e", n: "count(DISTINCT visitor)", from: `events AS e WHERE day = ?1 AND ${human("e")}` },
	{ metric: "sessions", as: "e", n: "count(DISTINCT session)", from: `events AS e WHERE day = ?1 AND ${human("e")}` },
	{ metric: "searches", as: "s", label: searchCategory, from: settled },
	{ metric: "searches_opened", as: "s", label: searchCategory, from: `${settled} AND ${clicked("opened")}` },
	{ metric: "searches_answered_in_place", as: "s", label: searchCategory, from: `${settled} AND ${clicked("answered")} AND NOT ${clicked("opened")}` },
	{ metric: "searches_zero", as: "s", label: searchCategory, from: `${settled} AND s.results = 0` },
	{
		metric: "article_found",
		as: "s",
		label: "c.article",
		n: "count(DISTINCT s.id)",
		from: settledWithClicks,
	},
	{ metric: "contact_sessions", as: "v", label: categoryOf("from_article"), n: contactSessions, from: visits() },
	{ metric: "article_exits", as: "v", label: "from_article", n: contactSessions, from: visits(" AND from_article IS NOT NULL") },
	...["confirmed", "pending", "unverifiable", "refuted", "ticket"].map((state) => ({
		metric: `deflections_${state}`,
		as: "v",
		label: categoryOf("from_article"),
		n: contactSessions,
		from: visits(` AND state = '${state}'`),
	})),
	{ metric: "deflections_potential", as: "v", label: categoryOf("from_article"), n: contactSessions, from: visits(" AND shown > 0 AND state = 'abandoned'") },
	...["shown", "opened", "rejected"].map((step) => ({
		metric: `contact_${step}`,
		as: "v",
		label: categoryOf("from_article"),
		n: contactSessions,
		from: visits(` AND ${step} > 0`),
	})),
	...Object.entries({ solved: "solved_at IS NOT NULL", abandoned: "state = 'abandoned'" }).map(([end, condition]) => ({
		metric: `contact_${end}`,
		as: "v",
		label: categoryOf("from_article"),
		n: contactSessions,
		from: visits(` AND ${condition}`),
	})),
	{ metric: "tickets", as: "t", label: "category", from: "tickets AS t WHERE day = ?1" },
	{ metric: "promises", as: "t", label: promiseLabel, from: "tickets AS t WHERE day = ?1" },
	{ metric: "promises_kept", as: "t", label: promiseLabel, from: "tickets AS t WHERE day = ?1 AND answered_at <= promised_at" },
	{ metric: "promises_late", as: "t", label: promiseLabel, from: "tickets AS t WHERE day = ?1 AND answered_at > promised_at" },
	{
		metric: "satisfaction",
		as: "t",
		label: "t.category || '/' || a.score",
		from: "ticket_satisfaction AS a CROSS JOIN tickets AS t ON t.id = a.ticket WHERE a.day = ?1",
	},
	{ metric: "votes_yes", as: "v", label: "article", from: votes(1) },
	{ metric: "votes_no", as: "v", label: "article", from: votes(0) },
	{ metric: "time_to_answer", as: "t", label: "seconds", from: `(${answerTimes}) AS t WHERE seconds > 0`, with: yesOfSessions },
];

/** Statements that count a day (`?1`); what was counted before must be gone. */
export const countEachDay = counts.map(({ metric, as, label = "''", n = "count(*)", from, with: first }) => {
	const by = [label, ...["locale", "segment", "sample"].map((column) => `${as}.${column}`)].join(", ");
	return `INSERT INTO daily_rollups (day, metric, label, locale, segment, sample, n) ${first ? `WITH ${first} ` : ""}SELECT ?1, '${metric}', ${by}, ${n} FROM ${from} GROUP BY ${by}`;
});
