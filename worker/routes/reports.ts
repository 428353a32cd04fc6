import { Hono, type Context } from "hono";
import type * as z from "zod";
import { digestQuery, type Digest } from "#contract/digest.ts";
import { weekOf } from "#contract/iso-week.ts";
import type { LearnedSearchesReport, OverviewReport } from "#contract/reports.ts";
import type { ReportData, ReportId } from "#contract/report-data.ts";
import { reportFilterSchema } from "#contract/report-filter.ts";
import { learnedSearchesQuery } from "#contract/report-query.ts";
import type { App } from "../env.ts";
import { refreshRollups } from "../jobs/refresh-rollups.ts";
import { addDays } from "../lib/days.ts";
import { weekBefore } from "../lib/desk-times.ts";
import { dayAt, momentOf } from "../lib/moment.ts";
import { nothingHere } from "../lib/nothing-here.ts";
import { readOperations } from "../lib/operations.ts";
import { Problem } from "../lib/problem.ts";
import { parse } from "../lib/read-body.ts";
import { refuseMethod } from "../lib/refuse-method.ts";
import { readTrends } from "../lib/read-trends.ts";
import { readSite } from "../lib/site.ts";
import { recordExports } from "../middleware/record-exports.ts";
import { requireRole } from "../middleware/require-role.ts";
import { learnedSearches, onlySampleSearches } from "../queries/learned-searches.ts";
import { makeDigest } from "../reports/digest/make-digest.ts";
import { makeGapsReport } from "../reports/gaps/make-gaps.ts";
import { makeOverview } from "../reports/overview.ts";
import { overviewTables } from "../reports/overview-tables.ts";
import { tableAsCsv } from "../reports/csv.ts";
import { readFilter } from "../reports/read-filter.ts";
import type { ReportInput } from "../reports/report-input.ts";
import { reportMakers } from "../reports/report-makers.ts";

/**
 * For people signed in and programs with the token. `GET /api/reports/overview?days=30`: the manager's overview.
 * `GET /api/reports/digest?week=2026-W47`: the digest of a week.
 * `GET /api/reports/gaps?days=30`: what readers search for in vain, for `npm run gaps`.
 * `GET /api/reports/learned-searches?days=90&minimum=3`: searches that ended in a helpful article, for `npm run learn`.
 * `GET /api/reports/operations`: how the centre runs at this moment.
 */
export const reports = new Hono<App>()
	.use(requireRole({ allowToken: true }), recordExports())
	.get("/overview", async (c) => c.json(await overviewOf(c)))
	.get("/overview/:file{[a-z-]+\\.csv}", async (c) => {
		const report = await overviewOf(c);
		return csvOf(c, { id: "overview", from: report.from, to: report.to, tables: overviewTables(report) });
	})
	.all("/overview", refuseMethod("GET, HEAD"))
	.get("/digest", async (c) => c.json(await digestOf(c)))
	.all("/digest", refuseMethod("GET, HEAD"))
	.get("/:id{(?:search|articles|contact|freshness|handoffs)}", async (c) => c.json(await makeReport(c, c.req.param("id"))))
	.get("/:id{(?:search|articles|contact|freshness|handoffs)}/:file{[a-z-]+\\.csv}", async (c) => csvOf(c, await makeReport(c, c.req.param("id"))))
	.get("/gaps", async (c) => c.json(await makeGapsReport(await inputOf(c))))
	.all("/gaps", refuseMethod("GET, HEAD"))
	.get("/trends", async (c) => c.json(await readTrends(c.env, readFilter(readQuery(c, reportFilterSchema), dayAt(await momentOf(c))))))
	.all("/trends", refuseMethod("GET, HEAD"))
	.get("/learned-searches", async (c) => {
		const { days, minimum } = readQuery(c, learnedSearchesQuery);
		const to = dayAt(await momentOf(c));
		const [sample, searches] = await Promise.all([onlySampleSearches(c.env.DB), learnedSearches(c.env.DB, addDays(to, 1 - days), to, minimum)]);
		return c.json({ sample, searches } satisfies LearnedSearchesReport);
	})
	.all("/learned-searches", refuseMethod("GET, HEAD"))
	.get("/operations", async (c) => c.json(await readOperations(c.env.DB, Date.now())))
	.all("/operations", refuseMethod("GET, HEAD"))
	.all("/*", nothingHere);

/** The query as a report reads it; remembered for the audit log. */
function readQuery<Query extends Record<string, string | number | undefined>>(c: Context<App>, schema: z.ZodType<Query>): Query {
	const asked = parse(schema, c.req.query());
	c.set("asked", asked);
	return asked;
}

async function overviewOf(c: Context<App>): Promise<OverviewReport> {
	const filter = readFilter(readQuery(c, reportFilterSchema), dayAt(await momentOf(c)));
	await refreshRollups(c.env.DB);
	return makeOverview(c.env, await readSite(c.env), filter, c.var.now);
}

async function digestOf(c: Context<App>): Promise<Digest> {
	const today = dayAt(await momentOf(c));
	const { week = weekBefore(today) } = readQuery(c, digestQuery);
	if (week > weekOf(today)) throw new Problem("invalid", { errors: [{ field: "week", message: "has not begun" }] });
	await refreshRollups(c.env.DB);
	return makeDigest({ env: c.env, site: await readSite(c.env), week, now: c.var.now, today });
}

/** The table that the address names, as a file. */
function csvOf(c: Context<App>, { id, from, to, tables }: Pick<ReportData, "from" | "to" | "tables"> & { id: string }): Response {
	const name = (c.req.param("file") ?? "").slice(0, -".csv".length);
	const table = tables.find((candidate) => candidate.id === name);
	if (!table) throw new Problem("not-found");
	const file = `${id}-${name}-${from}-${to}.csv`;
	return c.body(tableAsCsv(table), 200, { "content-type": "text/csv; charset=utf-8", "content-disposition": `attachment; filename="${file}"` });
}

async function makeReport(c: Context<App>, id: string): Promise<ReportData> {
	const make = Object.hasOwn(reportMakers, id) ? reportMakers[id as ReportId] : undefined;
	if (!make) throw new Problem("not-found");
	return make(await inputOf(c));
}

/** What a report is made from: the filter of its address, and fresh counts. */
async function inputOf(c: Context<App>): Promise<ReportInput> {
	const [site, today] = [await readSite(c.env), dayAt(await momentOf(c))];
	const filter = readFilter(readQuery(c, reportFilterSchema), today);
	await refreshRollups(c.env.DB);
	return { env: c.env, site, filter, now: c.var.now, today };
}
