/**
 * Label of the counts of promises for a ticket `t`: priority, ticket category, and the destinations that got it.
 * Example: `P2/data-issues/chat,desk`
 */
export const promiseLabel = `t.priority || '/' || t.category || '/' || coalesce((SELECT group_concat(destination) FROM
	(SELECT DISTINCT destination FROM deliveries AS d WHERE d.ticket = t.id AND d.note IS NULL ORDER BY destination)), '')`;
