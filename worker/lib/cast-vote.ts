import type { Context } from "hono";
import { limits } from "#contract/limits.ts";
import { redact } from "#contract/redaction.ts";
import type { SiteManifest } from "#contract/site-manifest.ts";
import type { ParsedVote, VoteAnswer } from "#contract/votes.ts";
import type { App } from "../env.ts";
import { knowsRevision } from "../queries/revisions.ts";
import { countExcluded } from "../queries/excluded.ts";
import { castVote } from "../queries/votes.ts";
import { dayAt, momentOf, secondsUntilTomorrow } from "./moment.ts";
import { Problem } from "./problem.ts";
import { readSite } from "./site.ts";
import { identify } from "./visitor.ts";
import { excludedAs, segmentOf } from "./who-counts.ts";

/** A translation has revisions of its own that nobody follows: a vote on it is one on its source as it stands, told apart by its language. */
function revisionOf({ article, locale, revision }: ParsedVote, { translations, articles }: SiteManifest): string {
	const translated = Object.hasOwn(translations, locale) && translations[locale]?.includes(article);
	return translated ? (articles[article]?.revision ?? revision) : revision;
}

/** Counts a checked vote, or says truthfully why it was not counted. */
export async function countVote(c: Context<App>, vote: ParsedVote): Promise<VoteAnswer> {
	const moment = await momentOf(c);
	const site = await readSite(c.env);
	const article = Object.hasOwn(site.articles, vote.article) ? site.articles[vote.article] : undefined;
	if (!article) throw new Problem("unknown-article");
	const revision = revisionOf(vote, site);
	if (revision !== article.revision && !(await knowsRevision(c.env.DB, vote.article, revision))) throw new Problem("article-changed");
	const { helpful, comment, session, staff, ...rest } = { ...vote, revision };
	const excluded = excludedAs(c, { staff });
	if (excluded) {
		await countExcluded(c.env.DB, dayAt(moment), excluded, 1);
		return { article: vote.article, helpful, changed: false };
	}
	const result = await castVote(
		c.env.DB,
		{
			...rest,
			...(await identify(c.env.SALTS, c.var.network, moment)),
			session: c.var.network.privacyControl ? null : session,
			segment: segmentOf(c.req.raw.headers),
			helpful: helpful === "yes",
			comment: redact(comment),
			day: dayAt(moment),
			at: moment.now,
		},
		limits.votesPerNetworkAndDay,
	);
	if (result === "capped") {
		throw new Problem("vote-cap", { headers: { "retry-after": String(secondsUntilTomorrow(moment)) } });
	}
	return { article: vote.article, helpful, changed: result === "changed" };
}
