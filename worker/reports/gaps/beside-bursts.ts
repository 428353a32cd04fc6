import { gapEvidence } from "../../queries/gap-evidence.ts";
import { toldAfterSearches } from "../../queries/report-lists.ts";
import { sumSpellings } from "../../queries/search-sums.ts";
import type { ReportInput } from "../report-input.ts";
import { without, type BurstOf } from "./find-incidents.ts";
import { addSearchSums, faultOf, fewestVisitors } from "./judge.ts";
import type { Suspect } from "./judge-clusters.ts";
import { joinClusters, spellingsOf } from "./search-clusters.ts";

/**
 * What is left of searches that came in a burst, where it may be a gap by itself: what readers searched for in vain all along is still missing
 * when something else was broken on a day.
 *
 * @param usual share of all searches that a ticket follows
 */
export async function besideBursts({ env, filter }: ReportInput, bursts: BurstOf[], usual: number): Promise<Suspect[]> {
	const suspects = await Promise.all(
		bursts.map(async ({ of, burst }): Promise<Suspect | null> => {
			const days = without(of.days, burst);
			const left = addSearchSums(days.filter(({ day }) => day >= filter.from));
			if (left.visitors < fewestVisitors || faultOf(left, usual) === null) return null;
			const others = { ...filter, without: burst };
			const groups = spellingsOf([of.cluster]);
			const [phrasings, [evidence], [told = []]] = await Promise.all([
				sumSpellings(env.DB, others, groups.flat()),
				gapEvidence(env.DB, others, groups),
				toldAfterSearches(env.DB, others, groups),
			]);
			const [most] = phrasings;
			if (!most || !evidence) return null;
			const query = phrasings.some((one) => one.query === of.cluster.query) ? of.cluster.query : most.query;
			const cluster = joinClusters([{ ...of.cluster, query, phrasings }]);
			const visitors = Math.min(cluster.visitors, evidence.visitors);
			return visitors < fewestVisitors ? null : { cluster, evidence, visitors, told, days };
		}),
	);
	return suspects.filter((suspect) => suspect !== null);
}
