import type { Context } from "hono";
import { cors } from "hono/cors";
import type { App } from "../env.ts";
import { readSite } from "../lib/site.ts";
import { isListed } from "../lib/widget-origin.ts";

/** What the widget asks of the Worker; everything else stays closed to other origins. */
export const widgetRoutes = ["/api/events", "/api/votes", "/api/tickets", "/api/tickets/by-key/:key", "/api/answers", "/api/promise"];

async function allow(origin: string, c: Context<App>): Promise<string | null> {
	// A page of this site needs no leave, and is no widget.
	if (origin === "" || origin === new URL(c.req.url).origin) return null;
	const more = (c.env.WIDGET_ORIGINS ?? "").split(",").flatMap((entry) => entry.trim() || []);
	if (!isListed(origin, [...(await readSite(c.env)).widgetOrigins, ...more])) return null;
	c.set("fromWidget", true);
	return origin;
}

/** Lets pages of the product ask and send, without credentials: those whose origin `widget.yml` or `WIDGET_ORIGINS` names. To others it says nothing. */
export function widgetOrigins() {
	return cors({
		origin: allow,
		allowMethods: ["GET", "HEAD", "POST"],
		allowHeaders: ["Accept", "Accept-Language", "Content-Type"],
		exposeHeaders: ["Retry-After"],
		maxAge: 600,
	});
}
