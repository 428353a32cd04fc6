import { Hono } from "hono";
import { limits } from "#contract/limits.ts";
import { ticketSchema } from "#contract/tickets.ts";
import type { App } from "../env.ts";
import { fileTicket } from "../lib/file-ticket.ts";
import { readJson } from "../lib/read-body.ts";
import { refuseMethod } from "../lib/refuse-method.ts";
import { rateLimit } from "../middleware/rate-limit.ts";

/** `POST /api/tickets`: 201 with reference and status page; 200 when the same form came again. */
export const tickets = new Hono<App>()
	.post("/", rateLimit({ name: "tickets" }), async (c) => {
		const { answer, created } = await fileTicket(c, await readJson(c, ticketSchema, limits.ticketBody), "portal");
		return c.json(answer, created ? 201 : 200, { location: answer.statusUrl, "cache-control": "no-store" });
	})
	.all("/", refuseMethod("POST"));
