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
	/** Characters of a question to the answer box. */
	question: 500,
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
	/** Answers of one walk through a guided troubleshooter. */
	answers: 12,
	/** Characters of a question or an answer there. */
	answer: 160,
	/** Files of a ticket. */
	attachments: 5,
	/** Bytes of one file. */
	attachmentBytes: 10 * 1024 * 1024,
	/** Bytes of the form without JavaScript: five files and the words. */
	formBody: 51 * 1024 * 1024,
	/** Characters of a file's name. */
	fileName: 120,
	/** Earlier tickets that a browser may name. */
	knownTickets: 10,
	/** Answers of the answer box that a ticket may name. */
	shownAnswers: 20,
	/** Characters of a signed identity. */
	identity: 4096,
	/** Characters of a note on the status page. */
	note: 4000,
	/** Votes counted for one article from one network in a day (an office behind one address is honest). */
	votesPerNetworkAndDay: 30,
	/** Events counted from one network in a day; more where the centre's busiest day has more than fifty times as many (`worker/queries/event-floods.ts`). */
	eventsPerNetworkAndDay: 5000,
	/** Tickets accepted from one network in an hour. */
	ticketsPerNetworkAndHour: 20,
	/** Tickets accepted for one e-mail address from one network in an hour. */
	ticketsPerEmailAndHour: 6,
	/** Questions answered for one network in a day (a network is an office, or more). */
	questionsPerNetworkAndDay: 400,
	/** Bytes of files accepted from one network in a day. */
	fileBytesPerNetworkAndDay: 500 * 1024 * 1024,
	/** Files accepted from one network in a day. */
	filesPerNetworkAndDay: 500,
	/** Notes and answers accepted for one ticket in an hour. */
	notesPerTicketAndHour: 20,
	/** Age in milliseconds up to which an event is taken as it says; an older one counts as this old. */
	eventAge: 24 * 60 * 60 * 1000,
} as const;
