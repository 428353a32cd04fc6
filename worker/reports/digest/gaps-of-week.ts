import type { DigestGap } from "#contract/digest.ts";
import type { Gap } from "#contract/gaps.ts";

const mostGaps = 5;
const mostWords = 3;

/** What is still to be done of the gaps, in their order; those that wait for searches after a change are left out. */
export function gapsOfWeek(gaps: Gap[]): DigestGap[] {
	return gaps
		.filter(({ state }) => state === "open" || state === "failing")
		.slice(0, mostGaps)
		.map(({ query, phrasings, searches, visitors, previous, diagnosis, told, action, state }) => ({
			...{ query, searches, visitors, previous, diagnosis, action },
			phrasings: phrasings
				.map((phrasing) => phrasing.query)
				.filter((phrasing) => phrasing !== query)
				.slice(0, mostWords),
			told: told.slice(0, mostWords),
			failing: state === "failing",
		}));
}
