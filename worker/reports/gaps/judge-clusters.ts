import { dayOf } from "../../lib/days.ts";
import type { GapEvidence } from "../../queries/gap-evidence.ts";
import { revisionsSince } from "../../queries/revisions.ts";
import type { SearchSums } from "../../queries/search-sums.ts";
import type { ReportInput } from "../report-input.ts";
import { diagnose, isMended, type Diagnosis } from "./diagnose.ts";
import { addSearchSums, faultOf } from "./judge.ts";
import { replay } from "./replay.ts";
import type { SearchCluster } from "./search-clusters.ts";

/** A cluster that seems to be a gap, with what is known of it. */
export interface Suspect {
	cluster: SearchCluster;
	evidence: GapEvidence;
	visitors: number;
	told: string[];
	/** Of the period, and of the one before. */
	days: (SearchSums & { day: string })[];
}

/**
 * Says why each is a gap, asking today's search. Left out is what was mended since: things that today's search answers and that were answered
 * when they were last searched, and articles that were rewritten since readers passed them by.
 */
export async function judgeClusters(input: ReportInput, suspects: Suspect[], usual: number): Promise<(Suspect & { diagnosis: Diagnosis })[]> {
	const { env, site, filter } = input;
	const isOffered = (article: string) => site.articles[article]?.archived === false;
	const judged: (Suspect & { diagnosis: Diagnosis })[] = [];
	for (const suspect of suspects) {
		const fault = faultOf(suspect.cluster, usual);
		if (!fault) continue;
		const replayed = await replay(env, suspect.cluster, suspect.told);
		if (fault === "unanswered" && isMended(replayed) && !endedUnanswered(suspect)) continue;
		judged.push({ ...suspect, diagnosis: diagnose(fault, suspect.cluster, replayed, suspect.evidence, isOffered) });
	}
	const articles = judged.flatMap(({ diagnosis: { article } }) => (article === null ? [] : [article]));
	const seen = await revisionsSince(
		env.DB,
		[...new Set(articles)].map((article) => [article, site.articles[article]?.revision ?? ""]),
	);
	return judged.filter(({ diagnosis: { diagnosis, article }, days }) => {
		if (diagnosis !== "not-clicked" && diagnosis !== "not-helpful") return true;
		const at = seen.get(article ?? "");
		const since = at === undefined ? "" : dayOf(at, site.support.timeZone);
		return since < filter.from || faultOf(addSearchSums(days.filter(({ day }) => day >= since)), usual) !== null;
	});
}

/** Whether most searches of the last day with any found nothing. */
function endedUnanswered({ days }: Suspect): boolean {
	const last = days.at(-1);
	return last !== undefined && last.zero * 2 >= last.searches;
}
