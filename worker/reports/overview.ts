import type { CategoryTickets, OverviewReport, RatedArticle } from "#contract/reports.ts";
import type { SiteManifest } from "#contract/site-manifest.ts";
import { noReasons } from "#contract/vote-reasons.ts";
import { addDays, dayOf } from "../lib/days.ts";
import { holdsSample, reasonsAfterNo, unansweredQueries } from "../queries/report-lists.ts";
import { lastSnapshot, sumRollups, type Sums } from "../queries/rollups.ts";
import { contentCounts } from "./content-counts.ts";
import { groupQueries } from "./group-queries.ts";
import { computeMetrics } from "./metrics.ts";
import { wilsonInterval } from "./wilson.ts";

const minimumVotes = 5;
const listLength = 10;

/** The manager's overview of the last `days` days beside as many before. Rollups must be fresh. */
export async function makeOverview(db: D1Database, site: SiteManifest, days: number, now: number): Promise<OverviewReport> {
	const to = dayOf(now);
	const from = addDays(to, 1 - days);
	const before = { from: addDays(from, -days), to: addDays(from, -1) };
	const [sums, previousSums, previousContent, unanswered, reasons, sample] = await Promise.all([
		sumRollups(db, from, to),
		sumRollups(db, before.from, before.to),
		lastSnapshot(db, before.from, before.to),
		unansweredQueries(db, from, to, 500),
		reasonsAfterNo(db, from, to),
		holdsSample(db),
	]);
	return {
		generatedAt: new Date(now).toISOString(),
		from, to, days, sample,
		metrics: computeMetrics({ sums, content: contentCounts(site, now) }, { sums: previousSums, content: previousContent }),
		zeroResults: groupQueries(unanswered).slice(0, listLength),
		lowestRated: lowestRated(site, sums, reasons),
		ticketsByCategory: ticketsByCategory(site, sums, previousSums),
	};
}

function lowestRated(site: SiteManifest, sums: Sums, reasons: { article: string; reason: string; n: number }[]): RatedArticle[] {
	const yes = sums.get("votes_yes") ?? new Map<string, number>();
	const no = sums.get("votes_no") ?? new Map<string, number>();
	const words: Record<string, string> = noReasons;
	return [...no.keys()]
		.map((article) => {
			const votes = { yes: yes.get(article) ?? 0, no: no.get(article) ?? 0 };
			const { lower, upper } = wilsonInterval(votes.yes, votes.no);
			const reason = reasons.filter((row) => row.article === article).sort((a, b) => b.n - a.n)[0]?.reason;
			const known = site.articles[article];
			return { article, title: known?.title ?? article, url: known?.url ?? null, ...votes, lowerBound: lower, upperBound: upper, reason: reason ? (words[reason] ?? reason) : null };
		})
		.filter((row) => row.yes + row.no >= minimumVotes)
		.sort((a, b) => a.upperBound - b.upperBound)
		.slice(0, listLength);
}

function ticketsByCategory(site: SiteManifest, sums: Sums, previous: Sums): CategoryTickets[] {
	const answering = (category: string) => Object.values(site.articles).filter((article) => article.answers.includes(category)).length;
	return site.support.ticketCategories
		.map(({ id, label, covered }) => ({ category: id, label, covered, tickets: sums.get("tickets")?.get(id) ?? 0, previous: previous.get("tickets")?.get(id) ?? 0, articles: answering(id) }))
		.filter((row) => row.tickets > 0 || row.previous > 0)
		.sort((a, b) => b.tickets - a.tickets);
}
