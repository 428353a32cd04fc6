import type { GapEvidence } from "../../queries/gap-evidence.ts";
import { joinClusters, type SearchCluster } from "./search-clusters.ts";

/** Sessions that must have tried the words of both clusters, and their share of the smaller one's. A word in common is the better part of the proof. */
const withoutWord = { sessions: 3, share: 0.2 };
const withWord = { sessions: 1, share: 0.1 };

/**
 * Joins unanswered clusters where readers show that they mean the same: who found nothing by one tried the other in the same visit
 * (`dark mode`, `night theme`). In the order given.
 *
 * @param evidence of each cluster
 */
export function joinByTrails(clusters: SearchCluster[], evidence: GapEvidence[]): SearchCluster[] {
	const both = new Map<string, number>();
	evidence.forEach(({ next }, place) => {
		for (const { group, sessions } of next) {
			const pair = `${Math.min(place, group)} ${Math.max(place, group)}`;
			both.set(pair, (both.get(pair) ?? 0) + sessions);
		}
	});
	const leads = clusters.map((_, place) => place);
	const leadOf = (place: number): number => (leads[place] === place ? place : leadOf(leads[place] ?? place));
	for (const [pair, sessions] of both) {
		const [first = 0, second = 0] = pair.split(" ").map(Number);
		const smaller = Math.min(evidence[first]?.sessions ?? 0, evidence[second]?.sessions ?? 0);
		const enough = haveCommonWord(clusters[first], clusters[second]) ? withWord : withoutWord;
		if (sessions < enough.sessions || sessions < enough.share * smaller) continue;
		const [lead, joined] = [leadOf(first), leadOf(second)].sort((a, b) => a - b);
		if (lead !== undefined && joined !== undefined) leads[joined] = lead;
	}
	return clusters.flatMap((cluster, place) => {
		if (leadOf(place) !== place) return [];
		const others = clusters.filter((_, other) => other !== place && leadOf(other) === place);
		return others.length > 0 ? [joinClusters([cluster, ...others])] : [cluster];
	});
}

function haveCommonWord(one: SearchCluster | undefined, other: SearchCluster | undefined): boolean {
	const stems = new Set(one?.key.split(" "));
	return other?.key.split(" ").some((stem) => stems.has(stem)) ?? false;
}
