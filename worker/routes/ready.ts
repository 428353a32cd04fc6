import { Hono } from "hono";
import type { Readiness } from "#contract/readiness.ts";
import type { App } from "../env.ts";
import { readReadiness } from "../lib/readiness.ts";
import { refuseMethod } from "../lib/refuse-method.ts";

/** What was found stands for so long, however often it is asked for: the database is spared. In milliseconds. */
const standsMs = 10_000;

let last: { readiness: Readiness; at: number } | null = null;
let lookingSince: number | null = null;

const isWithin = (since: number, now: number) => Math.abs(now - since) < standsMs;

/** The readiness of this isolate; one request at a time looks, the others are told what was found last. */
async function latest(db: D1Database, now: number): Promise<Readiness> {
	if (last && (isWithin(last.at, now) || (lookingSince !== null && isWithin(lookingSince, now)))) return last.readiness;
	lookingSince = now;
	last = { readiness: await readReadiness(db, now), at: now };
	lookingSince = null;
	return last.readiness;
}

/** `GET /api/ready`: 200 when every check holds, else 503; which one, and nothing else. */
export const ready = new Hono<App>()
	.get("/", async (c) => {
		const readiness = await latest(c.env.DB, Date.now());
		return c.json(readiness, readiness.status === "ready" ? 200 : 503, { "cache-control": "no-store" });
	})
	.all("/", refuseMethod("GET, HEAD"));
