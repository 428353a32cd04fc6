import { Hono, type Context } from "hono";
import { setCookie } from "hono/cookie";
import type { ReportId } from "#contract/report-data.ts";
import { filterNames, reportFilterSchema, type ReportQuery } from "#contract/report-filter.ts";
import type { App } from "../env.ts";
import { refreshRollups } from "../jobs/refresh-rollups.ts";
import { localActor } from "../lib/actor.ts";
import { sameSecret, sha256 } from "../lib/encoding.ts";
import { makeManagerSession, sessionCookie, sessionSeconds } from "../lib/manager-session.ts";
import { dayAt, momentOf } from "../lib/moment.ts";
import { isDevelopment } from "../lib/network.ts";
import { nothingHere } from "../lib/nothing-here.ts";
import { Problem } from "../lib/problem.ts";
import { renderShell } from "../lib/shell.ts";
import { readSite } from "../lib/site.ts";
import { hideActions } from "../middleware/hide-actions.ts";
import { offerSignOut } from "../middleware/offer-sign-out.ts";
import { requireRole } from "../middleware/require-role.ts";
import { wholeQuery } from "../reports/filter-query.ts";
import { manageFrame, type Frame } from "../pages/manage/frame.ts";
import { reportContent } from "../pages/manage/report-page.ts";
import { overviewView, pageAddress } from "../pages/overview-view.ts";
import { auditPage } from "./audit-page.ts";
import { erasePage } from "./erase-page.ts";
import { flags } from "./flags.ts";
import { triage } from "./triage.ts";
import { spendCode } from "../queries/access.ts";
import { recordAction } from "../queries/audit.ts";
import { findGaps } from "../reports/gaps/make-gaps.ts";
import { makeHandover } from "../reports/handover.ts";
import { nextActions } from "../reports/next-actions.ts";
import { makeOverview } from "../reports/overview.ts";
import { readFilter } from "../reports/read-filter.ts";
import type { ReportInput } from "../reports/report-input.ts";
import { reportMakers } from "../reports/report-makers.ts";

/** `/manage`: the manager's report. The sign-in link exists in development only, and works once. */
export const managePages = new Hono<App>()
	.get("/sign-in", async (c) => {
		const { LOCAL_SIGN_IN_CODE: code, LOCAL_SESSION_KEY: secret } = c.env;
		const given = c.req.query("code") ?? "";
		const right = isDevelopment(c.env, new URL(c.req.url)) && code ? await sameSecret(given, code) : false;
		// A preview of the link must not use it up.
		if (!code || !secret || !right || c.req.method === "HEAD") throw new Problem("forbidden");
		if (!(await spendCode(c.env.DB, await sha256(code), c.var.now))) {
			throw new Problem("forbidden", { detail: "This sign-in link was already used. Stop and run `npm start` again for a new one." });
		}
		await recordAction(c.env.DB, { at: c.var.now, who: localActor, action: "signed in", subject: "with the one-time link" });
		setCookie(c, sessionCookie, await makeManagerSession(secret), { httpOnly: true, sameSite: "Strict", path: "/", maxAge: sessionSeconds });
		c.header("cache-control", "no-store");
		return c.redirect("/manage", 303);
	})
	.use(requireRole(), offerSignOut(), hideActions())
	.get("/", async (c) => {
		const { frame, input, query } = await open(c);
		const { env, site, filter, now } = input;
		const [report, handover, { gaps }] = await Promise.all([makeOverview(env, site, filter, now), makeHandover(env.DB, now), findGaps(input)]);
		const actions = nextActions({ report, gaps, dead: handover.deadCount }, pageAddress(query));
		const view = overviewView({ report, handover, actions }, frame({ title: "Report", sample: report.sample }));
		return renderShell(c, view, { title: "Report", shell: "report" });
	})
	.route("/articles/triage", triage)
	.route("/contact/flags", flags)
	.route("/audit", auditPage)
	.route("/erase", erasePage)
	.get("/:page", async (c) => {
		const id = c.req.param("page") as ReportId;
		const make = Object.hasOwn(reportMakers, id) ? reportMakers[id] : undefined;
		if (!make) return nothingHere();
		const { frame, input, query, settled } = await open(c);
		const report = await make(input);
		return renderShell(c, manageFrame(frame(report), reportContent(report, query, settled)), { title: report.title, shell: "report" });
	})
	.all("/*", nothingHere);

/** What a page of the report needs: the filter of its address, fresh counts, the frame around it, and the row that a form has just settled. */
async function open(c: Context<App>) {
	const site = await readSite(c.env);
	const path = new URL(c.req.url).pathname.replace(/\/+$/, "");
	const { settled, ...query } = c.req.query();
	const asked = readQuery(query, path);
	const today = dayAt(await momentOf(c));
	const filter = readFilter(asked, today);
	// The form sends the days of the period along with its length: they count where they were changed.
	const byDays = asked.from !== undefined && !(query["days"] && filter.to === today && filter.days === asked.days);
	await refreshRollups(c.env.DB);
	const input: ReportInput = { env: c.env, site, filter, now: c.var.now, today };
	return {
		input,
		settled,
		query: wholeQuery(filter, byDays).toString(),
		frame: ({ title, sample }: Pick<Frame, "title" | "sample">): Frame => ({
			path,
			title,
			filter,
			site,
			sample,
			byDays,
			strange: Object.keys(query).filter((name) => !filterNames.includes(name)),
		}),
	};
}

/** The filter of a page's address. Throws the problem `invalid` in words for a person, who is led back to the page without a filter. */
function readQuery(query: Record<string, string>, path: string): ReportQuery {
	const result = reportFilterSchema.safeParse(query);
	if (result.success) return result.data;
	const told = result.error.issues.map(({ path: [field], message }) => `${field === undefined ? "" : `“${String(field)}” `}${message}.`);
	throw new Problem("invalid", { detail: told.join(" "), page: { title: "This filter does not work", href: path, label: "Back to the report" } });
}
