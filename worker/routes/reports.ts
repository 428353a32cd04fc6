import { Hono } from "hono";
import { reportQuery } from "#contract/report-query.ts";
import type { App } from "../env.ts";
import { refreshRollups } from "../jobs/refresh-rollups.ts";
import { parse } from "../lib/read-body.ts";
import { refuseMethod } from "../lib/refuse-method.ts";
import { readSite } from "../lib/site.ts";
import { requireManager } from "../middleware/require-manager.ts";
import { makeOverview } from "../reports/overview.ts";

/** `GET /api/reports/overview?days=30`: the manager's overview, for people signed in and programs with the token. */
export const reports = new Hono<App>()
	.use(requireManager({ allowToken: true }))
	.get("/overview", async (c) => {
		const { days } = parse(reportQuery, c.req.query());
		await refreshRollups(c.env.DB);
		return c.json(await makeOverview(c.env.DB, await readSite(c.env), days, Date.now()));
	})
	.all("/overview", refuseMethod("GET, HEAD"));
