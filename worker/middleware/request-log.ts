import { createMiddleware } from "hono/factory";
import { routePath } from "hono/route";
import type { App } from "../env.ts";
import { logInfo } from "../lib/log.ts";

/** No other form: a free one could carry a name, an address or a number of somebody into the log and to the desk. */
const wellFormed = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/**
 * Gives each request an id, the sender's own where it is a UUID. The answer carries it in `x-request-id`, the log names it, and with a ticket
 * it goes on to the desk. One line says how each request went: by the pattern of its address, never the address itself.
 */
export function requestLog() {
	return createMiddleware<App>(async function requestLog(c, next) {
		const began = Date.now();
		const sent = c.req.header("x-request-id") ?? "";
		const requestId = wellFormed.test(sent) ? sent.toLowerCase() : crypto.randomUUID();
		c.set("requestId", requestId);
		await next();
		c.res.headers.set("x-request-id", requestId);
		// After the answer this is the route that gave it.
		const route = routePath(c);
		logInfo(c.env, "request", { requestId, method: c.req.method, route, status: c.res.status, ms: Date.now() - began });
	});
}
