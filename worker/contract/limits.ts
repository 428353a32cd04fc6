/** Lengths and counts that both sides of the wire keep to. Plain numbers, so that a browser bundle can carry them. */
export const limits = {
	/** Bytes of a request body: events, votes. */
	smallBody: 32 * 1024,
	/** Bytes of a ticket with its trail. */
	ticketBody: 128 * 1024,
	/** Events in one batch of the browser. */
	eventsPerBatch: 50,
	/** Characters of a search query. */
	query: 200,
	/** Characters of a vote's comment. */
	comment: 1000,
	/** Characters of what a reader says they were looking for. */
	told: 500,
	/** Characters of a ticket's subject. */
	subject: 150,
	/** Characters of a ticket's long fields. */
	longText: 8000,
	/** Characters of a ticket's short fields. */
	product: 120,
	environment: 500,
	name: 120,
	email: 254,
	company: 160,
	/** Entries of a ticket's trail. */
	trail: 60,
	/** Votes counted for one article from one network in a day (an office behind one address is honest). */
	votesPerNetworkAndDay: 30,
	/** Tickets accepted from one network in an hour. */
	ticketsPerNetworkAndHour: 20,
	/** Tickets accepted for one e-mail address from one network in an hour. */
	ticketsPerEmailAndHour: 6,
	/** Age in milliseconds up to which an event is taken as it says; an older one counts as this old. */
	eventAge: 24 * 60 * 60 * 1000,
} as const;
