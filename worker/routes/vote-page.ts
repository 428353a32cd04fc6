import { Hono } from "hono";
import { limits } from "#contract/limits.ts";
import { voteSchema } from "#contract/votes.ts";
import type { App } from "../env.ts";
import { countVote } from "../lib/cast-vote.ts";
import { speechOf } from "../lib/page-language.ts";
import { parse, readForm } from "../lib/read-body.ts";
import { refuseMethod } from "../lib/refuse-method.ts";
import { renderShell } from "../lib/shell.ts";
import { rateLimit } from "../middleware/rate-limit.ts";
import { voteView } from "../pages/vote-view.ts";

/** `POST /vote`: the vote as a plain form, for pages without JavaScript. The answer asks for reasons, in the language of the page. */
export const votePage = new Hono<App>()
	.post("/", rateLimit({ name: "votes" }), async (c) => {
		const vote = parse(voteSchema, await readForm(c, limits.smallBody, ["reasons"]));
		c.set("locale", vote.locale);
		await countVote(c, vote);
		const speech = await speechOf(c);
		return renderShell(c, voteView(vote, speech), { title: speech.t.feedback.thanksTitle, speech });
	})
	.all("/", refuseMethod("POST"));
