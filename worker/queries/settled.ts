/** Leaves out what a machine did on day `?1`. */
export const human = (alias: string) =>
	`coalesce(${alias}.session, '') NOT IN (SELECT sender FROM machines WHERE day = ?1) AND coalesce(${alias}.visitor, '') NOT IN (SELECT sender FROM machines WHERE day = ?1)`;

/** Settled searches of day `?1` as `s`: one counts unless a later one of the same visit only extended it. */
export const settled = settledOf("events AS s");

/** The same, with clicks on their results as `c`. */
export const settledWithClicks = settledOf("events AS s JOIN events AS c ON c.search = s.id AND c.type = 'search_clicked'");

/** Settled searches of day `?1` among rows that `tables` joins to `s`. */
export function settledOf(tables: string): string {
	return `${tables} WHERE s.day = ?1 AND s.type = 'search_settled' AND ${human("s")}
	AND NOT EXISTS (SELECT 1 FROM events r WHERE r.replaces = s.id AND r.id <> s.id AND r.session IS s.session)`;
}

/** Whether `s` is a question that the answer box answered: the answer stood open, as a quick answer that is opened in place does. */
const answeredByBox = "(s.source IS 'ask' AND s.results > 0)";

/** Whether a result of search `s` was opened. */
export const isOpened = "EXISTS (SELECT 1 FROM events c WHERE c.search = s.id AND c.how = 'opened')";

/** Whether search `s` was answered in place. */
export const isAnswered = `(${answeredByBox} OR EXISTS (SELECT 1 FROM events c WHERE c.search = s.id AND c.how = 'answered'))`;

/** Whether an answer to search `s` was used in any way. */
export const isUsed = `(${answeredByBox} OR EXISTS (SELECT 1 FROM events c WHERE c.search = s.id AND c.type = 'search_clicked'))`;

/** Top category of an article id; empty without one. */
export const categoryOf = (article: string) => `coalesce(substr(${article}, 1, instr(${article}, '/') - 1), '')`;

/** Top category a search belongs to: the one it was narrowed to, else that of the first article that was used. */
export const searchCategory = `coalesce(s.category, (SELECT ${categoryOf("c.article")} FROM events c WHERE c.search = s.id AND c.article IS NOT NULL ORDER BY c.at, c.id LIMIT 1), '')`;

/** Days of the searches of some sessions: what a session did later says how its searches went, also when midnight was between. */
export const searchDaysOf = (sessions: string) => `SELECT day FROM events WHERE type = 'search_settled' AND session IN (${sessions})`;
