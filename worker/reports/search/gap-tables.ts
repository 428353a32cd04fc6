import type { Gap, GapDiagnosis, SearchIncident } from "#contract/gaps.ts";
import type { ReportTable, Row } from "#contract/report-table.ts";

const diagnosisWords: Record<GapDiagnosis, string> = {
	"no-article": "No article answers it",
	"other-words": "An article exists but uses other words",
	"not-clicked": "Found but not opened",
	"not-helpful": "Opened but not helpful",
};

const stateWords: Record<Gap["state"], string> = {
	open: "Open",
	watching: "Changed, too early to tell",
	closed: "Closed: its searches succeed now",
	failing: "Changed, and still failing",
};

/** Other phrasings shown under a search. */
const phrasings = 6;

/** Where a reader's words lead: the search page, as readers see it. */
export function searchHref(query: string): string {
	return `/search/?q=${encodeURIComponent(query)}`;
}

/** Name of a gap's row in addresses of the search page. */
export function gapAnchor({ id }: Pick<Gap, "id">): string {
	return `gap-${id}`;
}

/** Other ways of writing a search, the first ones by name. */
export function alsoLine(others: string[], most: number): string {
	return `also: ${others.slice(0, most).join(" · ")}${others.length > most ? ` and ${others.length - most} more` : ""}`;
}

/** Searches to act on, with what is wrong and the next step. */
export function gapsTable(gaps: Gap[]): ReportTable {
	return {
		id: "gaps",
		caption: "Searches to act on",
		definition:
			"What readers search for in vain, all their ways of writing it together, from three visitor-days on. What costs readers most comes first: visitor-days times the mean harm of a search (1 where it led to nothing, 1 for a No, 3 for a ticket). The cause comes from asking today’s search again, and from what these readers did next.",
		columns: [
			{ key: "search", label: "Search", definition: "The most frequent phrasing." },
			{ key: "searches", label: "Searches", unit: "count", definition: "Settled searches with any of the phrasings." },
			{ key: "visitors", label: "Visitors", unit: "count", definition: "Visitor-days: a visitor counts once a day, however many phrasings were tried." },
			{ key: "zero_share", label: "Without an answer", unit: "rate", definition: "Share of these searches without a confident result." },
			{ key: "refined", label: "Refined", unit: "count", definition: "Followed by other words within five minutes, without a result used." },
			{ key: "ticketed", label: "Tickets", unit: "count", definition: "Searches whose session sent a ticket afterwards." },
			{ key: "abandoned", label: "Abandoned", unit: "count", definition: "Nothing was used, and nothing came after it in its session." },
			{
				key: "previous",
				label: "Period before",
				unit: "count",
				definition: "Searches of the period of the same length before, in the ways of writing of the last 90 days.",
			},
			{ key: "last_seen", label: "Last seen", unit: "day", definition: "The last day on which it was searched." },
			{ key: "diagnosis", label: "Why", definition: "No article, an article in other words, found but not opened, or opened but not helpful." },
			{ key: "article", label: "Article", definition: "The article that answers it, or that was used in vain." },
			{ key: "state", label: "State", definition: "Open, or how its searches go since a change for it was deployed (data/gaps.yml)." },
			{ key: "id", label: "Id", unit: "id", definition: "For npm run gaps -- --only." },
		],
		rows: gaps.map(gapRow),
		empty: "Nothing to act on: nobody searched in vain, or too few did to tell.",
	};
}

function gapRow({
	id,
	query,
	searches,
	visitors,
	zero,
	refined,
	ticketed,
	abandoned,
	previous,
	lastSeen,
	diagnosis,
	article,
	action,
	state,
	...gap
}: Gap): Row {
	const others = gap.phrasings.map((phrasing) => phrasing.query).filter((phrasing) => phrasing !== query);
	const { landed } = gap;
	return {
		id: gapAnchor({ id }),
		cells: {
			...{ search: query, searches, visitors, zero_share: searches > 0 ? zero / searches : null, refined, ticketed, abandoned, previous },
			...{ last_seen: lastSeen, diagnosis: diagnosisWords[diagnosis], article: article?.title ?? null, state: stateWords[state], id },
		},
		href: searchHref(query),
		more: [
			...(others.length > 0 ? [alsoLine(others, phrasings)] : []),
			...gap.told.map((text) => `was looking for: “${text}”`),
			...(landed ? [`changed on ${landed.since}: ${shareInWords(landed.before)} ended in an article before, ${shareInWords(landed.after)} since`] : []),
		],
		action,
		...(article && diagnosis !== "no-article" && { actionHref: article.url }),
	};
}

function shareInWords({ n, answered }: { n: number; answered: number | null }): string {
	const searches = `${n} ${n === 1 ? "search" : "searches"}`;
	return answered === null ? `(${searches}, too few to tell)` : `${Math.round(answered * 100)} % of ${searches}`;
}

/** What looked like a gap and was an incident. */
export function incidentsTable(incidents: SearchIncident[]): ReportTable {
	return {
		id: "incidents",
		caption: "Incidents",
		definition:
			"Searches that came all at once, on one day or two, and hardly before or after. Something was broken then; no article is missing, so they are not in the list above.",
		columns: [
			{ key: "search", label: "Search", definition: "The most frequent phrasing of these days." },
			{ key: "first", label: "First day", unit: "day" },
			{ key: "last", label: "Last day", unit: "day" },
			{ key: "searches", label: "Searches", unit: "count", definition: "Settled searches of these days with these words." },
			{ key: "usual", label: "Usual a day", definition: "Searches with these words on an ordinary day of the weeks around." },
			{ key: "ticketed", label: "Tickets", unit: "count", definition: "Of these searches: followed by a ticket of their session." },
		],
		rows: incidents.map(({ first, last, queries: [query = "", ...others], searches, usual, ticketed }) => ({
			cells: { search: query, first, last, searches, usual, ticketed },
			href: searchHref(query),
			...(others.length > 0 && { more: [alsoLine(others, phrasings)] }),
			action: "Nothing to write. See that the status page said it, and that the search page leads there.",
		})),
		empty: "No searches came all at once.",
	};
}
