import type { CategoryTickets, OverviewReport, RatedArticle, ZeroResultGroup } from "#contract/reports.ts";
import type { SiteManifest } from "#contract/site-manifest.ts";
import { noReasons } from "#contract/vote-reasons.ts";
import { addDays, dayOf } from "../lib/days.ts";
import { holdsSample, reasonsAfterNo, toldAfterSearches, unansweredQueries, unansweredVisitors } from "../queries/report-lists.ts";
import { rewrittenArticles } from "../queries/revisions.ts";
import { lastSnapshot, sumContacts, sumRollups, type Sums } from "../queries/rollups.ts";
import { contentCounts } from "./content-counts.ts";
import { groupQueries } from "./group-queries.ts";
import { computeMetrics, total } from "./metrics.ts";
import { overdueByOwner } from "./overdue-reviews.ts";
import { describeRewrites } from "./rewrites.ts";
import { wilsonInterval } from "./wilson.ts";

const minimumVotes = 5;

/** The target of helpfulness: an article is listed as low where even the upper bound of its share is below. */
const helpfulTarget = 0.8;

/** Days after which no visit of a day can still become a ticket that refutes it: its own, and the seven that follow. */
const daysUntilWeekOver = 8;
const listLength = 10;

/** The manager's overview of the last `days` days beside as many before. Rollups must be fresh. */
export async function makeOverview(db: D1Database, site: SiteManifest, days: number, now: number): Promise<OverviewReport> {
	const to = dayOf(now);
	const from = addDays(to, 1 - days);
	const before = { from: addDays(from, -days), to: addDays(from, -1) };
	const weekOver = addDays(to, -daysUntilWeekOver);
	const [sums, previousSums, contacts, previousContacts, previousContent, zeroResults, reasons, sample, rewritten] = await Promise.all([
		sumRollups(db, from, to),
		sumRollups(db, before.from, before.to),
		sumContacts(db, from, weekOver),
		sumContacts(db, before.from, before.to < weekOver ? before.to : weekOver),
		lastSnapshot(db, before.from, before.to),
		listZeroResults(db, from, to),
		reasonsAfterNo(db, from, to),
		holdsSample(db),
		rewrittenArticles(
			db,
			Object.entries(site.articles).map(([article, { revision }]) => [article, revision]),
			listLength,
		),
	]);
	const rated = ratedArticles(site, sums, reasons);
	const firstKept = addDays(to, -site.support.retention.events);
	return {
		generatedAt: new Date(now).toISOString(),
		from,
		to,
		days,
		sample,
		traffic: { pageViews: total(sums, "page_views"), sessions: total(sums, "sessions"), visitorDays: total(sums, "visitors") },
		metrics: computeMetrics(
			{ sums, weekOver: contacts, content: contentCounts(site, now) },
			{ sums: previousSums, weekOver: previousContacts, content: previousContent },
		),
		zeroResults,
		zeroResultsFrom: firstKept > from ? firstKept : from,
		lowestRated: rated
			.filter((row) => row.upperBound < helpfulTarget)
			.sort((a, b) => a.upperBound - b.upperBound)
			.slice(0, listLength),
		ratedArticles: rated.length,
		rewrites: describeRewrites(site, rewritten, minimumVotes),
		overdueReviews: overdueByOwner(site, to),
		ticketsByCategory: ticketsByCategory(site, sums, previousSums),
	};
}

async function listZeroResults(db: D1Database, from: string, to: string): Promise<ZeroResultGroup[]> {
	const groups = groupQueries(await unansweredQueries(db, from, to, 500)).slice(0, listLength);
	const spellings = groups.map(({ query, variants }) => [query, ...variants]);
	const [visitors, told] = await Promise.all([unansweredVisitors(db, from, to, spellings), toldAfterSearches(db, from, to, spellings)]);
	return groups.map((group, index) => ({ ...group, visitors: visitors[index] ?? 0, told: told[index] ?? [] }));
}

/** Articles with enough votes to say something. */
function ratedArticles(site: SiteManifest, sums: Sums, reasons: { article: string; reason: string; n: number }[]): RatedArticle[] {
	const yes = sums.get("votes_yes") ?? new Map<string, number>();
	const no = sums.get("votes_no") ?? new Map<string, number>();
	const words: Record<string, string> = noReasons;
	return [...new Set([...yes.keys(), ...no.keys()])]
		.map((article) => {
			const votes = { yes: yes.get(article) ?? 0, no: no.get(article) ?? 0 };
			const { lower, upper } = wilsonInterval(votes.yes, votes.no);
			const reason = reasons.filter((row) => row.article === article).sort((a, b) => b.n - a.n)[0]?.reason;
			const known = site.articles[article];
			return {
				article,
				title: known?.title ?? article,
				url: known?.url ?? null,
				...votes,
				lowerBound: lower,
				upperBound: upper,
				reason: reason ? (words[reason] ?? reason) : null,
			};
		})
		.filter((row) => row.yes + row.no >= minimumVotes);
}

function ticketsByCategory(site: SiteManifest, sums: Sums, previous: Sums): CategoryTickets[] {
	const answering = (category: string) => Object.values(site.articles).filter((article) => !article.archived && article.answers.includes(category)).length;
	return site.support.ticketCategories
		.map(({ id, label, covered }) => ({
			category: id,
			label,
			covered,
			tickets: sums.get("tickets")?.get(id) ?? 0,
			previous: previous.get("tickets")?.get(id) ?? 0,
			articles: answering(id),
		}))
		.filter((row) => row.tickets > 0 || row.previous > 0)
		.sort((a, b) => b.tickets - a.tickets);
}
