import type { Context } from "hono";
import { isbot } from "isbot";
import routing from "#generated/routing.json";
import type { Segment } from "#contract/report-filter.ts";
import type { App } from "../env.ts";
import { isDevelopment, networkPrefix } from "./network.ts";

/** Crawlers that say so. */
const crawler = /bot\b|crawl|spider|slurp/i;

/** Networks from which the centre's own people read. */
const staffNetworks = new Set(routing.staffNetworks.map(networkPrefix));

/**
 * Why what a sender did is not counted, or null. A browser is a bot by its name; in development only crawlers are, because tests and
 * scripts stand in for readers there. People who run the centre are known by their network, or say so themselves.
 */
export function excludedAs(c: Context<App>, { staff }: { staff: boolean }): "bot" | "staff" | null {
	const { userAgent, prefix } = c.var.network;
	const bot = isDevelopment(c.env, new URL(c.req.url)) ? crawler.test(userAgent) : isbot(userAgent);
	if (bot) return "bot";
	return staff || staffNetworks.has(prefix) ? "staff" : null;
}

/** What a reader holds, by what the browser says of itself. */
export function segmentOf(headers: Headers): Segment {
	const hint = headers.get("sec-ch-ua-mobile");
	if (hint !== null) return hint === "?1" ? "phone" : "computer";
	return /Mobi|Android|iPhone|iPad/i.test(headers.get("user-agent") ?? "") ? "phone" : "computer";
}
