import { Hono } from "hono";
import type { App } from "./env.ts";
import { readClock } from "./lib/moment.ts";
import { readNetwork } from "./lib/network.ts";
import { answerProblem } from "./lib/answer-problem.ts";
import { Problem } from "./lib/problem.ts";
import { meansProtected } from "./lib/protected-address.ts";
import { requestLog } from "./middleware/request-log.ts";
import { sameOrigin } from "./middleware/same-origin.ts";
import { securityHeaders } from "./middleware/security-headers.ts";
import { answers } from "./routes/answers.ts";
import { widgetOrigins, widgetRoutes } from "./middleware/widget-origins.ts";
import { attachments } from "./routes/attachments.ts";
import { contactPage } from "./routes/contact-page.ts";
import { deliveries } from "./routes/deliveries.ts";
import { deskFlags } from "./routes/desk-flags.ts";
import { deskUpdates } from "./routes/desk-updates.ts";
import { events } from "./routes/events.ts";
import { files } from "./routes/files.ts";
import { health } from "./routes/health.ts";
import { managePages } from "./routes/manage-pages.ts";
import { mcp } from "./routes/mcp.ts";
import { notFoundPage } from "./routes/not-found-page.ts";
import { popular } from "./routes/popular.ts";
import { problems } from "./routes/problems.ts";
import { promise } from "./routes/promise.ts";
import { readApi } from "./routes/read-api.ts";
import { ready } from "./routes/ready.ts";
import { reports } from "./routes/reports.ts";
import { searchPage } from "./routes/search-page.ts";
import { statusPage } from "./routes/status-page.ts";
import { tickets } from "./routes/tickets.ts";
import { votePage } from "./routes/vote-page.ts";
import { votes } from "./routes/votes.ts";

/** The whole Worker: an API for the site's pages, and the pages that need a fresh key or private data. */
export const app = new Hono<App>({ strict: false })
	.use(requestLog())
	.use(securityHeaders())
	.use(async function rememberSender(c, next) {
		c.set("network", readNetwork(c.req.raw, c.env));
		c.set("now", readClock(c.req.raw, c.env));
		await next();
	})
	// Desks sign what they send; it comes from elsewhere.
	.route("/api/desk", deskUpdates)
	.route("/api/desk", deskFlags)
	// Anybody's programs: they read, and what they send a person has confirmed.
	.route("/api/v1", readApi)
	.route("/mcp", mcp)
	.on(["GET", "HEAD", "POST", "OPTIONS"], widgetRoutes, widgetOrigins())
	.use(sameOrigin())
	.route("/api/events", events)
	.route("/api/votes", votes)
	.route("/api/tickets", tickets)
	.route("/api/answers", answers)
	.route("/api/attachments", attachments)
	.route("/api/promise", promise)
	.route("/api/deliveries", deliveries)
	.route("/api/reports", reports)
	.route("/api/popular", popular)
	.route("/api/health", health)
	.route("/api/ready", ready)
	.route("/contact", contactPage)
	.route("/status", statusPage)
	.route("/files", files)
	.route("/vote", votePage)
	.route("/search", searchPage)
	.route("/manage", managePages)
	.route("/problems", problems)
	.all("/api/*", ({ req }) => {
		throw new Problem(meansProtected(req.path) ? "forbidden" : "not-found");
	})
	// After all that is protected or has an address of its own.
	.route("/:locale/search", searchPage)
	.route("/:locale/contact", contactPage)
	.notFound(notFoundPage)
	.onError(answerProblem);
