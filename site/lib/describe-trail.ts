import type { TrailEntry } from "#contract/tickets.ts";
import { plural } from "./plural.ts";

/** One step of the trail in words. */
export function describeTrail(item: TrailEntry): string {
	switch (item.kind) {
		case "search":
			return `Searched for “${item.query}” (${resultsInWords(item.results)})`;
		case "article":
			return `Read “${item.title}”`;
		case "vote":
			return `Said that ${item.article} ${item.helpful === "yes" ? "helped" : "did not help"}`;
		case "rejected":
			return `Was suggested “${item.title}”, which did not help`;
		case "guided":
			return `Answered in “${item.title}”: ${walkInWords(item)}`;
	}
}

/** Example: `Does the page open? – No · Came to “The page does not load”` */
function walkInWords({ answers, outcome }: Extract<TrailEntry, { kind: "guided" }>): string {
	const parts = answers.map(({ question, answer }) => `${question} – ${answer}`);
	return [...parts, ...(outcome === undefined ? [] : [`Came to “${outcome}”`])].join(" · ");
}

function resultsInWords(results: number): string {
	if (results === 0) return "no good answer";
	return plural(results, "result");
}
