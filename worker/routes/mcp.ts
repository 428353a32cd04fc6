import { createMcpHandler, McpServer } from "@modelcontextprotocol/server";
import { Hono } from "hono";
import type { SiteManifest } from "#contract/site-manifest.ts";
import type { App, Env } from "../env.ts";
import { isDevelopment } from "../lib/network.ts";
import { Problem } from "../lib/problem.ts";
import { readText } from "../lib/read-body.ts";
import { readSite } from "../lib/site.ts";
import { registerCreateTicket } from "../mcp/create-ticket.ts";
import { registerReadingTools } from "../mcp/reading-tools.ts";
import { rateLimit } from "../middleware/rate-limit.ts";
import { logWarning } from "../lib/log.ts";

/** A message with all its fields full is below it. */
const maxBody = 128 * 1024;

/** One message a request, as the protocol has it since 2025-06: a hundred searches in one would pass the rate limit as one. */
const batchRefusal = { jsonrpc: "2.0", error: { code: -32600, message: "Send one message a request: batches are not taken." }, id: null };

/**
 * Whether a page may ask: one of the centre's own, or of this machine while you develop. The host that a request names is not believed:
 * who makes a name of theirs lead here (DNS rebinding) chooses it.
 */
function isOwnPage(origin: string, asked: URL, { env, site }: { env: Pick<Env, "MODE">; site: SiteManifest }): boolean {
	return origin === new URL(site.url).origin || (isDevelopment(env, asked) && origin === asked.origin);
}

/**
 * `/mcp`: the help centre for other people's assistants, by the Model Context Protocol (Streamable HTTP). Nothing is kept between two
 * requests. Programs send no `Origin`; a page of another site is refused, so that it cannot file messages from its visitors' browsers.
 */
export const mcp = new Hono<App>().all("/", rateLimit({ name: "mcp" }), async (c) => {
	const from = c.req.header("origin");
	const site = await readSite(c.env);
	if (from !== undefined && !isOwnPage(from, new URL(c.req.url), { env: c.env, site })) throw new Problem("cross-site");
	const body = c.req.method === "POST" ? await readText(c.req.raw, maxBody) : null;
	if (body?.trimStart().startsWith("[")) return c.json(batchRefusal, 400);
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
	return handler.fetch(body === null ? c.req.raw : new Request(c.req.raw, { body }));
});
