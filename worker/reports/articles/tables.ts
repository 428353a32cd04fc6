import type { ReportTable, Row } from "#contract/report-table.ts";
import type { Rewrite } from "#contract/reports.ts";
import { metricDefinitions } from "../metric-definitions.ts";
import { votesNeeded } from "../votes-needed.ts";
import { differenceInterval, didItHelp } from "./difference.ts";
import type { ArticleFacts } from "./facts.ts";

/** Views below which no vote is missed. */
const fewestViews = 20;

const articleColumn = { key: "article", label: "Article" };
const viewsColumn = { key: "views", label: "Views", definition: "How often its page was shown in the period." };

/** The step that every row ends in: the file in git. */
function openFile(verb: string, { file, edit }: Pick<ArticleFacts, "file" | "edit">): Pick<Row, "action" | "actionHref"> {
	return { action: `${verb}: ${file}`, ...(edit !== null && { actionHref: edit }) };
}

function row(article: ArticleFacts, cells: Row["cells"], verb: string): Row {
	return { href: article.url, cells: { article: article.title, ...cells }, ...openFile(verb, article) };
}

/** Name of an article's row in the list of helpfulness, in addresses. */
export function rankingAnchor(article: string): string {
	return `ranking-${article}`;
}

/** What to do about an article with these votes: nothing, unless it is surely below the target. */
function rankingStep({ yes, no, upper, file, edit }: ArticleFacts): Pick<Row, "action" | "actionHref"> {
	const { goal } = metricDefinitions.helpfulness;
	if (upper < goal) return openFile("Rewrite", { file, edit });
	return { action: yes / (yes + no) < goal ? "Too few votes to tell: wait for more" : "Nothing to do" };
}

/** Helpfulness, the worst first. */
export function rankingTable(facts: ArticleFacts[]): ReportTable {
	const voted = facts.filter(({ yes, no }) => yes + no >= votesNeeded).sort((a, b) => a.bayes - b.bayes || b.no - a.no);
	return {
		id: "ranking",
		caption: "Helpfulness of articles",
		definition: `Articles with ${votesNeeded} votes or more in the period, the worst first by the adjusted share. An article is to be rewritten where even “at most” is below the target.`,
		columns: [
			articleColumn,
			{ key: "yes", label: "Yes" },
			{ key: "no", label: "No" },
			{ key: "share", label: "Helpful", unit: "rate", definition: "Yes ÷ (Yes + No)." },
			{ key: "lower", label: "At least", unit: "rate", definition: "Lower end of Wilson's 95 % interval of that share." },
			{ key: "upper", label: "At most", unit: "rate", definition: "Upper end of Wilson's 95 % interval of that share." },
			{
				key: "bayes",
				label: "Adjusted share",
				unit: "rate",
				definition: "The share of Yes as if every article had ten average votes beforehand, so that few votes do not decide (a Bayesian mean).",
			},
			viewsColumn,
		],
		rows: voted.map((article) => {
			const { yes, no, lower, upper, bayes, views } = article;
			return {
				id: rankingAnchor(article.id),
				href: article.url,
				cells: { article: article.title, yes, no, share: yes / (yes + no), lower, upper, bayes, views },
				...rankingStep(article),
			};
		}),
		empty: `No article has ${votesNeeded} votes in this period.`,
	};
}

/** Before and after the last rewrite of each article. */
export function rewritesTable(rewrites: Rewrite[], facts: ArticleFacts[]): ReportTable {
	const known = new Map(facts.map((article) => [article.id, article]));
	return {
		id: "rewrites",
		caption: "Did the rewrite help?",
		definition: `Articles with votes on their current revision and on the one before, whatever the period. A verdict needs ${votesNeeded} votes on each and a 95 % interval of the difference that leaves out zero.`,
		columns: [
			articleColumn,
			{ key: "since", label: "Since", unit: "day" },
			{ key: "before", label: "Helpful before", unit: "rate" },
			{ key: "n_before", label: "n before" },
			{ key: "after", label: "Helpful after", unit: "rate" },
			{ key: "n_after", label: "n after" },
			{ key: "lower", label: "Change from", unit: "points", definition: "Lower end of the 95 % interval of the difference (Newcombe 1998, method 10)." },
			{ key: "upper", label: "to", unit: "points", definition: "Upper end of the 95 % interval of the difference." },
			{ key: "verdict", label: "Verdict" },
		],
		rows: rewrites.flatMap(({ article, since, before, after }) => {
			const facts = known.get(article);
			if (!facts) return [];
			const { lower, upper } = differenceInterval(before, after);
			const verdict = didItHelp(before, after, votesNeeded);
			const cells = { since, before: before.share, n_before: before.yes + before.no, after: after.share, n_after: after.yes + after.no, lower, upper, verdict };
			const words = { helped: "Nothing to do", "too early to say": "Wait for votes" };
			return [
				{
					...row(facts, cells, "Read the reasons, rewrite again"),
					...(verdict !== "got worse" && { action: words[verdict], actionHref: undefined }),
				},
			];
		}),
		empty: "No article has votes before and after a rewrite yet.",
	};
}

/** Read, but never voted on. */
export function unvotedTable(facts: ArticleFacts[]): ReportTable {
	return {
		id: "unvoted",
		caption: "Read without a vote",
		definition: `Articles with ${fewestViews} views or more and no vote in the period: nobody knows whether they help.`,
		columns: [articleColumn, viewsColumn],
		rows: facts
			.filter(({ views, yes, no }) => views >= fewestViews && yes + no === 0)
			.sort((a, b) => b.views - a.views)
			.map((article) => row(article, { views: article.views }, "Read it as a customer would")),
		empty: "Every article that is read has votes.",
	};
}

/** Left for the contact page. */
export function exitsTable(facts: ArticleFacts[]): ReportTable {
	return {
		id: "exits",
		caption: "Left for a person",
		definition: `Sessions that opened the contact page from the article ÷ its views, for ${fewestViews} views or more, the highest share first.`,
		columns: [articleColumn, { key: "exits", label: "To contact" }, viewsColumn, { key: "share", label: "Share", unit: "rate" }],
		rows: facts
			.filter(({ views, exits }) => views >= fewestViews && exits > 0)
			.sort((a, b) => b.exits / b.views - a.exits / a.views)
			.map((article) =>
				row(article, { exits: article.exits, views: article.views, share: article.exits / article.views }, "Say what to do when the steps fail"),
			),
		empty: "No article that is read often led to the contact page.",
	};
}

/** Overdue and read. @param today the day at the desk */
export function stalePopularTable(facts: ArticleFacts[], today: string): ReportTable {
	return {
		id: "stale-popular",
		caption: "Overdue and read",
		definition: "Articles whose review has run out, the most read first.",
		columns: [articleColumn, viewsColumn, { key: "due", label: "Review was due", unit: "day" }],
		rows: facts
			.filter(({ due, views }) => due < today && views > 0)
			.sort((a, b) => b.views - a.views)
			.map((article) => row(article, { views: article.views, due: article.due }, "Review, then set lastReviewed")),
		empty: "No article that is read is overdue.",
	};
}

/** Not found by any search. */
export function neverFoundTable(facts: ArticleFacts[]): ReportTable {
	return {
		id: "never-found",
		caption: "Never found by search",
		definition: "Articles that no search of the period led to, the most read first. Some are reached by links alone; others lack their readers' words.",
		columns: [articleColumn, viewsColumn],
		rows: facts
			.filter(({ found }) => found === 0)
			.sort((a, b) => b.views - a.views || a.title.localeCompare(b.title))
			.map((article) => row(article, { views: article.views }, "Add readers' words to keywords")),
		empty: "Every article was found by a search.",
	};
}
