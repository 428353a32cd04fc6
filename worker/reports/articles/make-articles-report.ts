import type { ReportData } from "#contract/report-data.ts";
import { sha256 } from "../../lib/encoding.ts";
import { countWaitingComments, reasonCounts, voteComments } from "../../queries/article-inbox.ts";
import { holdsSample } from "../../queries/report-lists.ts";
import { rewrittenArticles } from "../../queries/revisions.ts";
import { sumEachDay } from "../../queries/rollups.ts";
import { answerCounts } from "../answer-counts.ts";
import { bucketsOf } from "../buckets.ts";
import { filterQuery } from "../filter-query.ts";
import { addSums, narrowSums, topCategory } from "../narrow.ts";
import { metricDefinitions, metricFigure } from "../metric-definitions.ts";
import { total } from "../metrics.ts";
import { reportHead, type ReportInput } from "../report-input.ts";
import { describeRewrites } from "../rewrites.ts";
import { articleFacts } from "./facts.ts";
import { inboxTable } from "./inbox.ts";
import { rejectedAnswersTable } from "./rejected-answers.ts";
import { votesNeeded } from "../votes-needed.ts";
import { exitsTable, neverFoundTable, rankingTable, rewritesTable, stalePopularTable, unvotedTable } from "./tables.ts";

const atMost = { rewrites: 100, reasons: 200, comments: 200 };

/** The id of a comment in forms: enough to find it again among those of its day, and nothing of the reader. */
export async function commentId({ article, day, visitor }: { article: string; day: string; visitor: string }): Promise<string> {
	return (await sha256(`comment\n${article}\n${day}\n${visitor}`)).slice(0, 16);
}

/** The page about articles: which help, which do not, and what readers said of them. */
export async function makeArticlesReport(input: ReportInput): Promise<ReportData> {
	const { env, site, filter, today } = input;
	const { category } = filter;
	const revisions = Object.entries(site.articles).map(([article, { revision }]): [string, string] => [article, revision]);
	const [days, previousDays, reasons, comments, waitingComments, changed, sample] = await Promise.all([
		sumEachDay(env.DB, filter),
		sumEachDay(env.DB, { ...filter, ...filter.before }),
		reasonCounts(env.DB, filter),
		voteComments(env.DB, filter, atMost.comments),
		countWaitingComments(env.DB, filter),
		rewrittenArticles(env.DB, revisions, atMost.rewrites),
		holdsSample(env.DB),
	]);
	const isChosen = ({ article }: { article: string }) => category === undefined || topCategory(article) === category;
	const sums = narrowSums(addSums(days.values()), site, category);
	const before = narrowSums(addSums(previousDays.values()), site, category);
	const facts = articleFacts(site, sums, category);
	const named = await Promise.all(comments.map(async (comment) => ({ ...comment, id: await commentId(comment) })));
	const inbox = inboxTable(site, reasons.slice(0, atMost.reasons), named, filterQuery(filter, filter.to !== today).toString());
	const rewritten = rewritesTable(describeRewrites(site, changed.filter(isChosen), votesNeeded), facts);
	const votes = (of: typeof sums) => ({ yes: total(of, "votes_yes"), no: total(of, "votes_no") });
	const [now, then] = [votes(sums), votes(before)];
	const share = ({ yes, no }: { yes: number; no: number }) => (yes + no >= metricDefinitions.helpfulness.minimum ? yes / (yes + no) : null);
	const waiting = waitingComments + reasons.filter(({ state }) => state === "pending" || state === "in-progress").length;
	const parts = bucketsOf(filter).map(({ first, last }) => ({
		day: first,
		sums: narrowSums(addSums([...days].filter(([day]) => day >= first && day <= last).map(([, part]) => part)), site, category),
	}));
	return {
		...reportHead("articles", "Articles", input, sample),
		notes:
			reasons.length > atMost.reasons || comments.length === atMost.comments
				? [`“What readers said” holds the ${atMost.reasons} most frequent reasons and the ${atMost.comments} latest comments; there are more.`]
				: [],
		figures: [
			metricFigure("helpfulness", { value: share(now), n: now.yes + now.no }, share(then), "#ranking"),
			{
				id: "views",
				label: "Article views",
				value: total(sums, "article_views"),
				unit: "count",
				definition: "How often pages of articles were shown.",
				previous: total(before, "article_views"),
				href: "#unvoted",
			},
			{
				id: "inbox",
				label: "Waiting in the inbox",
				value: waiting,
				unit: "count",
				definition: "Reasons and comments that are pending or in progress.",
				href: "#inbox",
			},
			{
				id: "rewrites-helped",
				label: "Rewrites that helped",
				value: rewritten.rows.filter(({ cells }) => cells["verdict"] === "helped").length,
				unit: "count",
				definition: "Articles whose current revision is surely more helpful than the one before (95 %).",
				n: rewritten.rows.length,
				of: "rewrites with votes",
				href: "#rewrites",
			},
		],
		charts: [
			{
				id: "helpfulness-over-time",
				title: "Helpfulness",
				summary: "Share of Yes among votes; gaps where there were fewer than five.",
				series: [
					{
						label: "Helpful",
						unit: "rate",
						target: metricDefinitions.helpfulness.goal,
						points: parts.map(({ day, sums: part }) => {
							const { yes, no } = votes(part);
							return { day, value: yes + no >= votesNeeded ? yes / (yes + no) : null, n: yes + no };
						}),
					},
				],
			},
			{
				id: "views-over-time",
				title: "Views of articles",
				summary: "How often pages of articles were shown.",
				series: [{ label: "Views", unit: "count", points: parts.map(({ day, sums: part }) => ({ day, value: total(part, "article_views") })) }],
			},
		],
		tables: [
			inbox,
			rankingTable(facts),
			rejectedAnswersTable(facts, answerCounts(sums)),
			rewritten,
			exitsTable(facts),
			stalePopularTable(facts, today),
			unvotedTable(facts),
			neverFoundTable(facts),
		],
	};
}
