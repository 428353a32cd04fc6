import { Hono } from "hono";
import { limits } from "#contract/limits.ts";
import { voteSchema } from "#contract/votes.ts";
import type { App } from "../env.ts";
import { countVote } from "../lib/cast-vote.ts";
import { parse, readForm } from "../lib/read-body.ts";
import { refuseMethod } from "../lib/refuse-method.ts";
import { renderShell } from "../lib/shell.ts";
import { readSite } from "../lib/site.ts";
import { rateLimit } from "../middleware/rate-limit.ts";
import { voteView } from "../pages/vote-view.ts";

/** `POST /vote`: the vote as a plain form, for pages without JavaScript. The answer asks for reasons. */
export const votePage = new Hono<App>()
	.post("/", rateLimit({ name: "votes" }), async (c) => {
		const vote = parse(voteSchema, await readForm(c, limits.smallBody, ["reasons"]));
		await countVote(c, vote);
		const article = (await readSite(c.env)).articles[vote.article];
		return renderShell(c, voteView(vote, article), { title: "Thank you" });
	})
	.all("/", refuseMethod("POST"));
