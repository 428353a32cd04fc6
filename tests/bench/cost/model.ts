import type { MeasuredRows } from "./measured.ts";
import { d1Limits, plan, priceOf, prices } from "./prices.ts";

const million = 1_000_000;
const daysOfMonth = 30;

/** What is assumed of readers; everything else follows from what was measured. */
export const assumed = {
	/** Events of a visit: two pages, every second visit a search with its click, every 25th the contact page. */
	eventsOfVisit: 3.1,
	/** A page sends 1.5 seconds after its last event, and when it is left. */
	batchesOfVisit: 2.5,
	/** Contact pages, votes, questions: requests to the Worker that are no batch. */
	otherRequestsOfVisit: 0.35,
	/** Milliseconds of CPU a request. */
	cpuOfRequest: 3,
	/** Bytes of an event with its indexes and counts. */
	bytesOfEvent: 260,
	/** How often a day is counted where its size does not hold that back: cron, and each page of the report that is opened. */
	countsOfDay: 24,
	/** Seconds that a day waits for each of its events until it is counted again; above 5,000 events (`worker/queries/rollups.ts`). */
	waitOfEvent: 0.005,
	/** Seconds that counting takes for each event of the day. */
	countingOfEvent: 0.000_01,
	/** Share of events that are of the contact page or of answers: what D1 keeps where page views and searches go to Analytics Engine alone. */
	contactShare: 0.03,
	/** Data points of a batch: what came together and is alike is one. */
	pointsOfBatch: 2,
} as const;

/** A size of site, and how it is set up for that. */
export interface Step {
	/** Visits a month. */
	visits: number;
	/** Days for which events are kept (`retention.events`). */
	keptDays: number;
	/** What carries page views and searches. */
	engine: "D1" | "Analytics Engine";
}

/** The steps of docs/cost.md. */
export const steps: readonly Step[] = [
	{ visits: 0.1 * million, keptDays: 90, engine: "D1" },
	{ visits: million, keptDays: 90, engine: "D1" },
	{ visits: 10 * million, keptDays: 30, engine: "D1" },
	{ visits: 100 * million, keptDays: 30, engine: "Analytics Engine" },
];

/** A limit, and how much of it a step uses: 1 is all of it. */
export interface LimitUse {
	limit: "size of the database" | "counting a day";
	use: number;
}

/** A month of a step. Amounts are counts, storage is gigabytes, money is dollars. */
export interface Month {
	events: number;
	requests: number;
	queueOperations: number;
	rowsOfVisits: number;
	rowsOfCounting: number;
	rowsRead: number;
	storage: number;
	dataPoints: number;
	costs: Record<"requests" | "cpu" | "queueOperations" | "rowsWritten" | "rowsRead" | "storage" | "dataPoints", number>;
	/** With the plan. */
	total: number;
	/** The limits of D1, the one that is hit first at the head. */
	limits: LimitUse[];
}

/** Rows of a visit in D1, from its first event to its removal. */
export function rowsOfVisit({ visits, furtherBatch, forgotten }: MeasuredRows): number {
	return visits / 1000 + (assumed.batchesOfVisit - 1) * furtherBatch + forgotten / 1000;
}

/** How often a day of so many events is counted. */
export function countsOfDay(events: number): number {
	return Math.min(assumed.countsOfDay, 86_400 / (events * assumed.waitOfEvent));
}

/**
 * Rows written when a day is counted again: what was counted before is removed, and written anew. A row stands for what is different (words,
 * articles), and of words there are about four times as many where sixteen times as much is searched (Heaps' law with an exponent of one half).
 */
export function rowsOfCounting(events: number, { counting, countedEvents }: MeasuredRows): number {
	return 2 * counting * Math.sqrt(events / countedEvents);
}

/** Visits a month at which D1 alone reaches its limits. */
export const reach = {
	size: (keptDays: number) => (d1Limits.size * 1e9) / (assumed.eventsOfVisit * assumed.bytesOfEvent * (keptDays / daysOfMonth)),
	counting: () => ((d1Limits.batchSeconds / assumed.countingOfEvent) * daysOfMonth) / assumed.eventsOfVisit,
	/** On the free plan, whose 100,000 written rows a day are used up by the visits and one count a day. */
	freeRows(measured: MeasuredRows): number {
		const written = (visits: number) => visits * rowsOfVisit(measured) + rowsOfCounting(visits * assumed.eventsOfVisit, measured);
		let visits = 0;
		while (written(visits + 100) <= d1Limits.freeRowsOfDay) visits += 100;
		return visits * daysOfMonth;
	},
};

/** What a month of a step takes and costs. */
export function monthOf({ visits, keptDays, engine }: Step, measured: MeasuredRows): Month {
	const events = visits * assumed.eventsOfVisit;
	const batches = visits * assumed.batchesOfVisit;
	// Where D1 keeps contact and answers only, a batch without them is no row there and wakes nobody.
	const share = engine === "D1" ? 1 : assumed.contactShare;
	const kept = events * share;
	const ofDay = kept / daysOfMonth;
	// The consumer is called once a second at most, with up to a hundred messages.
	const consumed = Math.max(Math.min(batches * share, daysOfMonth * 86_400), (batches * share) / 100);
	const cron = daysOfMonth * 24 * 60;
	const requests = batches + visits * assumed.otherRequestsOfVisit + consumed + cron;
	const queueOperations = 3 * batches * share;
	const counts = countsOfDay(ofDay) * daysOfMonth;
	const rowsOfVisits = visits * share * rowsOfVisit(measured);
	const rowsCounted = counts * rowsOfCounting(ofDay, measured);
	const rowsRead = counts * ofDay * (measured.countingReads / measured.countedEvents);
	const storage = (kept * assumed.bytesOfEvent * (keptDays / daysOfMonth)) / 1e9;
	const dataPoints = engine === "D1" ? 0 : batches * assumed.pointsOfBatch;
	const costs = {
		requests: priceOf(prices.requests, requests),
		cpu: priceOf(prices.cpu, requests * assumed.cpuOfRequest),
		queueOperations: priceOf(prices.queueOperations, queueOperations),
		rowsWritten: priceOf(prices.rowsWritten, rowsOfVisits + rowsCounted),
		rowsRead: priceOf(prices.rowsRead, rowsRead),
		storage: priceOf(prices.storage, storage),
		dataPoints: priceOf(prices.dataPoints, dataPoints),
	};
	const limits: LimitUse[] = [
		{ limit: "size of the database", use: storage / d1Limits.size },
		{ limit: "counting a day", use: (ofDay * assumed.countingOfEvent) / d1Limits.batchSeconds },
	];
	return {
		...{ events, requests, queueOperations, rowsOfVisits, rowsOfCounting: rowsCounted, rowsRead, storage, dataPoints, costs },
		total: plan + Object.values(costs).reduce((sum, cost) => sum + cost, 0),
		limits: limits.sort((one, other) => other.use - one.use),
	};
}
