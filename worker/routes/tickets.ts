import { Hono } from "hono";
import { limits } from "#contract/limits.ts";
import { noteSchema, ticketSchema } from "#contract/tickets.ts";
import type { App } from "../env.ts";
import { addNote } from "../lib/add-note.ts";
import { fileTicket } from "../lib/file-ticket.ts";
import { describeAnswer } from "../lib/make-ticket.ts";
import { Problem } from "../lib/problem.ts";
import { readJson } from "../lib/read-body.ts";
import { refuseMethod } from "../lib/refuse-method.ts";
import { readSite } from "../lib/site.ts";
import { rateLimit } from "../middleware/rate-limit.ts";
import { ticketByKey, ticketByStatusToken } from "../queries/tickets.ts";

/** A key that only whoever made it can know: 122 random bits. */
const randomKey = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/**
 * `POST /api/tickets`: 201 with reference and status page; 200 when the same form came again. `GET /api/tickets/by-key/<key>`: what became
 * of a form whose answer was lost. `POST /api/tickets/notes`: more words to a ticket.
 */
export const tickets = new Hono<App>()
	.post("/", rateLimit({ name: "tickets" }), async (c) => {
		const { answer, created } = await fileTicket(c, await readJson(c, ticketSchema, limits.ticketBody), c.var.fromWidget ? "widget" : "portal");
		return c.json(answer, created ? 201 : 200, { location: answer.statusUrl, "cache-control": "no-store" });
	})
	.get("/by-key/:key", rateLimit({ name: "look-ups" }), async (c) => {
		const key = c.req.param("key");
		const ticket = randomKey.test(key) ? await ticketByKey(c.env.DB, key) : null;
		if (!ticket) throw new Problem("unknown-ticket");
		return c.json(describeAnswer(await readSite(c.env), ticket), 200, { "cache-control": "no-store" });
	})
	.post("/notes", rateLimit({ name: "notes" }), async (c) => {
		const { token, key, text } = await readJson(c, noteSchema, limits.smallBody);
		const ticket = await ticketByStatusToken(c.env.DB, token);
		// After its retention time a ticket takes nothing more.
		if (!ticket || Object.keys(ticket.content).length === 0) throw new Problem("unknown-ticket");
		const added = await addNote(c, { ticket: ticket.id, key, kind: "note", text });
		return c.json({ statusUrl: `/status/${token}` }, added === null ? 200 : 201, { "cache-control": "no-store" });
	})
	.all("/", refuseMethod("POST"))
	.all("/by-key/:key", refuseMethod("GET, HEAD"))
	.all("/notes", refuseMethod("POST"));
