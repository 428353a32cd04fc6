/** Rows as the database holds them; only what a recount needs. */
export interface RawEvent {
	id: string;
	type: string;
	at: number;
	day: string;
	session: string | null;
	visitor: string | null;
	locale: string;
	segment: string;
	article: string | null;
	query_key: string | null;
	results: number | null;
	source: string | null;
	category: string | null;
	replaces: string | null;
	search: string | null;
	how: string | null;
	sample: number;
}

export interface RawVisit {
	id: string;
	day: string;
	opened_at: number;
	session: string | null;
	visitor: string | null;
	locale: string;
	segment: string;
	from_article: string | null;
	shown: number;
	opened: number;
	rejected: number;
	solved_at: number | null;
	ticket: string | null;
	state: string;
	sample: number;
}

export interface RawAnswer {
	day: string;
	session: string | null;
	visitor: string | null;
	locale: string;
	segment: string;
	place: string;
	way: string;
	article: string | null;
	contact: string | null;
	helped: number | null;
	ticket: string | null;
	state: string;
	sample: number;
}

export interface RawVote {
	article: string;
	day: string;
	visitor: string;
	helpful: number;
	session: string | null;
	locale: string;
	segment: string;
	voted_at: number;
	sample: number;
}

export interface RawTicket {
	day: string;
	channel: string;
	category: string;
	priority: string;
	promised_at: number;
	answered_at: number | null;
	locale: string;
	segment: string;
	sample: number;
}

export interface RawRows {
	events: RawEvent[];
	visits: RawVisit[];
	answers: RawAnswer[];
	votes: RawVote[];
	tickets: RawTicket[];
}

export function groupBy<Item>(items: Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
	const groups = new Map<string, Item[]>();
	for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
	return groups;
}
