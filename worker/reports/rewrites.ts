import type { RevisionVotes, Rewrite } from "#contract/reports.ts";
import type { SiteManifest } from "#contract/site-manifest.ts";
import type { RewrittenArticle } from "../queries/revisions.ts";
import { dayOf } from "../lib/days.ts";
import { wilsonInterval } from "./wilson.ts";

/** What readers said of articles before and after they were last rewritten. In the order given. Below `minimum` votes nothing is said of a revision. */
export function describeRewrites({ articles, support }: SiteManifest, rewritten: RewrittenArticle[], minimum: number): Rewrite[] {
	function votes({ yes, no }: { yes: number; no: number }): RevisionVotes {
		const { lower, upper } = wilsonInterval(yes, no);
		return { yes, no, share: yes + no < minimum ? null : yes / (yes + no), lowerBound: lower, upperBound: upper };
	}
	return rewritten.flatMap(({ article, seenAt, before, after }) => {
		const known = articles[article];
		return known ? [{ article, title: known.title, url: known.url, since: dayOf(seenAt, support.timeZone), before: votes(before), after: votes(after) }] : [];
	});
}
