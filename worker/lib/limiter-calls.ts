/** Requests of a sender in a minute that an isolate takes without asking the limiter. Readers send fewer. */
const unasked = 10;

/** Senders that are remembered; of any more the limiter is asked about each request. */
const most = 20_000;

const minuteMs = 60_000;

/**
 * Tells how often the limiter is to be called for a request. Asking about each request of every reader costs more than taking it does
 * (`npm run bench -- worker`), and nearly all of them send two or three in a minute. The limits stay what they are: who sends more is told
 * to the limiter with all that was taken before, so that each isolate lets at most ten requests pass uncounted.
 */
export function createLimiterCalls(): (key: string, now: number) => number {
	const taken = new Map<string, number>();
	let minute = 0;
	return function callsFor(key, now) {
		const current = Math.floor(now / minuteMs);
		if (current !== minute) taken.clear();
		minute = current;
		const before = taken.get(key) ?? 0;
		if (before === 0 && taken.size >= most) return 1;
		if (before <= unasked) taken.set(key, before + 1);
		if (before < unasked) return 0;
		return before === unasked ? unasked + 1 : 1;
	};
}
