import { promiseLabel } from "./promise-label.ts";
import { categoryOf, human, isAnswered, isOpened, searchCategory, settled, settledWithClicks } from "./settled.ts";

/**
 * Rows of day `?1`, each with the locale and segment in which its sender was first seen that day: whoever reads in two languages, or on two
 * devices, is one all the same. What the sender did first has place 1. @param more further columns
 */
const bySender = (from: string, { alias, sender, at, more = "" }: { alias: string; sender: string; at: string; more?: string }) =>
	`SELECT ${alias}.sample AS sample, ${sender} AS sender, first_value(${alias}.locale) OVER own AS locale, first_value(${alias}.segment) OVER own AS segment,
		row_number() OVER own AS place${more} FROM ${from} WINDOW own AS (PARTITION BY ${alias}.sample, ${sender} ORDER BY ${alias}.${at}, ${alias}.id)`;

/** Those who did anything on the day, once each. */
const senders = (sender: "visitor" | "session") =>
	`(${bySender(`events AS e WHERE day = ?1 AND ${sender} IS NOT NULL AND ${human("e")}`, { alias: "e", sender: `e.${sender}`, at: "at" })}) AS sent WHERE place = 1`;

const acts = bySender(`events AS e WHERE day = ?1 AND type IN ('page_viewed', 'search_settled') AND session IS NOT NULL AND ${human("e")}`, {
	...{ alias: "e", sender: "e.session", at: "at" },
	more: ", e.at AS at, e.article AS article",
});

/**
 * Session times of a day: first sign of life, and the moment of the answer. Joined, because SQLite makes an index for a join by itself
 * and not for a look-up that is repeated for every session.
 */
const answerTimes = `SELECT v.sample AS sample, v.locale AS locale, v.segment AS segment,
		CAST(round((coalesce(min(y.voted_at), v.last_article) - v.first_at) / 1000.0) AS INTEGER) AS seconds
	FROM (SELECT sender AS session, sample, locale, segment, min(at) AS first_at, max(CASE WHEN article IS NOT NULL THEN at END) AS last_article
		FROM (${acts}) GROUP BY sender, sample, locale, segment) AS v
	LEFT JOIN yes AS y ON y.session = v.session AND y.voted_at >= v.first_at GROUP BY v.session, v.sample, v.locale, v.segment`;

/** Helpful votes of day `?1` by session. */
const yesOfSessions = "yes AS MATERIALIZED (SELECT session, voted_at FROM votes WHERE day = ?1 AND helpful = 1 AND session IS NOT NULL)";

/** The ledger counts sessions, so that no share exceeds one; a visit without a session stands for itself. */
const contactSession = "coalesce(v.session, v.visitor, v.id)";
const contactSessions = "count(DISTINCT sender)";

/**
 * Visits of the contact page. A session stands under the category it came from first, however many articles led it there, and `ended` says
 * whether any of its visits of the day was solved or sent a ticket.
 */
const visitsOfDay = bySender(`contact_visits AS v WHERE day = ?1 AND ${human("v")}`, {
	...{ alias: "v", sender: contactSession, at: "opened_at" },
	more: `, first_value(${categoryOf("v.from_article")}) OVER own AS category, max(v.ticket IS NOT NULL OR v.solved_at IS NOT NULL) OVER (PARTITION BY v.sample, ${contactSession}) AS ended,
		v.from_article AS from_article, v.shown AS shown, v.opened AS opened, v.rejected AS rejected, v.solved_at AS solved_at, v.state AS state`,
});
const visits = (condition: string) => `(${visitsOfDay}) AS visited WHERE ${condition}`;

/** The page was left, and nothing came of it in its session. */
const left = "state = 'abandoned' AND NOT ended";

const views = `events AS e WHERE day = ?1 AND type = 'page_viewed' AND ${human("e")}`;
const votes = (helpful: 0 | 1) => `votes AS v WHERE day = ?1 AND helpful = ${helpful} AND ${human("v")}`;

/** Counts of the deflection ledger, and which visits make them. */
const contactCounts: Record<string, string> = {
	contact_sessions: "1",
	...Object.fromEntries(["confirmed", "pending", "unverifiable", "refuted", "ticket"].map((state) => [`deflections_${state}`, `state = '${state}'`])),
	deflections_potential: `shown > 0 AND ${left}`,
	...Object.fromEntries(["shown", "opened", "rejected"].map((step) => [`contact_${step}`, `${step} > 0`])),
	contact_solved: "solved_at IS NOT NULL",
	contact_abandoned: left,
};

const answers = `answers AS a WHERE day = ?1 AND way <> '' AND ${human("a")}`;

/** Counts of the answer box, by `place/way/article`, and which answers make them. A ticket may come after an answer that was rejected. */
const answerCounts: Record<string, string> = {
	answers_shown: "1",
	...Object.fromEntries(["confirmed", "pending", "unverifiable"].map((state) => [`answers_${state}`, `state = '${state}'`])),
	answers_rejected: "helped = 0",
	answers_ticket: "ticket IS NOT NULL",
};

/** Each daily count: its name, its label, and where it comes from (`?1` is the day). Every row has a locale and a segment. */
const counts: { metric: string; as: string; label?: string; n?: string; from: string; with?: string }[] = [
	{ metric: "events", as: "e", from: `events AS e WHERE day = ?1 AND ${human("e")}` },
	{ metric: "page_views", as: "e", label: categoryOf("article"), from: views },
	{ metric: "article_views", as: "e", label: "article", from: `${views} AND article IS NOT NULL` },
	{ metric: "visitors", as: "sent", from: senders("visitor") },
	{ metric: "sessions", as: "sent", from: senders("session") },
	{ metric: "searches", as: "s", label: searchCategory, from: settled },
	{ metric: "searches_opened", as: "s", label: searchCategory, from: `${settled} AND ${isOpened}` },
	{ metric: "searches_answered_in_place", as: "s", label: searchCategory, from: `${settled} AND ${isAnswered} AND NOT ${isOpened}` },
	{ metric: "searches_zero", as: "s", label: searchCategory, from: `${settled} AND s.results = 0` },
	{
		metric: "article_found",
		as: "s",
		label: "c.article",
		n: "count(DISTINCT s.id)",
		from: settledWithClicks,
	},
	...Object.entries(contactCounts).map(([metric, condition]) => ({ metric, as: "visited", label: "category", n: contactSessions, from: visits(condition) })),
	{ metric: "article_exits", as: "visited", label: "from_article", n: contactSessions, from: visits("from_article IS NOT NULL") },
	...Object.entries(answerCounts).map(([metric, condition]) => ({
		...{ metric, as: "a", label: "a.place || '/' || a.way || '/' || coalesce(a.article, '')" },
		from: `${answers} AND ${condition}`,
	})),
	{ metric: "tickets", as: "t", label: "category", from: "tickets AS t WHERE day = ?1" },
	{ metric: "tickets_channel", as: "t", label: "t.channel || '/' || t.category", from: "tickets AS t WHERE day = ?1" },
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
