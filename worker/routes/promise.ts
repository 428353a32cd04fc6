import { Hono } from "hono";
import { inWords, isStaffed, promisedAt } from "#contract/promise-clock.ts";
import { targetFor } from "#contract/targets.ts";
import { promiseQuerySchema, type PromiseAnswer } from "#contract/tickets.ts";
import type { App } from "../env.ts";
import { parse } from "../lib/read-body.ts";
import { refuseMethod } from "../lib/refuse-method.ts";
import { businessHours, readSite } from "../lib/site.ts";

/** `GET /api/promise?priority=&timeZone=`: when a person would answer a ticket that is sent now, by the standard targets. */
export const promise = new Hono<App>()
	.get("/", async (c) => {
		const site = await readSite(c.env);
		const { priority, timeZone = site.support.timeZone } = parse(promiseQuerySchema, c.req.query());
		const now = c.var.now;
		const hours = businessHours(site);
		const { minutes, clock } = targetFor(priority, null, site.support);
		const at = promisedAt(now, minutes, clock, hours);
		const answer: PromiseAnswer = { promisedAt: new Date(at).toISOString(), promisedInWords: inWords(at, timeZone), staffed: isStaffed(now, hours) };
		return c.json(answer, 200, { "cache-control": "public, max-age=60" });
	})
	.all("/", refuseMethod("GET, HEAD"));
