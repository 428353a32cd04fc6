import { createMiddleware } from "hono/factory";
import type { App } from "../env.ts";
import { Problem } from "../lib/problem.ts";
import { recordAction } from "../queries/audit.ts";

/**
 * Writes down, before the answer, what a person downloads from `/api/reports`: the report, and of its query what the report reads.
 * Programs come too often for it; a HEAD downloads nothing. What another site makes a browser ask for is refused: it would stand in the
 * log as if that person had wanted it.
 */
export function recordExports() {
	return createMiddleware<App>(async function recordExports(c, next) {
		const { actor, now } = c.var;
		if (actor.kind === "program") return next();
		if (c.req.header("sec-fetch-site") === "cross-site") throw new Problem("cross-site");
		await next();
		if (c.req.method !== "GET" || c.res.status !== 200) return;
		const subject = c.req.path.replace(/^\/api\/reports\/|\/+$/g, "");
		const detail = Object.entries(c.var.asked ?? {}).flatMap(([name, value]) => (c.req.query(name) ? `${name} ${value}` : []));
		await recordAction(c.env.DB, { at: now, who: actor, action: "downloaded", subject, detail: detail.join(", ") });
	});
}
