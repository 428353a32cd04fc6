import type { DigestWin } from "#contract/digest.ts";
import type { Gap } from "#contract/gaps.ts";
import type { Rewrite } from "#contract/reports.ts";
import type { SiteManifest } from "#contract/site-manifest.ts";
import { addDays } from "../../lib/days.ts";
import { didItHelp } from "../articles/difference.ts";
import { votesNeeded } from "../votes-needed.ts";

/** How long a change counts as this month's work. In days. */
const recentDays = 28;

const mostOfAKind = 3;

interface Work {
	/** Last day of the week. */
	to: string;
	gaps: Gap[];
	rewrites: Rewrite[];
	/** Confirmed deflections by article, the most first. */
	deflections: { article: string; n: number }[];
	site: SiteManifest;
}

/** What the work of the last four weeks has made better, and which articles kept customers from having to write. */
export function winsOf({ to, gaps, rewrites, deflections, site }: Work): DigestWin[] {
	const recent = (since: string) => since <= to && since > addDays(to, -recentDays);
	return [
		...gaps.flatMap(({ query, state, landed }): DigestWin[] =>
			state === "closed" && landed && recent(landed.since)
				? [{ kind: "gap", query, since: landed.since, before: landed.before.answered, after: landed.after.answered, n: landed.after.n }]
				: [],
		),
		...rewrites
			.filter((rewrite) => recent(rewrite.since) && didItHelp(rewrite.before, rewrite.after, votesNeeded) === "helped")
			.map(({ title, url, since, before, after }): DigestWin => ({ kind: "rewrite", title, url, since, before, after })),
		...deflections.slice(0, mostOfAKind).map(({ article, n }): DigestWin => {
			const { title = article, url = `/${article}/` } = site.articles[article] ?? {};
			return { kind: "deflection", title, url, n };
		}),
	];
}
