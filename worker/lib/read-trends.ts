import * as z from "zod";
import type { TrendsReport } from "#contract/trends.ts";
import type { Env } from "../env.ts";
import { pointColumns } from "./event-sink.ts";
import { Problem } from "./problem.ts";
import { logError } from "./log.ts";

const dataset = "tier_zero_events";
const timeoutMs = 10_000;

/** Large numbers come as text. */
const answerSchema = z.object({ data: z.array(z.object({ day: z.iso.date(), type: z.string(), events: z.coerce.number() })) });

const isDay = /^\d{4}-\d{2}-\d{2}$/;

/** The statement for a span of days. The SQL API takes no parameters, so that only days get into it. */
function trendsOf(from: string, to: string): string {
	if (!isDay.test(from) || !isDay.test(to)) throw new Error("a trend is asked for by days");
	const column = (name: (typeof pointColumns)[number]) => `blob${pointColumns.indexOf(name) + 1}`;
	return `SELECT ${column("day")} AS day, ${column("type")} AS type, SUM(_sample_interval * double1) AS events FROM ${dataset}
		WHERE ${column("day")} >= '${from}' AND ${column("day")} <= '${to}' GROUP BY day, type ORDER BY day, type FORMAT JSON`;
}

/**
 * Asks Analytics Engine for the events of each day.
 *
 * @throws Problem `not-found` where it is not set up, `unavailable` where it does not answer
 */
export async function readTrends(env: Env, { from, to }: { from: string; to: string }): Promise<TrendsReport> {
	const { ANALYTICS_ACCOUNT: account, ANALYTICS_TOKEN: token, ANALYTICS_API_URL: api = "https://api.cloudflare.com/client/v4" } = env;
	if (!account || !token) throw new Problem("not-found", { detail: "Sampled trends are not set up here." });
	try {
		const response = await fetch(`${api}/accounts/${encodeURIComponent(account)}/analytics_engine/sql`, {
			method: "POST",
			headers: { authorization: `Bearer ${token}`, "content-type": "text/plain" },
			body: trendsOf(from, to),
			redirect: "manual",
			signal: AbortSignal.timeout(timeoutMs),
		});
		if (!response.ok) throw new Error(`the answer was ${response.status}`);
		const { data } = answerSchema.parse(await response.json());
		return { from, to, sampled: true, rows: data };
	} catch (error) {
		logError("trends_failed", {}, error);
		throw new Problem("unavailable", { detail: "Analytics Engine did not answer. The exact figures of the other reports are not touched by that." });
	}
}
