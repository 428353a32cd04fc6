import { isAnswered, isOpened, isUsed, searchCategory, settledOf } from "./settled.ts";

/** Another search so soon, before a result was used, says that the first results were poor. In milliseconds. */
const refinedWithin = 5 * 60_000;

const refined = `NOT ${isUsed} AND EXISTS (SELECT 1 FROM events n WHERE n.type = 'search_settled' AND n.session = s.session
	AND n.at > s.at AND n.at <= s.at + ${refinedWithin} AND n.query_key <> s.query_key)`;

const ticketed = "EXISTS (SELECT 1 FROM contact_visits v WHERE v.session = s.session AND v.ticket IS NOT NULL AND v.opened_at >= s.at)";

// A session may go on after midnight.
const lastOfSession = "SELECT session, max(at) AS at FROM events WHERE day IN (?1, date(?1, '+1 day')) AND session IS NOT NULL GROUP BY session";

const abandoned = `l.at IS NOT NULL AND NOT ${isUsed} AND s.at >= l.at`;

const unhelpful = `EXISTS (SELECT 1 FROM events c CROSS JOIN votes v ON v.article = c.article AND v.day = s.day AND v.visitor = s.visitor
	WHERE c.search = s.id AND c.type = 'search_clicked' AND v.helpful = 0)`;

/** Statements for day `?1`: what was counted goes, then every search is counted under its words. */
export const forgetQueries = "DELETE FROM query_days WHERE day = ?1";

export const countQueries = `INSERT INTO query_days (day, query, locale, segment, category, sample, searches, visitors, zero, opened, answered, refined, ticketed, abandoned, unhelpful, unused)
	WITH last_of_session AS MATERIALIZED (${lastOfSession}),
	searched AS (SELECT s.query_key AS query, s.locale AS locale, s.segment AS segment, s.sample AS sample, coalesce(s.visitor, s.session, '') AS visitor,
		${searchCategory} AS category, s.results = 0 AS zero, ${isOpened} AS opened, ${isAnswered} AS answered,
		${refined} AS refined, ${ticketed} AS ticketed, ${abandoned} AS abandoned, ${unhelpful} AS unhelpful, s.results > 0 AND NOT ${isUsed} AS unused
		FROM ${settledOf("events AS s LEFT JOIN last_of_session AS l ON l.session = s.session")})
	SELECT ?1, query, locale, segment, category, sample, count(*), count(DISTINCT visitor), sum(zero), sum(opened), sum(answered AND NOT opened),
		sum(refined), sum(ticketed), sum(abandoned), sum(unhelpful), sum(unused)
	FROM searched WHERE query IS NOT NULL GROUP BY query, locale, segment, category, sample`;
