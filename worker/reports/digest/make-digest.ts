import type { Digest } from "#contract/digest.ts";
import { daysOfWeek } from "#contract/iso-week.ts";
import type { Metric } from "#contract/reports.ts";
import { addDays } from "../../lib/days.ts";
import { confirmedAfterDays, daysUntilWeekOver } from "../../lib/deflection-week.ts";
import { confirmedByArticle } from "../../queries/digest-counts.ts";
import { firstCountedDay, lastSnapshot, sumRollups } from "../../queries/rollups.ts";
import { contentCounts } from "../content-counts.ts";
import { computeMetrics } from "../metrics.ts";
import { findGaps } from "../gaps/make-gaps.ts";
import { makeOverview } from "../overview.ts";
import { readFilter } from "../read-filter.ts";
import type { ReportInput } from "../report-input.ts";
import { actionsOf } from "./actions.ts";
import { gapsOfWeek } from "./gaps-of-week.ts";
import { handoffsNow } from "./handoffs-now.ts";
import { notesOf } from "./notes.ts";
import { themesOf } from "./themes.ts";
import { topicsOf } from "./topics-of.ts";
import { trendsOf } from "./trends.ts";
import { winsOf } from "./wins.ts";

/** How long after its end a week that nobody took a snapshot of is told by how the content stands now. In days. */
const recentDays = 7;

const mostRated = 5;

/** What a digest is made from. Rollups must be fresh. */
interface DigestInput extends Omit<ReportInput, "filter"> {
	/** An ISO week that has begun at the desk. */
	week: string;
}

/** A week for those who keep the knowledge base. */
export async function makeDigest({ week, ...input }: DigestInput): Promise<Digest> {
	const { env, site, now, today } = input;
	const days = daysOfWeek(week);
	if (!days) throw new Error(`${week} is no ISO week`);
	const filter = readFilter({ days: 7, ...days }, today);
	const earlier = { from: addDays(days.from, -confirmedAfterDays), to: addDays(days.to, -confirmedAfterDays) };
	const weekOver = addDays(today, -daysUntilWeekOver);
	const known = { from: earlier.from, to: earlier.to < weekOver ? earlier.to : weekOver };
	const [overview, searches, sums, before, beforeKnown, twoBefore, snapshot, contentBefore, deflections, handoffs, topics, firstCounted] = await Promise.all([
		makeOverview(env, site, filter, now),
		findGaps({ ...input, filter }),
		sumRollups(env.DB, days),
		sumRollups(env.DB, earlier),
		sumRollups(env.DB, known),
		sumRollups(env.DB, { from: addDays(earlier.from, -7), to: addDays(earlier.to, -7) }),
		lastSnapshot(env.DB, days.from, days.to),
		lastSnapshot(env.DB, earlier.from, earlier.to),
		confirmedByArticle(env.DB, earlier, mostRated),
		handoffsNow(env.DB, now),
		topicsOf(env, days),
		firstCountedDay(env.DB),
	]);
	// How the content stands today says nothing of a week before anybody counted.
	const isBefore = firstCounted !== null && firstCounted > days.to;
	const complete = today > days.to;
	const content = snapshot["articles"] === undefined && today <= addDays(days.to, recentDays) ? contentCounts(site, today) : snapshot;
	const themes = themesOf(overview.ticketsByCategory, topics);
	const open = gapsOfWeek(searches.gaps);
	const lowestRated = overview.lowestRated.slice(0, mostRated);
	const { excluded, sample } = overview;
	const overdueReviews = isBefore ? [] : overview.overdueReviews;
	const metrics = computeMetrics({ sums, weekOver: beforeKnown, content }, { sums: before, weekOver: twoBefore, content: contentBefore }).map(withoutDetails);
	return {
		...{ week, ...days, complete, sample, metrics, themes, lowestRated, overdueReviews, handoffs, excluded },
		timeZone: site.support.timeZone,
		centre: site.name,
		url: site.url,
		generatedAt: new Date(now).toISOString(),
		notes: notesOf({ complete, sample, known, zeroResultsFrom: overview.zeroResultsFrom, from: days.from, firstCounted: isBefore ? firstCounted : null }),
		actions: actionsOf({ ...days, themes, gaps: open, lowestRated, overdueReviews, site }),
		trends: trendsOf(sums, before),
		gaps: open,
		incidents: searches.incidents,
		wins: winsOf({ to: days.to, gaps: searches.gaps, rewrites: overview.rewrites, deflections, site }),
	};
}

/** Parts and trends stand in the overview; a digest has other words for them. */
function withoutDetails(metric: Metric): Metric {
	return { ...metric, beside: [], trend: [] };
}
