import type { Segment } from "#contract/report-filter.ts";

/** An event as it waits in the inbox and as a row of `events`; absent fields are null there. */
export interface StoredEvent {
	id: string;
	type: string;
	/** Epoch milliseconds by the Worker's clock. */
	at: number;
	/** `YYYY-MM-DD`, of the desk's time zone. */
	day: string;
	session: string | null;
	visitor: string | null;
	locale: string;
	/** What the reader held. */
	segment: Segment;
	article?: string;
	path?: string;
	query?: string;
	/** The query in lower case with single spaces, for counting. */
	queryKey?: string;
	results?: number;
	/** Where it was searched or asked. */
	source?: string;
	category?: string;
	contentType?: string;
	replaces?: string;
	search?: string;
	position?: number;
	/** How a result was used, or an answer found. */
	how?: string;
	/** Goes to `search_comments` only, never to `events`. */
	text?: string;
	contact?: string;
	/** The answer that it is about. */
	answer?: string;
	/** Goes to the ledger's row only, never to `events`. */
	tokenHash?: string;
	sample?: 1;
}
