import type { Context } from "hono";
import type { App, Env } from "../env.ts";
import { addDays, dayOf, startOfDay } from "./days.ts";
import { isDevelopment } from "./network.ts";
import { Problem } from "./problem.ts";
import { readSite } from "./site.ts";

/** A moment as reports see it: when, and which day that is at the desk. */
export interface Moment {
	/** Epoch milliseconds. */
	now: number;
	/** IANA zone of the desk, whose midnight begins a day. */
	zone: string;
}

/** Headers that only development on a loopback address believes: who sends, and what the clock says. */
const overrides = ["x-dev-network", "x-dev-clock"];

/** After it years have five digits, and days are no longer in the order of their names. In epoch milliseconds. */
const endOfTime = Date.UTC(9999, 0, 1);

/**
 * What the clock says. In development `X-Dev-Clock` (epoch milliseconds) may say otherwise, so that a month can be played through.
 *
 * @throws `forbidden` where a deployed Worker is sent an override, `invalid` for a clock that is no time
 */
export function readClock(request: Request, env: Pick<Env, "MODE">): number {
	if (!isDevelopment(env, new URL(request.url))) {
		const sent = overrides.find((name) => request.headers.has(name));
		if (sent !== undefined) throw new Problem("forbidden", { detail: `The header ${sent} is for development only.` });
		return Date.now();
	}
	const text = request.headers.get("x-dev-clock");
	if (text === null) return Date.now();
	const now = Number(text);
	if (!Number.isSafeInteger(now) || now < 0 || now >= endOfTime)
		throw new Problem("invalid", { errors: [{ field: "x-dev-clock", message: "must be epoch milliseconds before the year 9999" }] });
	return now;
}

/** The moment of a request. */
export async function momentOf(c: Context<App>): Promise<Moment> {
	return { now: c.var.now, zone: (await readSite(c.env)).support.timeZone };
}

/** The day of a moment at the desk. */
export function dayAt({ now, zone }: Moment): string {
	return dayOf(now, zone);
}

/** Seconds until the next day begins at the desk: when limits of a day start anew. */
export function secondsUntilTomorrow(moment: Moment): number {
	return Math.ceil((startOfDay(addDays(dayAt(moment), 1), moment.zone) - moment.now) / 1000);
}
