import { Hono } from "hono";
import type { LearnedSearchesReport } from "#contract/reports.ts";
import { learnedSearchesQuery, reportQuery } from "#contract/report-query.ts";
import type { App } from "../env.ts";
import { refreshRollups } from "../jobs/refresh-rollups.ts";
import { addDays, dayOf } from "../lib/days.ts";
import { parse } from "../lib/read-body.ts";
import { refuseMethod } from "../lib/refuse-method.ts";
import { readSite } from "../lib/site.ts";
import { requireManager } from "../middleware/require-manager.ts";
import { learnedSearches, onlySampleSearches } from "../queries/learned-searches.ts";
import { makeOverview } from "../reports/overview.ts";

/**
 * For people signed in and programs with the token. `GET /api/reports/overview?days=30`: the manager's overview.
 * `GET /api/reports/learned-searches?days=90&minimum=3`: searches that ended in a helpful article, for `npm run learn`.
 */
export const reports = new Hono<App>()
	.use(requireManager({ allowToken: true }))
	.get("/overview", async (c) => {
		const { days } = parse(reportQuery, c.req.query());
		await refreshRollups(c.env.DB);
		return c.json(await makeOverview(c.env.DB, await readSite(c.env), days, Date.now()));
	})
	.all("/overview", refuseMethod("GET, HEAD"))
	.get("/learned-searches", async (c) => {
		const { days, minimum } = parse(learnedSearchesQuery, c.req.query());
		const to = dayOf(Date.now());
		const [sample, searches] = await Promise.all([onlySampleSearches(c.env.DB), learnedSearches(c.env.DB, addDays(to, 1 - days), to, minimum)]);
		return c.json({ sample, searches } satisfies LearnedSearchesReport);
	})
	.all("/learned-searches", refuseMethod("GET, HEAD"));
