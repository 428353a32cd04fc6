import type { ZeroResultGroup } from "#contract/reports.ts";
import { significantStems } from "#site/search/significant-stems.ts";
import type { UnansweredQuery } from "../queries/report-lists.ts";

/** Whether two stems are the same but for one slip of the keyboard; short words and codes (`err_4290`) must be equal. */
function nearlySame(a: string, b: string): boolean {
	if (a === b) return true;
	if (/\d/.test(a + b) || Math.min(a.length, b.length) < 5 || Math.abs(a.length - b.length) > 1) return false;
	let start = 0;
	while (start < a.length && a[start] === b[start]) start++;
	const [restA, restB] = [a.slice(start), b.slice(start)];
	const swapped = restA.length === restB.length && restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
	return swapped || restA.slice(1) === restB.slice(1) || restA === restB.slice(1) || restA.slice(1) === restB;
}

function sameStems(a: string[], b: string[]): boolean {
	return a.length === b.length && a.every((stem, index) => nearlySame(stem, b[index] ?? ""));
}

/** A group before its visitors are counted and their words are looked up. */
export type QueryGroup = Omit<ZeroResultGroup, "visitors" | "told">;

/**
 * Puts spellings of one search together: word order, function words, word forms and single typing slips do not
 * matter. The most frequent spelling names the group; groups come with the most searches first.
 */
export function groupQueries(queries: UnansweredQuery[]): QueryGroup[] {
	const groups: { stems: string[]; group: QueryGroup }[] = [];
	for (const { query, searches, lastSeen } of queries) {
		const stems = significantStems(query).sort();
		const known = groups.find((candidate) => sameStems(candidate.stems, stems));
		if (known) {
			known.group.variants.push(query);
			known.group.searches += searches;
			if (lastSeen > known.group.lastSeen) known.group.lastSeen = lastSeen;
		} else {
			groups.push({ stems, group: { query, variants: [], searches, lastSeen } });
		}
	}
	return groups.map(({ group }) => group).sort((a, b) => b.searches - a.searches || b.lastSeen.localeCompare(a.lastSeen));
}
