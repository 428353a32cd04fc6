import { createMiddleware } from "hono/factory";
import type { App } from "../env.ts";
import { createLimiterCalls } from "../lib/limiter-calls.ts";
import { logError } from "../lib/log.ts";
import { momentOf } from "../lib/moment.ts";
import { Problem } from "../lib/problem.ts";
import { identify } from "../lib/visitor.ts";

interface RateLimitOptions {
	/** Keeps the counts of different routes apart. */
	name: string;
	/** Seconds to wait, told in `Retry-After`; the period of the bindings. */
	retryAfter?: number;
}

/** Calls owed for a key; by the real clock, as the limiter counts. */
const callsFor = createLimiterCalls();

/**
 * Slows a flood down before it reaches the database: a count a minute and route in Cloudflare's rate limiter, for the visitor and,
 * larger, for the network, because a sender can call itself another browser each time.
 * Hourly and daily limits are rows in D1, because the limiter only counts seconds and each place apart.
 */
export function rateLimit({ name, retryAfter = 60 }: RateLimitOptions) {
	return createMiddleware<App>(async function rateLimit(c, next) {
		const { visitor, network } = await identify(c.env.SALTS, c.var.network, await momentOf(c));
		const room = await Promise.all([hasRoom(c.env.WRITE_LIMIT, `${name}:${visitor}`), hasRoom(c.env.NETWORK_LIMIT, `${name}:${network}`)]);
		if (room.includes(false)) throw new Problem("too-many-requests", { headers: { "retry-after": String(retryAfter) } });
		await next();
	});
}

/** Whether there is room for one more. A limiter that fails stops nobody: the limits of an hour and a day are checked where it is stored. */
async function hasRoom(limiter: RateLimit, key: string): Promise<boolean> {
	try {
		const answers = await Promise.all(Array.from({ length: callsFor(key, Date.now()) }, () => limiter.limit({ key })));
		return answers.every(({ success }) => success);
	} catch (error) {
		logError("limiter_failed", {}, error);
		return true;
	}
}
