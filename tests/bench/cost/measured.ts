/** What `npm run bench -- cost` measures: rows that D1 bills as written. */
export interface MeasuredRows {
	/** 1,000 visits, one batch each: inbox, events, ledger. */
	visits: number;
	/** Each further batch of a visit. */
	furtherBatch: number;
	/** A question to the answer box: its search and its answer. */
	question: number;
	/** What was said of the answer, in the same batch. */
	saidOfAnswer: number;
	/** 1,000 visits, when retention removes them. */
	forgotten: number;
	/** Counting a day of `countedEvents` events for the first time. */
	counting: number;
	/** Rows read by it. */
	countingReads: number;
	countedEvents: number;
}

/** What docs/cost.md reckons with, as it was measured on 22 November 2026. */
export const measured: MeasuredRows = {
	visits: 11_102,
	furtherBatch: 3,
	question: 16,
	saidOfAnswer: 6,
	forgotten: 3_901,
	counting: 14_198,
	countingReads: 2_502_315,
	countedEvents: 39_782,
};
