import { Hono } from "hono";
import { deskUpdateSchema, type DeskUpdateAnswer } from "#contract/desk-updates.ts";
import type { App } from "../env.ts";
import { Problem } from "../lib/problem.ts";
import { parse } from "../lib/read-body.ts";
import { readDeskMessage } from "../lib/read-desk-message.ts";
import { refuseMethod } from "../lib/refuse-method.ts";
import { applyDeskUpdate } from "../queries/desk-updates.ts";

/** A clock may be this much ahead; what is later than that would keep newer news out. In milliseconds. */
const aheadMs = 5 * 60_000;

/** `POST /api/desk/<destination>`: a desk says how a ticket stands. Signed, so that it may come from another site. */
export const deskUpdates = new Hono<App>()
	.post("/:destination", async (c) => {
		const { desk, body, sentAt } = await readDeskMessage(c, "updates");
		const { at = sentAt, ...update } = parse(deskUpdateSchema, body);
		if (at > c.var.now + aheadMs) throw new Problem("invalid", { errors: [{ field: "at", message: "lies in the future" }] });
		return c.json({ applied: await applyDeskUpdate(c.env.DB, desk, update, at) } satisfies DeskUpdateAnswer, 200, { "cache-control": "no-store" });
	})
	.all("/:destination", refuseMethod("POST"));
