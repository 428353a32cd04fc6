import { Hono } from "hono";
import { setCookie } from "hono/cookie";
import { reportQuery } from "#contract/report-query.ts";
import type { App } from "../env.ts";
import { refreshRollups } from "../jobs/refresh-rollups.ts";
import { sameSecret, sha256 } from "../lib/encoding.ts";
import { makeManagerSession, sessionCookie, sessionSeconds } from "../lib/manager-session.ts";
import { isDevelopment } from "../lib/network.ts";
import { Problem } from "../lib/problem.ts";
import { parse } from "../lib/read-body.ts";
import { renderShell } from "../lib/shell.ts";
import { readSite } from "../lib/site.ts";
import { requireManager } from "../middleware/require-manager.ts";
import { handoverView } from "../pages/handover-view.ts";
import { overviewView } from "../pages/overview-view.ts";
import { spendCode } from "../queries/access.ts";
import { makeHandover } from "../reports/handover.ts";
import { makeOverview } from "../reports/overview.ts";

/** `/manage`: the manager's report. The sign-in link exists in development only, and works once. */
export const managePages = new Hono<App>()
	.get("/sign-in", async (c) => {
		const { LOCAL_SIGN_IN_CODE: code, LOCAL_SESSION_KEY: secret } = c.env;
		const given = c.req.query("code") ?? "";
		const right = isDevelopment(c.env, new URL(c.req.url)) && code ? await sameSecret(given, code) : false;
		// A preview of the link must not use it up.
		if (!code || !secret || !right || c.req.method === "HEAD") throw new Problem("forbidden");
		if (!(await spendCode(c.env.DB, await sha256(code), Date.now()))) {
			throw new Problem("forbidden", { detail: "This sign-in link was already used. Stop and run `npm start` again for a new one." });
		}
		setCookie(c, sessionCookie, await makeManagerSession(secret), { httpOnly: true, sameSite: "Strict", path: "/", maxAge: sessionSeconds });
		c.header("cache-control", "no-store");
		return c.redirect("/manage", 303);
	})
	.use(requireManager())
	.get("/", async (c) => {
		const { days } = parse(reportQuery, c.req.query());
		await refreshRollups(c.env.DB);
		const now = Date.now();
		const [report, handover] = await Promise.all([makeOverview(c.env.DB, await readSite(c.env), days, now), makeHandover(c.env.DB, now)]);
		return renderShell(c, overviewView(report, handoverView(handover, now)), { title: "Report" });
	});
