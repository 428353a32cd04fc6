import { createMiddleware } from "hono/factory";
import type { App } from "../env.ts";
import { Problem } from "../lib/problem.ts";

/** Whether a write comes from a page of this site. Browsers set both headers themselves; a request with neither is refused. */
function isSameOrigin(request: Request): boolean {
	const site = request.headers.get("sec-fetch-site");
	const origin = request.headers.get("origin");
	if (origin !== null && origin !== "null") return origin === new URL(request.url).origin && (site === null || site === "same-origin");
	return site === "same-origin";
}

/** Refuses writes that another site makes a browser send, unless its origin may show the widget. */
export function sameOrigin() {
	return createMiddleware<App>(async function sameOrigin(c, next) {
		if (!["GET", "HEAD", "OPTIONS"].includes(c.req.method) && !c.var.fromWidget && !isSameOrigin(c.req.raw)) throw new Problem("cross-site");
		await next();
	});
}
