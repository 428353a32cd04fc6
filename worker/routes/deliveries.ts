import { Hono, type Context } from "hono";
import { z } from "zod";
import type { App } from "../env.ts";
import { wakeDrain } from "../jobs/drain.ts";
import { parse } from "../lib/read-body.ts";
import { refuseMethod } from "../lib/refuse-method.ts";
import { requireManager } from "../middleware/require-manager.ts";
import { replayDeliveries, type DeadSelection } from "../queries/dead-deliveries.ts";

const query = z.strictObject({ destination: z.string().min(1).max(100).optional() });

/** For people signed in. `POST /api/deliveries/<id>/replay` sends a dead delivery again, `POST /api/deliveries/replay?destination=` all of a destination, or all. */
export const deliveries = new Hono<App>()
	.use(requireManager())
	.post("/replay", async (c) => {
		const { destination } = parse(query, c.req.query());
		return replay(c, destination === undefined ? "all" : { destination });
	})
	.all("/replay", refuseMethod("POST"))
	.post("/:id/replay", (c) => replay(c, { id: c.req.param("id") }))
	.all("/:id/replay", refuseMethod("POST"));

async function replay(c: Context<App>, which: DeadSelection): Promise<Response> {
	const replayed = await replayDeliveries(c.env.DB, which, c.var.now);
	c.executionCtx.waitUntil(wakeDrain(c.env));
	return (c.req.header("accept") ?? "").includes("text/html") ? c.redirect("/manage#handover", 303) : c.json({ replayed });
}
