import type { Gap, GapsReport } from "#contract/gaps.ts";
import type { ReportData } from "#contract/report-data.ts";
import type { MetricId, OverviewReport } from "#contract/reports.ts";
import type { SiteManifest } from "#contract/site-manifest.ts";
import type { Month } from "./plan-month.ts";
import type { Replayed } from "./replay.ts";
import { middleOf, outcomeOf, type ContactFact } from "./truth.ts";

/** What the reports made of a month. */
export interface Verdict {
	/** Of the eight things without an article. */
	found: number;
	missed: string[];
	/** Reported gaps that are none, by their words. */
	wrong: string[];
	/** The rewrite is listed, and its votes went up. */
	rewriteRight: boolean;
	outageIsIncident: boolean;
	outageIsGap: boolean;
	/** What differs from the truth, a line each. */
	differences: string[];
}

/** What most searches of some phrasings were about. */
function mostlyAbout(phrasings: { query: string; searches: number }[], about: Map<string, string>): string {
	const votes = new Map<string, number>();
	for (const { query, searches } of phrasings) {
		const what = about.get(query) ?? "nothing known";
		votes.set(what, (votes.get(what) ?? 0) + searches);
	}
	return [...votes].sort((one, other) => other[1] - one[1])[0]?.[0] ?? "nothing known";
}

/** The gaps to act on, each with what it is really about. */
export function openGaps({ gaps }: GapsReport, { about }: Month): (Gap & { about: string })[] {
	return gaps.filter(({ state }) => state === "open").map((gap) => ({ ...gap, about: mostlyAbout(gap.phrasings, about) }));
}

/** Holds the reports of the last evening against what really happened. */
export async function judgeMonth(
	month: Month,
	{ ask }: Pick<Replayed, "ask">,
	{ site, gaps: wanted }: { site: SiteManifest; gaps: string[] },
): Promise<Verdict> {
	const days = `days=${month.days.length}`;
	const overview = await ask<OverviewReport>(`overview?${days}`);
	const search = await ask<ReportData>(`search?${days}`);
	const reported = openGaps(await ask<GapsReport>(`gaps?${days}`), month);
	const found = wanted.filter((about) => reported.some((gap) => gap.about === about));
	const allowed = new Set([...wanted, month.rewrite.article]);
	const rewrite = overview.rewrites.find(({ article }) => article === month.rewrite.article);
	const incidents = JSON.stringify(search.tables.find(({ id }) => id === "incidents")?.rows ?? []).toLowerCase();
	return {
		found: found.length,
		missed: wanted.filter((about) => !found.includes(about)),
		wrong: reported.filter((gap) => !allowed.has(gap.about) && gap.about !== "outage").map((gap) => `${gap.query} (${gap.diagnosis}, about ${gap.about})`),
		rewriteRight: rewrite !== undefined && (rewrite.after.share ?? 0) > (rewrite.before.share ?? 1),
		outageIsIncident: [...month.about].some(([query, what]) => what === "outage" && incidents.includes(query)),
		outageIsGap: reported.some(({ about }) => about === "outage"),
		differences: [...compareMetrics(month, overview, site), ...compareTraffic(month, overview)],
	};
}

const share = (part: number, whole: number) => (whole > 0 ? part / whole : null);

function truthOfMetrics({ days, truth }: Month, site: SiteManifest): Record<MetricId, number | null> {
	const last = days.at(-1)?.day ?? "";
	const back = (count: number) => new Date(Date.parse(last) - count * 86_400_000).toISOString().slice(0, 10);
	const chores = days.at(-1)?.chores ?? 0;
	const over = truth.contacts.filter(({ day }) => day <= back(8));
	const yes = truth.votes.filter((vote) => vote.yes).length;
	const articles = Object.values(site.articles).filter(({ archived }) => !archived);
	const categories = site.support.ticketCategories.filter(({ covered }) => covered);
	return {
		deflection: share(over.filter((fact) => outcomeOf(fact, chores) === "confirmed").length, over.length),
		helpfulness: share(yes, truth.votes.length),
		"search-success": share(truth.searches.filter(({ opened, answered }) => opened || answered).length, truth.searches.length),
		"zero-results": share(truth.searches.filter(({ results }) => results === 0).length, truth.searches.length),
		coverage: share(categories.filter(({ id }) => articles.some(({ answers }) => answers.includes(id))).length, categories.length),
		freshness: share(articles.filter(({ lastReviewed }) => lastReviewed >= back(183)).length, articles.length),
		"time-to-answer": middleOf(truth.answers)?.[0] ?? null,
	};
}

function compareMetrics(month: Month, { metrics }: OverviewReport, site: SiteManifest): string[] {
	const truth = truthOfMetrics(month, site);
	const [low = 0, high = 0] = middleOf(month.truth.answers) ?? [];
	return metrics.flatMap(({ id, value, unit }) => {
		const right = unit === "seconds" ? value !== null && value >= low && value <= high : value !== null && Math.abs(value - (truth[id] ?? -1)) < 1e-9;
		return right ? [] : [`${id}: reported ${value}, true ${truth[id]}`];
	});
}

function compareTraffic({ truth, days }: Month, { traffic, excluded, metrics, ticketsByCategory }: OverviewReport): string[] {
	const chores = days.at(-1)?.chores ?? 0;
	const left = Object.values(truth.excluded).reduce((sum, n) => sum + n, 0);
	const beside = Object.fromEntries((metrics.find(({ id }) => id === "deflection")?.beside ?? []).map(({ label, value }) => [label, value]));
	const outcomes = (wanted: string, more: (fact: ContactFact) => boolean = () => true) =>
		truth.contacts.filter((fact) => outcomeOf(fact, chores) === wanted && more(fact)).length;
	const pairs: [string, number | null | undefined, number][] = [
		["page views", traffic.pageViews, truth.pageViews],
		["sessions", traffic.sessions, truth.sessions.size],
		["visitor-days", traffic.visitorDays, truth.visitorDays.size],
		...(["bot", "staff", "replay", "machine"] as const).map((reason): [string, number, number] => [
			`excluded as ${reason}`,
			excluded[reason],
			truth.excluded[reason],
		]),
		["share excluded", excluded.share, left / (left + truth.events)],
		...["confirmed", "pending", "unverifiable", "refuted"].map((state): [string, number | undefined, number] => [state, beside[state], outcomes(state)]),
		["potential", beside["potential"], outcomes("abandoned", ({ shown }) => shown)],
		["votes", metrics.find(({ id }) => id === "helpfulness")?.n, truth.votes.length],
		["searches", metrics.find(({ id }) => id === "search-success")?.n, truth.searches.length],
		["tickets", ticketsByCategory.reduce((sum, { tickets }) => sum + tickets, 0), truth.tickets.length],
	];
	return pairs
		.filter(([, reported, real]) => Math.abs((reported ?? -1) - real) > 1e-9)
		.map(([name, reported, real]) => `${name}: reported ${reported}, true ${real}`);
}
