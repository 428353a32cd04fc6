import type { Gap } from "#contract/gaps.ts";
import type { ReportFilter } from "#contract/report-filter.ts";
import type { SiteManifest } from "#contract/site-manifest.ts";
import type { SearchSums } from "../../queries/search-sums.ts";
import { bucketsOf } from "../buckets.ts";
import { nextStep, type Diagnosis } from "./diagnose.ts";
import { nextStepAfter } from "./landed.ts";
import type { SearchCluster } from "./search-clusters.ts";

/** What is known of a gap. */
interface GapParts {
	id: string;
	cluster: SearchCluster;
	/** Visitor-days, each counted once for all phrasings. */
	visitors: number;
	/** Of the period and the one before. */
	days: (SearchSums & { day: string })[];
	told: string[];
	diagnosis: Diagnosis;
	landed: Gap["landed"];
	state: Gap["state"];
}

/** Phrasings that are told. */
const mostPhrasings = 40;

/** Writes a gap down. */
export function describeGap({ id, cluster, visitors, days, told, diagnosis, landed, state }: GapParts, site: SiteManifest, filter: ReportFilter): Gap {
	const { query, phrasings, searches, zero, refined, ticketed, abandoned, firstSeen, lastSeen } = cluster;
	const within = (first: string, last: string) => days.reduce((sum, { day, searches: n }) => (day >= first && day <= last ? sum + n : sum), 0);
	const known = diagnosis.article === null ? undefined : site.articles[diagnosis.article];
	const article = diagnosis.article !== null && known ? { id: diagnosis.article, title: known.title, url: known.url } : null;
	const gap = { query, diagnosis: diagnosis.diagnosis, article };
	const searched = phrasings.filter((phrasing) => phrasing.searches > 0);
	return {
		id,
		...gap,
		phrasings: (searched.length > 0 ? searched : phrasings).slice(0, mostPhrasings).map((phrasing) => ({ query: phrasing.query, searches: phrasing.searches })),
		...{ searches, visitors, zero, refined, ticketed, abandoned, firstSeen, lastSeen, told, landed, state },
		previous: within(filter.before.from, filter.before.to),
		trend: bucketsOf(filter).map(({ first, last }) => ({ day: first, value: within(first, last) })),
		action: (landed && nextStepAfter(state, landed.after)) ?? nextStep(gap, cluster),
	};
}
