import { Hono } from "hono";
import type { App } from "../env.ts";
import { Problem } from "../lib/problem.ts";
import { renderShell } from "../lib/shell.ts";
import { readSite } from "../lib/site.ts";
import { statusView } from "../pages/status-view.ts";
import { ticketStatus } from "../queries/tickets.ts";

/** `GET /status/<token>`: how a ticket stands. A wrong link and a missing ticket get the same answer. */
export const statusPage = new Hono<App>().get("/:token", async (c) => {
	const now = Date.now();
	const status = await ticketStatus(c.env.DB, c.req.param("token"), now);
	if (!status) throw new Problem("unknown-ticket");
	const page = await renderShell(c, statusView(status, (await readSite(c.env)).support, now), { title: `Message ${status.reference}` });
	page.headers.set("referrer-policy", "no-referrer");
	return page;
});
