import type { CategoryTickets, OverviewReport, RatedArticle } from "#contract/reports.ts";
import type { SiteManifest } from "#contract/site-manifest.ts";
import { noReasons } from "#contract/vote-reasons.ts";
import type { ReportFilter } from "#contract/report-filter.ts";
import type { Env } from "../env.ts";
import { addDays, dayOf } from "../lib/days.ts";
import { daysUntilWeekOver } from "../lib/deflection-week.ts";
import { reasonCounts, type ReasonCount } from "../queries/article-inbox.ts";
import { countByLabel } from "../queries/content-reach.ts";
import { sumExcluded } from "../queries/excluded.ts";
import { holdsSample } from "../queries/report-lists.ts";
import { rewrittenArticles } from "../queries/revisions.ts";
import { lastSnapshot, snapshotsOf, sumEachDay, type Sums } from "../queries/rollups.ts";
import { bucketsOf } from "./buckets.ts";
import { fileOf } from "./article-file.ts";
import { contentCounts } from "./content-counts.ts";
import { listUnanswered } from "./gaps/list-unanswered.ts";
import { metricDefinitions } from "./metric-definitions.ts";
import { computeMetrics, total } from "./metrics.ts";
import { addSums, narrowSums, topCategory } from "./narrow.ts";
import { overdueByOwner } from "./overdue-reviews.ts";
import { describeRewrites } from "./rewrites.ts";
import { votesNeeded } from "./votes-needed.ts";
import { wilsonInterval } from "./wilson.ts";

/** Why a period has no deflection rate however many came; undefined where it may have one. @param weekOver the last day whose week is over */
export function notYetKnown(from: string, weekOver: string): string | undefined {
	return from > weekOver ? `Known ${daysUntilWeekOver} days later: choose 30 days` : undefined;
}

const listLength = 10;

/** Counts that this page shows. Those of each article, of which there are most, are not among them. */
const counted = [
	...["page_views", "sessions", "visitors", "searches", "searches_opened", "searches_answered_in_place", "searches_zero"],
	...["contact_sessions", "deflections_confirmed", "deflections_pending", "deflections_unverifiable", "deflections_refuted", "deflections_potential"],
	...["votes_yes", "votes_no", "tickets", "time_to_answer"],
];

/** The manager's overview of a period beside the one before. Rollups must be fresh. */
export async function makeOverview(env: Pick<Env, "DB" | "ASSETS">, site: SiteManifest, filter: ReportFilter, now: number): Promise<OverviewReport> {
	const db = env.DB;
	const { from, to, days, before, locale, category, segment } = filter;
	const today = dayOf(now, site.support.timeZone);
	const weekOver = addDays(today, -daysUntilWeekOver);
	const [eachDay, previousDays, snapshots, previousContent, zeroResults, reasons, sample, rewritten, excluded, events] = await Promise.all([
		sumEachDay(db, filter, counted),
		sumEachDay(db, { ...filter, ...before }, counted),
		snapshotsOf(db, from, to),
		lastSnapshot(db, before.from, before.to),
		listUnanswered(env, site, filter, listLength),
		reasonCounts(db, filter),
		holdsSample(db),
		rewrittenArticles(
			db,
			Object.entries(site.articles).flatMap(([article, { revision }]) =>
				category === undefined || topCategory(article) === category ? [[article, revision]] : [],
			),
			listLength,
		),
		sumExcluded(db, from, to),
		// Nothing is known of readers that are not counted: they are a share of all.
		countByLabel(
			db,
			"events",
			Array.from({ length: days }, (_, index) => addDays(from, index)),
			{},
		),
	]);
	const narrow = (days: Map<string, Sums>, last: string) =>
		narrowSums(addSums([...days].filter(([day]) => day <= last).map(([, sums]) => sums)), site, category);
	const counts = (days: Map<string, Sums>, content: Record<string, number>) => ({ sums: narrow(days, to), weekOver: narrow(days, weekOver), content });
	const current = counts(eachDay, contentCounts(site, today, category));
	const previous = counts(previousDays, category === undefined ? previousContent : {});
	const buckets = bucketsOf(filter).map(({ first, last }) => {
		const within = new Map([...eachDay].filter(([day]) => day >= first && day <= last));
		return { day: first, ...counts(within, category === undefined ? (snapshots.get(last) ?? {}) : {}) };
	});
	const { sums } = current;
	const rated = ratedArticles(site, sums, reasons);
	const firstKept = addDays(today, -site.support.retention.events);
	return {
		generatedAt: new Date(now).toISOString(),
		...{ from, to, days, locale, category, segment, sample },
		traffic: {
			pageViews: total(sums, "page_views"),
			...(category === undefined ? { sessions: total(sums, "sessions"), visitorDays: total(sums, "visitors") } : { sessions: null, visitorDays: null }),
		},
		excluded: shareExcluded(excluded, events.get("") ?? 0),
		metrics: computeMetrics(current, previous, buckets).map((metric) =>
			metric.id === "deflection" ? { ...metric, why: notYetKnown(from, weekOver) } : metric,
		),
		zeroResults,
		zeroResultsFrom: firstKept > from ? firstKept : from,
		lowestRated: rated
			// Surely below the target: even the upper bound of the share is.
			.filter((row) => row.upperBound < metricDefinitions.helpfulness.goal)
			.sort((a, b) => a.upperBound - b.upperBound)
			.slice(0, listLength),
		ratedArticles: rated.length,
		rewrites: describeRewrites(site, rewritten, votesNeeded),
		overdueReviews: overdueByOwner(site, today, category),
		ticketsByCategory: ticketsByCategory(site, sums, previous.sums),
	};
}

function shareExcluded(counts: Awaited<ReturnType<typeof sumExcluded>>, counted: number): OverviewReport["excluded"] {
	const { bot = 0, staff = 0, replay = 0, machine = 0, flood = 0 } = counts;
	const left = bot + staff + replay + machine + flood;
	return { bot, staff, replay, machine, flood, share: left + counted > 0 ? left / (left + counted) : 0 };
}

/** Articles with enough votes to say something. */
function ratedArticles(site: SiteManifest, sums: Sums, reasons: ReasonCount[]): RatedArticle[] {
	const yes = sums.get("votes_yes") ?? new Map<string, number>();
	const no = sums.get("votes_no") ?? new Map<string, number>();
	const words: Record<string, string> = noReasons;
	return [...new Set([...yes.keys(), ...no.keys()])]
		.map((article) => {
			const votes = { yes: yes.get(article) ?? 0, no: no.get(article) ?? 0 };
			const { lower, upper } = wilsonInterval(votes.yes, votes.no);
			const given = mostGiven(reasons.filter((row) => row.article === article));
			const known = site.articles[article];
			return {
				article,
				title: known?.title ?? article,
				url: known?.url ?? null,
				...{ file: fileOf(site, article), edit: known?.edit ?? null },
				...votes,
				lowerBound: lower,
				upperBound: upper,
				reason: given ? (words[given[0]] ?? given[0]) : null,
				reasonVotes: given?.[1] ?? 0,
			};
		})
		.filter((row) => row.yes + row.no >= votesNeeded);
}

/** The reason that was given most, over all revisions, and how often. */
function mostGiven(counts: ReasonCount[]): [reason: string, n: number] | undefined {
	const sums = new Map<string, number>();
	for (const { reason, n } of counts) sums.set(reason, (sums.get(reason) ?? 0) + n);
	return [...sums].sort(([, one], [, other]) => other - one)[0];
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
