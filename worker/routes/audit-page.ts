import { Hono } from "hono";
import { auditQuery } from "#contract/audit-query.ts";
import type { App } from "../env.ts";
import { parse } from "../lib/read-body.ts";
import { refuseMethod } from "../lib/refuse-method.ts";
import { renderShell } from "../lib/shell.ts";
import { readSite } from "../lib/site.ts";
import { auditView } from "../pages/audit-view.ts";
import { auditEntries } from "../queries/audit.ts";

/** Entries on a page. */
const pageLength = 50;

/** `GET /manage/audit?before=<id>`: who did what, the newest first. Nothing changes it. */
export const auditPage = new Hono<App>()
	.get("/", async (c) => {
		const { before } = parse(auditQuery, c.req.query());
		const [site, found] = await Promise.all([readSite(c.env), auditEntries(c.env.DB, pageLength + 1, before)]);
		const entries = found.slice(0, pageLength);
		const older = found.length > pageLength ? (entries.at(-1)?.id ?? null) : null;
		const view = auditView({ entries, older, newest: before === undefined, actor: c.var.actor, zone: site.support.timeZone });
		return renderShell(c, view, { title: "Audit log", shell: "report" });
	})
	.all("/", refuseMethod("GET, HEAD"));
