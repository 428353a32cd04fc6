import { Hono } from "hono";
import type { App } from "../env.ts";
import { addDays, dayOf } from "../lib/days.ts";
import { refuseMethod } from "../lib/refuse-method.ts";
import { mostRead } from "../queries/report-lists.ts";

/** `GET /api/popular`: ids of the most read articles of the last 30 days; the site's build asks for them. */
export const popular = new Hono<App>()
	.get("/", async (c) => {
		const rows = await mostRead(c.env.DB, addDays(dayOf(Date.now()), -30), 10);
		return c.json({ articles: rows.map((row) => row.article) }, 200, { "cache-control": "public, max-age=3600" });
	})
	.all("/", refuseMethod("GET, HEAD"));
