import { createMiddleware } from "hono/factory";
import { reportFilterSchema } from "#contract/report-filter.ts";
import type { App } from "../env.ts";
import { recordAction } from "../queries/audit.ts";

/** Fields of an address that say what was downloaded; whatever else stands in it is not written down. */
const told = [...Object.keys(reportFilterSchema.shape), "week", "minimum"];

/** Writes down, before the answer, what a person downloads from `/api/reports`. Programs come too often for it; a HEAD downloads nothing. */
export function recordExports() {
	return createMiddleware<App>(async function recordExports(c, next) {
		await next();
		const { actor, now } = c.var;
		if (c.req.method !== "GET" || c.res.status !== 200 || actor.kind === "program") return;
		const subject = c.req.path.replace(/^\/api\/reports\/|\/+$/g, "");
		const detail = told.flatMap((name) => (c.req.query(name) ? `${name} ${c.req.query(name)}` : [])).join(", ");
		await recordAction(c.env.DB, { at: now, who: actor, action: "downloaded", subject, detail });
	});
}
