import { Hono } from "hono";
import { isStaffed, promisedAt } from "#contract/promise-clock.ts";
import { targetFor } from "#contract/targets.ts";
import { promiseQuerySchema, type PromiseAnswer } from "#contract/tickets.ts";
import type { App } from "../env.ts";
import { speechOf } from "../lib/page-language.ts";
import { parse } from "../lib/read-body.ts";
import { refuseMethod } from "../lib/refuse-method.ts";
import { businessHours, readSite } from "../lib/site.ts";
import { asksTurnstile } from "../lib/turnstile.ts";

/** `GET /api/promise?priority=&timeZone=`: when a person would answer a ticket that is sent now, by the standard targets; in words of the language that is asked for. */
export const promise = new Hono<App>()
	.get("/", async (c) => {
		const site = await readSite(c.env);
		const { priority, timeZone = site.support.timeZone } = parse(promiseQuerySchema, c.req.query());
		const speech = await speechOf(c);
		const now = c.var.now;
		const hours = businessHours(site);
		const { minutes, clock } = targetFor(priority, null, site.support);
		const at = promisedAt(now, minutes, clock, hours);
		const answer: PromiseAnswer = {
			promisedAt: new Date(at).toISOString(),
			promisedInWords: speech.at(at, timeZone),
			staffed: isStaffed(now, hours),
			formOnly: asksTurnstile(c.env),
		};
		return c.json(answer, 200, { "cache-control": "public, max-age=60", vary: "Accept-Language" });
	})
	.all("/", refuseMethod("GET, HEAD"));
