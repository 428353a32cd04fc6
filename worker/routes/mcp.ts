import { createMcpHandler, McpServer } from "@modelcontextprotocol/server";
import { Hono } from "hono";
import type { App } from "../env.ts";
import { Problem } from "../lib/problem.ts";
import { readSite } from "../lib/site.ts";
import { registerCreateTicket } from "../mcp/create-ticket.ts";
import { registerReadingTools } from "../mcp/reading-tools.ts";
import { rateLimit } from "../middleware/rate-limit.ts";
import { logWarning } from "../lib/log.ts";

/** A message with all its fields full is below it. */
const maxBody = 128 * 1024;

/**
 * `/mcp`: the help centre for other people's assistants, by the Model Context Protocol (Streamable HTTP). Nothing is kept between two
 * requests. Programs send no `Origin`; a page of another site is refused, so that it cannot file messages from its visitors' browsers.
 */
export const mcp = new Hono<App>().all("/", rateLimit({ name: "mcp" }), async (c) => {
	const from = c.req.header("origin");
	if (from !== undefined && from !== new URL(c.req.url).origin) throw new Problem("cross-site");
	const site = await readSite(c.env);
	const handler = createMcpHandler(
		() => {
			const server = new McpServer(
				{ name: "tier-zero", title: site.name, version: "1.0.0" },
				{ instructions: `Help articles of ${site.name}. Search before you answer, cite what you use, and say so where nothing answers.` },
			);
			registerReadingTools(server, c.env);
			registerCreateTicket(server, c, site);
			return server;
		},
		{
			maxRequestBodySize: maxBody,
			maxSubscriptions: 0,
			onerror: (error) => logWarning("mcp_refused", { requestId: c.var.requestId }, error),
		},
	);
	return handler.fetch(c.req.raw);
});
