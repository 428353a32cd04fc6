import type { Digest } from "#contract/digest.ts";
import type { Metric, MetricId } from "#contract/reports.ts";
import { metricDefinitions } from "#worker/reports/metric-definitions.ts";

const values: Record<MetricId, [value: number | null, n: number, previous: number | null, verdict: Metric["verdict"]]> = {
	deflection: [0.348, 69, 0.334, "good"],
	helpfulness: [0.72, 53, 0.83, "watch"],
	"search-success": [0.647, 1730, 0.623, "good"],
	"zero-results": [0.21, 1730, 0.137, "warning"],
	coverage: [0.9, 10, 0.9, "good"],
	freshness: [0.88, 75, 0.9, "watch"],
	"time-to-answer": [null, 12, 95, "unknown"],
};

function metricOf(id: MetricId): Metric {
	const { better: _, goal: __, limit: ___, ...definition } = metricDefinitions[id];
	const [value, n, previous, verdict] = values[id];
	return { id, ...definition, value, n, previous, verdict, previousN: n, beside: [], trend: [] };
}

/** The digest of a busy week. @param words what a customer wrote, wherever customers' words stand */
export function makeFixture(words = "export to pdf", changes: Partial<Digest> = {}): Digest {
	const revision = { yes: 18, no: 2, share: 0.9, lowerBound: 0.699, upperBound: 0.972 };
	return {
		...{ week: "2026-W47", from: "2026-11-16", to: "2026-11-22", timeZone: "Europe/London", complete: true, sample: false },
		...{ centre: "Test centre", url: "https://centre.example", generatedAt: "2026-11-23T08:00:07.000Z" },
		notes: ["Overdue reviews and hand-overs are as they stand now; all else is of the week."],
		actions: [
			{
				found: `“${words}”: 41 searches by 30 visitors, and no article answers.`,
				do: "Write an article: npm run gaps",
				href: "/manage/search?from=2026-11-16&to=2026-11-22#gaps",
			},
			{
				found: "“Single sign-on”: 12 tickets, and no article answers them.",
				do: "Write one with npm run new, in the words below; name enterprise-sso under answers in its front matter, and merge it.",
				href: "/manage/contact?from=2026-11-16&to=2026-11-22",
			},
		],
		metrics: (Object.keys(values) as MetricId[]).map(metricOf),
		trends: [
			{ id: "searches", label: "Searches", definition: "Settled searches.", value: 1730, previous: 1400, notable: true },
			{ id: "tickets", label: "Tickets", definition: "Messages.", value: 30, previous: 27, notable: false },
			{ id: "votes", label: "Votes", definition: "Answers.", value: 3, previous: 0, notable: false },
		],
		themes: [
			{
				id: "enterprise-sso",
				label: "Single sign-on",
				tickets: 12,
				previous: 4,
				articles: 0,
				covered: true,
				topics: [
					{ words, tickets: 7 },
					{ words: "Okta says no", tickets: 1 },
				],
			},
			{ id: "other", label: "Something else", tickets: 5, previous: 6, articles: 0, covered: false, topics: [] },
		],
		gaps: [
			{
				...{ query: words, searches: 41, visitors: 30, previous: 12, diagnosis: "no-article", action: "Write an article: npm run gaps", failing: false },
				phrasings: ["pdf export", words],
				told: [words],
			},
		],
		incidents: [{ first: "2026-11-18", last: "2026-11-18", queries: [words, "is it down"], searches: 80, usual: 1, ticketed: 9 }],
		wins: [
			{ kind: "gap", query: words, since: "2026-11-10", before: 0.1, after: 0.8, n: 25 },
			{
				kind: "rewrite",
				title: "How do I import values?",
				url: "/data-entry/import/",
				since: "2026-11-12",
				before: { ...revision, yes: 5, no: 15, share: 0.25, lowerBound: 0.11, upperBound: 0.47 },
				after: revision,
			},
			{ kind: "deflection", title: "How do I export a report?", url: "/reporting/export/", n: 6 },
		],
		lowestRated: [
			{
				article: "admin/users",
				title: "How do I invite a <user>?",
				url: "/admin/users/",
				file: "content/articles/en/admin/users.mdx",
				edit: null,
				yes: 4,
				no: 21,
				lowerBound: 0.06,
				upperBound: 0.35,
				reason: "It is out of date",
				reasonVotes: 12,
			},
		],
		overdueReviews: [
			{
				...{ owner: "data & reports", overdue: 2, articles: 12 },
				longest: {
					...{ article: "data-entry/add-a-value", title: "How do I add a value?", url: "/data-entry/add-a-value/", due: "2026-10-08" },
					...{ file: "content/articles/en/data-entry/add-a-value.mdx", edit: null },
				},
			},
		],
		handoffs: {
			dead: 2,
			waiting: 3,
			oldestWaiting: "2026-11-23T07:58:00.000Z",
			troubled: [{ destination: "desk", dead: 2, waiting: 3, reason: "the desk answered 503" }],
		},
		excluded: { bot: 120, staff: 30, replay: 4, machine: 0, flood: 0, share: 0.032 },
		...changes,
	};
}
