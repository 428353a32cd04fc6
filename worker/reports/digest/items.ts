import type { DigestGap, DigestWin } from "#contract/digest.ts";
import type { GapDiagnosis, SearchIncident } from "#contract/gaps.ts";
import { formatValue, votesInWords } from "../format.ts";
import { counted } from "./in-words.ts";
import type { Item } from "./parts.ts";

const diagnoses: Record<GapDiagnosis, string> = {
	"no-article": "no article",
	"other-words": "an article exists but uses other words",
	"not-clicked": "found but not opened",
	"not-helpful": "opened but not helpful",
};

/** A gap in words. */
export function gapItem({ query, searches, visitors, previous, diagnosis, phrasings, told, action }: DigestGap): Item {
	return {
		text: `“${query}”: ${counted(searches, "search", "searches")} by ${counted(visitors, "visitor")}${previous === null ? "" : ` (searches before: ${previous})`}: ${diagnoses[diagnosis]}`,
		more: [
			...(phrasings.length > 0 ? [`also: ${phrasings.map((phrasing) => `“${phrasing}”`).join(", ")}`] : []),
			...told.map((text) => `was looking for: “${text}”`),
			`Next: ${action}`,
		],
		href: `/search/?q=${encodeURIComponent(query)}`,
	};
}

/** Searches of an incident in words. */
export function incidentItem({ first, last, queries, searches, usual }: SearchIncident): Item {
	const words = queries.slice(0, 3).map((query) => `“${query}”`);
	return {
		text: `${words.join(", ")}: ${counted(searches, "search", "searches")} on ${first === last ? first : `${first} and ${last}`}; ${usual} are usual. Something was broken: no article is missing.`,
		more: [],
	};
}

/** A win in words. */
export function winItem(win: DigestWin): Item {
	switch (win.kind) {
		case "gap":
			return {
				text: `Searches for “${win.query}” succeed since the change of ${win.since}: ${formatValue(win.after, "rate")} of ${win.n}, before ${formatValue(win.before, "rate")}.`,
				more: [],
				href: `/search/?q=${encodeURIComponent(win.query)}`,
			};
		case "rewrite":
			return {
				text: `The rewrite of “${win.title}” (${win.since}) helped: ${votesInWords(win.after)}, before ${votesInWords(win.before)}.`,
				more: [],
				href: win.url,
			};
		case "deflection":
			return {
				text: `“${win.title}” answered ${win.n === 1 ? "a customer who" : `${win.n} customers who`} had opened the contact page.`,
				more: [],
				href: win.url,
			};
	}
}
