import { Hono } from "hono";
import type { App } from "../env.ts";
import { refuseMethod } from "../lib/refuse-method.ts";
import { outboxState } from "../queries/outbox.ts";

/** `GET /api/health`: 200 when the database answers; how much waits, without anybody's data. */
export const health = new Hono<App>()
	.get("/", async (c) => {
		const { pending, dead, oldestMs, inbox } = await outboxState(c.env.DB, Date.now());
		return c.json({ status: "ok", deliveries: { pending, dead, oldestSeconds: Math.round(oldestMs / 1000) }, events: { waiting: inbox } }, 200, {
			"cache-control": "no-store",
		});
	})
	.all("/", refuseMethod("GET, HEAD"));
