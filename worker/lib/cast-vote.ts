import type { Context } from "hono";
import { limits } from "#contract/limits.ts";
import { redact } from "#contract/redaction.ts";
import type { ParsedVote, VoteAnswer } from "#contract/votes.ts";
import type { App } from "../env.ts";
import { knowsRevision } from "../queries/revisions.ts";
import { castVote } from "../queries/votes.ts";
import { dayMs, dayOf } from "./days.ts";
import { Problem } from "./problem.ts";
import { readSite } from "./site.ts";
import { identify } from "./visitor.ts";

/** Counts a checked vote, or says truthfully why it was not counted. */
export async function countVote(c: Context<App>, vote: ParsedVote): Promise<VoteAnswer> {
	const now = Date.now();
	const site = await readSite(c.env);
	const article = Object.hasOwn(site.articles, vote.article) ? site.articles[vote.article] : undefined;
	if (!article) throw new Problem("unknown-article");
	if (vote.revision !== article.revision && !(await knowsRevision(c.env.DB, vote.article, vote.revision))) throw new Problem("article-changed");
	const { helpful, comment, session, ...rest } = vote;
	const result = await castVote(
		c.env.DB,
		{
			...rest,
			...(await identify(c.env.SALTS, c.var.network, now)),
			session: c.var.network.privacyControl ? null : session,
			helpful: helpful === "yes",
			comment: redact(comment),
			day: dayOf(now),
			at: now,
		},
		limits.votesPerNetworkAndDay,
	);
	if (result === "capped") {
		const untilTomorrow = Math.ceil((dayMs - (now % dayMs)) / 1000);
		throw new Problem("vote-cap", { headers: { "retry-after": String(untilTomorrow) } });
	}
	return { article: vote.article, helpful, changed: result === "changed" };
}
