import { Hono } from "hono";
import type { App } from "../env.ts";
import { addDays, dayOf } from "../lib/days.ts";
import { refuseMethod } from "../lib/refuse-method.ts";
import { readSite } from "../lib/site.ts";
import { mostRead } from "../queries/report-lists.ts";

const listed = 10;

/** Rows to read for that many: some articles are gone or archived. */
const candidates = 100;

/** `GET /api/popular`: ids of the most read articles of the last 30 days that are still offered; the site's build asks for them. */
export const popular = new Hono<App>()
	.get("/", async (c) => {
		const [{ articles }, rows] = await Promise.all([readSite(c.env), mostRead(c.env.DB, addDays(dayOf(Date.now()), -29), candidates)]);
		const offered = rows.map((row) => row.article).filter((id) => Object.hasOwn(articles, id) && articles[id]?.archived === false);
		return c.json({ articles: offered.slice(0, listed) }, 200, { "cache-control": "public, max-age=3600" });
	})
	.all("/", refuseMethod("GET, HEAD"));
