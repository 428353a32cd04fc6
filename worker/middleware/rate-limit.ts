import { createMiddleware } from "hono/factory";
import type { App } from "../env.ts";
import { momentOf } from "../lib/moment.ts";
import { Problem } from "../lib/problem.ts";
import { identify } from "../lib/visitor.ts";

interface RateLimitOptions {
	/** Keeps the counts of different routes apart. */
	name: string;
	/** Seconds to wait, told in `Retry-After`; the period of the bindings. */
	retryAfter?: number;
}

/**
 * Slows a flood down before it reaches the database: a count a minute and route in Cloudflare's rate limiter, for the visitor and,
 * larger, for the network, because a sender can call itself another browser each time.
 * Hourly and daily limits are rows in D1, because the limiter only counts seconds and each place apart.
 */
export function rateLimit({ name, retryAfter = 60 }: RateLimitOptions) {
	return createMiddleware<App>(async function rateLimit(c, next) {
		const { visitor, network } = await identify(c.env.SALTS, c.var.network, await momentOf(c));
		const counts = await Promise.all([c.env.WRITE_LIMIT.limit({ key: `${name}:${visitor}` }), c.env.NETWORK_LIMIT.limit({ key: `${name}:${network}` })]);
		if (counts.some(({ success }) => !success)) throw new Problem("too-many-requests", { headers: { "retry-after": String(retryAfter) } });
		await next();
	});
}
