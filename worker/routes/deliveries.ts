import { Hono, type Context } from "hono";
import * as z from "zod";
import type { App } from "../env.ts";
import { wakeDrain } from "../jobs/drain.ts";
import { nothingHere } from "../lib/nothing-here.ts";
import { parse } from "../lib/read-body.ts";
import { refuseMethod } from "../lib/refuse-method.ts";
import { requireRole } from "../middleware/require-role.ts";
import { recordOfChange } from "../queries/audit.ts";
import { replayDeliveries, type DeadSelection } from "../queries/dead-deliveries.ts";

const query = z.strictObject({ destination: z.string().min(1).max(100).optional() });

/** For managers. `POST /api/deliveries/<id>/replay` sends a dead delivery again, `POST /api/deliveries/replay?destination=` all of a destination, or all. */
export const deliveries = new Hono<App>()
	.use(requireRole())
	.post("/replay", async (c) => {
		const { destination } = parse(query, c.req.query());
		return replay(c, destination === undefined ? "all" : { destination });
	})
	.all("/replay", refuseMethod("POST"))
	.post("/:id/replay", (c) => replay(c, { id: c.req.param("id") }))
	.all("/:id/replay", refuseMethod("POST"))
	.all("/*", nothingHere);

async function replay(c: Context<App>, which: DeadSelection): Promise<Response> {
	const { actor: who, now: at } = c.var;
	const entry = recordOfChange(c.env.DB, { at, who, action: "sent again", subject: inWords(which) });
	const replayed = await replayDeliveries(c.env.DB, which, at, entry);
	c.executionCtx.waitUntil(wakeDrain(c.env));
	return (c.req.header("accept") ?? "").includes("text/html") ? c.redirect("/manage/handoffs#dead", 303) : c.json({ replayed });
}

function inWords(which: DeadSelection): string {
	if (which === "all") return "all that was given up";
	return "id" in which ? `delivery ${which.id}` : `all for ${which.destination}`;
}
