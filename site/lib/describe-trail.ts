import type { TrailItem } from "./visit.ts";

/** One step of the trail in words. */
export function describeTrail(item: TrailItem): string {
	switch (item.kind) {
		case "search":
			return `Searched for “${item.query}” (${item.results === 0 ? "no good answer" : `${item.results} results`})`;
		case "article":
			return `Read “${item.title}”`;
		case "vote":
			return `Said that ${item.article} ${item.helpful === "yes" ? "helped" : "did not help"}`;
		case "rejected":
			return `Was suggested “${item.title}”, which did not help`;
	}
}
