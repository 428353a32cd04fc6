import { Hono, type Context } from "hono";
import type { SiteManifest } from "#contract/site-manifest.ts";
import type { App, Env } from "../env.ts";
import { isDevelopment } from "../lib/network.ts";
import { Problem } from "../lib/problem.ts";
import { readText } from "../lib/read-body.ts";
import { readSite } from "../lib/site.ts";
import { createTicket } from "../mcp/create-ticket.ts";
import { idOf, readValue } from "../mcp/read-message.ts";
import { readingTools } from "../mcp/reading-tools.ts";
import { Refusal } from "../mcp/refusal.ts";
import { serve, type Server } from "../mcp/serve.ts";
import { rateLimit } from "../middleware/rate-limit.ts";
import { logWarning } from "../lib/log.ts";

/** A message with all its fields full is below it. */
const maxBody = 128 * 1024;

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
	let value: unknown;
	try {
		if (c.req.method !== "POST") throw new Refusal("refused", "Method not allowed.", { status: 405 });
		if (!/^application\/json(?:\s*;|$)/i.test(c.req.header("content-type") ?? ""))
			throw new Refusal("refused", "Content-Type must be application/json.", { status: 415 });
		value = readValue(await readText(c.req.raw, maxBody));
		const answer = await serve(serverOf(c, site), value, c.req.raw.headers);
		return answer ? c.json(answer) : c.body(null, 202);
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		logWarning("mcp_refused", { requestId: c.var.requestId, code: error.code });
		return c.json(error.answer(idOf(value)), error.status, error.status === 405 ? { allow: "POST" } : {});
	}
});

function serverOf(c: Context<App>, site: SiteManifest): Server {
	return {
		name: "tier-zero",
		title: site.name,
		version: "1.0.0",
		instructions: `Help articles of ${site.name}. Search before you answer, cite what you use, and say so where nothing answers.`,
		tools: [...readingTools(c.env), createTicket(c, site)],
	};
}
