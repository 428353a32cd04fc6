import { Hono } from "hono";
import { limits } from "#contract/limits.ts";
import { eventBatchSchema, type ParsedEventBatch } from "#contract/events.ts";
import { redact } from "#contract/redaction.ts";
import type { SiteManifest } from "#contract/site-manifest.ts";
import type { App } from "../env.ts";
import { dayOf } from "../lib/days.ts";
import { sha256 } from "../lib/encoding.ts";
import { createEventSink } from "../lib/event-sink.ts";
import { dayAt, momentOf, type Moment } from "../lib/moment.ts";
import { Problem } from "../lib/problem.ts";
import { excludedAs, segmentOf } from "../lib/who-counts.ts";
import { readJson } from "../lib/read-body.ts";
import { refuseMethod } from "../lib/refuse-method.ts";
import { readSite } from "../lib/site.ts";
import { hashOfNetwork, identify } from "../lib/visitor.ts";
import { rateLimit } from "../middleware/rate-limit.ts";
import { countExcluded } from "../queries/excluded.ts";
import { formerArticles } from "../queries/revisions.ts";
import type { StoredEvent } from "../queries/stored-event.ts";

/**
 * `POST /api/events`: what a page has seen. 202 means stored: the batch is one row in D1 before the answer. Under
 * Global Privacy Control neither the session nor the visitor is kept. What one network sends beyond its day's share is told so, too, and left
 * out when it is taken in.
 */
export const events = new Hono<App>()
	.post("/", rateLimit({ name: "events" }), async (c) => {
		const batch = await readJson(c, eventBatchSchema, limits.smallBody);
		const site = await readSite(c.env);
		await refuseUnknownArticles(batch, site, c.env.DB);
		const moment = await momentOf(c);
		const excluded = excludedAs(c, batch);
		if (excluded) {
			await countExcluded(c.env.DB, dayAt(moment), excluded, batch.events.length);
			return c.json({ accepted: batch.events.length }, 202);
		}
		const anonymous = c.var.network.privacyControl;
		const { visitor } = anonymous ? { visitor: null } : await identify(c.env.SALTS, c.var.network, moment);
		const sender = { visitor, session: anonymous ? null : batch.session, locale: batch.locale, segment: segmentOf(c.req.raw.headers) };
		const stored = await Promise.all(batch.events.map((event) => toStored(event, sender, site, moment)));
		const network = await hashOfNetwork(c.env.SALTS, "events", c.var.network, moment);
		await createEventSink(c.env, (work) => c.executionCtx.waitUntil(work)).take(stored, moment.now, network);
		return c.json({ accepted: stored.length }, 202);
	})
	.all("/", refuseMethod("POST"));

/** Refuses articles that never were. One that a deployment has just removed is still open in somebody's browser. */
async function refuseUnknownArticles({ events }: ParsedEventBatch, site: SiteManifest, db: D1Database): Promise<void> {
	const named = events.flatMap((event) => ("article" in event && event.article !== undefined ? [event.article] : []));
	const missing = [...new Set(named)].filter((article) => !Object.hasOwn(site.articles, article));
	if (missing.length === 0) return;
	const known = await formerArticles(db, missing);
	const unknown = missing.find((article) => !known.includes(article));
	if (unknown !== undefined) throw new Problem("unknown-article", { detail: `There is no article "${unknown}".` });
}

type Sender = Pick<StoredEvent, "visitor" | "session" | "locale" | "segment">;

/** Gives an event its time, takes personal data out of its words, and hashes its token. */
async function toStored({ ago, ...event }: ParsedEventBatch["events"][number], sender: Sender, site: SiteManifest, moment: Moment): Promise<StoredEvent> {
	const at = moment.now - Math.min(ago, limits.eventAge);
	const day = dayOf(at, moment.zone);
	// The hash is of today: on an event of yesterday it would make one reader two visitors of that day.
	const stored = { ...event, ...sender, ...(day !== dayAt(moment) && { visitor: null }), at, day };
	if (stored.type === "search_settled") {
		const query = redact(stored.query);
		return { ...stored, query, queryKey: query.toLowerCase().replace(/\s+/g, " ").trim() };
	}
	if (stored.type === "search_told") return { ...stored, text: redact(stored.text) };
	// The address of a status page is a secret, and a mistyped one may hold anything; an article's is known.
	if (stored.type === "page_viewed")
		return { ...stored, path: site.articles[stored.article ?? ""]?.url ?? redact(stored.path.replace(/^(\/status\/).+/, "$1")) };
	if (stored.type === "answer_shown") {
		const { way, place, ...rest } = stored;
		return { ...rest, how: way, source: place };
	}
	if (stored.type === "suggestion_solved" || stored.type === "answer_solved") {
		const { token, ...rest } = stored;
		return token && sender.session ? { ...rest, tokenHash: await sha256(token) } : rest;
	}
	return stored;
}
