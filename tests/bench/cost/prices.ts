/** A price: so much is in the plan, each further million (or gigabyte) costs this. Dollars a month. */
export interface Price {
	included: number;
	each: number;
	/** How many one `each` buys. */
	per: number;
}

const million = 1_000_000;

/** When the price lists below were read. */
export const readOn = "2026-11-21";

/** The Workers paid plan, in dollars a month. https://developers.cloudflare.com/workers/platform/pricing/ */
export const plan = 5;

/** Prices beyond the plan, by what is counted; one address each. */
export const prices = {
	/** https://developers.cloudflare.com/workers/platform/pricing/ */
	requests: { included: 10 * million, each: 0.3, per: million },
	/** Milliseconds. https://developers.cloudflare.com/workers/platform/pricing/ */
	cpu: { included: 30 * million, each: 0.02, per: million },
	/** Written, read and deleted: three for a message. https://developers.cloudflare.com/queues/platform/pricing/ */
	queueOperations: { included: million, each: 0.4, per: million },
	/** https://developers.cloudflare.com/d1/platform/pricing/ */
	rowsWritten: { included: 50 * million, each: 1, per: million },
	/** https://developers.cloudflare.com/d1/platform/pricing/ */
	rowsRead: { included: 25_000 * million, each: 0.001, per: million },
	/** Gigabytes. https://developers.cloudflare.com/d1/platform/pricing/ */
	storage: { included: 5, each: 0.75, per: 1 },
	/** https://developers.cloudflare.com/analytics/analytics-engine/pricing/ */
	dataPoints: { included: 10 * million, each: 0.25, per: million },
} as const satisfies Record<string, Price>;

/** Limits of one database. https://developers.cloudflare.com/d1/platform/limits/ */
export const d1Limits = {
	/** Gigabytes. */
	size: 10,
	/** Seconds that a batch may take. */
	batchSeconds: 30,
	/** Rows that may be written in a day on the free plan. https://developers.cloudflare.com/d1/platform/pricing/ */
	freeRowsOfDay: 100_000,
} as const;

/** Dollars for an amount. */
export function priceOf({ included, each, per }: Price, amount: number): number {
	return (Math.max(0, amount - included) / per) * each;
}
