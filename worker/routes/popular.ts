import { Hono } from "hono";
import type { App } from "../env.ts";
import { addDays, dayOf } from "../lib/days.ts";
import { refuseMethod } from "../lib/refuse-method.ts";
import { readSite } from "../lib/site.ts";
import { mostRead, votesSince } from "../queries/report-lists.ts";
import { helpfulness } from "../reports/helpfulness.ts";

const listed = 10;

/** Rows to read for that many: some articles are gone or archived. */
const candidates = 100;
const readDays = 30;
const voteDays = 90;
const mostVotedOn = 10_000;

/**
 * `GET /api/popular`: ids of the most read articles of the last 30 days, and how much articles helped in the last 90; those that are
 * still offered. The site's build asks for them.
 */
export const popular = new Hono<App>()
	.get("/", async (c) => {
		const { articles, support } = await readSite(c.env);
		const today = dayOf(c.var.now, support.timeZone);
		const [read, votes] = await Promise.all([
			mostRead(c.env.DB, addDays(today, 1 - readDays), candidates),
			votesSince(c.env.DB, addDays(today, 1 - voteDays), mostVotedOn),
		]);
		const isOffered = (id: string) => Object.hasOwn(articles, id) && articles[id]?.archived === false;
		const rated = votes.flatMap(({ article, yes, no }) => {
			const helped = isOffered(article) ? helpfulness(yes, no) : null;
			return helped === null ? [] : [[article, helped] as const];
		});
		const most = read.map(({ article }) => article).filter(isOffered);
		return c.json({ articles: most.slice(0, listed), helpfulness: Object.fromEntries(rated) }, 200, { "cache-control": "public, max-age=3600" });
	})
	.all("/", refuseMethod("GET, HEAD"));
