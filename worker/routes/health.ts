import { Hono } from "hono";
import type { App } from "../env.ts";
import { refuseMethod } from "../lib/refuse-method.ts";
import { destinationStates } from "../queries/destination-health.ts";
import { outboxState } from "../queries/outbox.ts";

/** `GET /api/health`: 200 when the database answers; how much waits and how each destination does, without anybody's data. */
export const health = new Hono<App>()
	.get("/", async (c) => {
		const now = Date.now();
		const [{ pending, dead, oldestMs, inbox }, states] = await Promise.all([outboxState(c.env.DB, now), destinationStates(c.env.DB, now)]);
		const destinations = states.map((state) => ({
			id: state.destination,
			circuit: state.circuit,
			failures: state.failures,
			pending: state.pending,
			dead: state.dead,
		}));
		return c.json({ status: "ok", deliveries: { pending, dead, oldestSeconds: Math.round(oldestMs / 1000) }, destinations, events: { waiting: inbox } }, 200, {
			"cache-control": "no-store",
		});
	})
	.all("/", refuseMethod("GET, HEAD"));
