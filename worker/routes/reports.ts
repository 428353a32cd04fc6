import { Hono, type Context } from "hono";
import type { LearnedSearchesReport } from "#contract/reports.ts";
import type { ReportData, ReportId } from "#contract/report-data.ts";
import { reportFilterSchema } from "#contract/report-filter.ts";
import { learnedSearchesQuery } from "#contract/report-query.ts";
import type { App } from "../env.ts";
import { refreshRollups } from "../jobs/refresh-rollups.ts";
import { addDays } from "../lib/days.ts";
import { dayAt, momentOf } from "../lib/moment.ts";
import { Problem } from "../lib/problem.ts";
import { parse } from "../lib/read-body.ts";
import { refuseMethod } from "../lib/refuse-method.ts";
import { readSite } from "../lib/site.ts";
import { requireManager } from "../middleware/require-manager.ts";
import { learnedSearches, onlySampleSearches } from "../queries/learned-searches.ts";
import { makeOverview } from "../reports/overview.ts";
import { tableAsCsv } from "../reports/csv.ts";
import { readFilter } from "../reports/read-filter.ts";
import { reportMakers } from "../reports/report-makers.ts";

/**
 * For people signed in and programs with the token. `GET /api/reports/overview?days=30`: the manager's overview.
 * `GET /api/reports/learned-searches?days=90&minimum=3`: searches that ended in a helpful article, for `npm run learn`.
 */
export const reports = new Hono<App>()
	.use(requireManager({ allowToken: true }))
	.get("/overview", async (c) => {
		const filter = readFilter(parse(reportFilterSchema, c.req.query()), dayAt(await momentOf(c)));
		await refreshRollups(c.env.DB);
		return c.json(await makeOverview(c.env.DB, await readSite(c.env), filter, c.var.now));
	})
	.all("/overview", refuseMethod("GET, HEAD"))
	.get("/:id{search|articles|contact|freshness|handoffs}", async (c) => c.json(await makeReport(c, c.req.param("id"))))
	.get("/:id{search|articles|contact|freshness|handoffs}/:file{[a-z-]+\\.csv}", async (c) => {
		const id = c.req.param("file").slice(0, -".csv".length);
		const report = await makeReport(c, c.req.param("id"));
		const table = report.tables.find((candidate) => candidate.id === id);
		if (!table) throw new Problem("not-found");
		const name = `${report.id}-${id}-${report.from}-${report.to}.csv`;
		return c.body(tableAsCsv(table), 200, { "content-type": "text/csv; charset=utf-8", "content-disposition": `attachment; filename="${name}"` });
	})
	.get("/learned-searches", async (c) => {
		const { days, minimum } = parse(learnedSearchesQuery, c.req.query());
		const to = dayAt(await momentOf(c));
		const [sample, searches] = await Promise.all([onlySampleSearches(c.env.DB), learnedSearches(c.env.DB, addDays(to, 1 - days), to, minimum)]);
		return c.json({ sample, searches } satisfies LearnedSearchesReport);
	})
	.all("/learned-searches", refuseMethod("GET, HEAD"));

async function makeReport(c: Context<App>, id: string): Promise<ReportData> {
	const make = Object.hasOwn(reportMakers, id) ? reportMakers[id as ReportId] : undefined;
	if (!make) throw new Problem("not-found");
	const [site, today] = [await readSite(c.env), dayAt(await momentOf(c))];
	const filter = readFilter(parse(reportFilterSchema, c.req.query()), today);
	await refreshRollups(c.env.DB);
	return make({ env: c.env, site, filter, now: c.var.now, today });
}
