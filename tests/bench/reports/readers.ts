import type { StoredEvent } from "#worker/queries/stored-event.ts";

const day = "2026-06-01";
const midnight = Date.parse(`${day}T00:00:00Z`);

/** Events of one reader's visit, as they are on average: two pages, now and then a search with its click, seldom the contact page. */
export function visitOf(number: number, articles: string[]): StoredEvent[] {
	const at = midnight + (number % 80_000) * 1000;
	const sender = {
		day,
		session: `s${number}`,
		visitor: `v${number}`,
		locale: number % 5 ? "en" : "de",
		segment: number % 3 ? ("computer" as const) : ("phone" as const),
	};
	const event = (type: string, place: number, fields: Partial<StoredEvent>): StoredEvent => ({
		id: `${number}-${place}`,
		type,
		at: at + place * 9000,
		...sender,
		...fields,
	});
	const article = articles[number % articles.length] ?? "";
	const pages = [event("page_viewed", 0, { path: "/" }), event("page_viewed", 3, { path: `/${article}/`, article })];
	const query = `thing ${number % 997}`;
	const search = [
		event("search_settled", 1, { query, queryKey: query, results: number % 9 ? 4 : 0, source: "box" }),
		event("search_clicked", 2, { search: `${number}-1`, article, position: 1, how: "opened" }),
	];
	const contact = [event("contact_opened", 4, { article }), event("suggestion_shown", 5, { contact: `${number}-4`, article })];
	return [...pages, ...(number % 2 ? search : []), ...(number % 25 === 0 ? contact : [])];
}

/** Batches as pages send them: one a visit. */
export function visitsOf(from: number, count: number, articles: string[]): StoredEvent[][] {
	return Array.from({ length: count }, (_, number) => visitOf(from + number, articles));
}
